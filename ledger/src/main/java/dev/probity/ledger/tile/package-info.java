// SPDX-License-Identifier: Apache-2.0
/**
 * The tree as tiles of 256 hashes and bundles of 256 entries (C2SP tlog-tiles), from which any root
 * and proof is made. Read first {@link dev.probity.ledger.tile.Tile}.
 */
@NullMarked
package dev.probity.ledger.tile;

import org.jspecify.annotations.NullMarked;
