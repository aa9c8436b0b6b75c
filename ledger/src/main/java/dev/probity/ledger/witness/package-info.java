// SPDX-License-Identifier: Apache-2.0
/**
 * Somebody else who signs that a log only grew (C2SP tlog-witness, tlog-cosignature). Read first
 * {@link dev.probity.ledger.witness.Witness}.
 */
@NullMarked
package dev.probity.ledger.witness;

import org.jspecify.annotations.NullMarked;
