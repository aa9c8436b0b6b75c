// SPDX-License-Identifier: Apache-2.0
/** A Merkle log whose alteration shows: entries, proofs, tiles, checkpoints, receipts. */
module dev.probity.ledger {
  requires static org.jspecify;

  exports dev.probity.ledger.tree;
}
