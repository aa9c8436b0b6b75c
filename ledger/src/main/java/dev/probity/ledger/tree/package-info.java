// SPDX-License-Identifier: Apache-2.0
/**
 * The Merkle tree of RFC 6962 and RFC 9162: hashes, a tree that grows at its right edge, and proofs
 * with verifiers. Read first {@link dev.probity.ledger.tree.Merkle}.
 */
@NullMarked
package dev.probity.ledger.tree;

import org.jspecify.annotations.NullMarked;
