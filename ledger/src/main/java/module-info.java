// SPDX-License-Identifier: Apache-2.0
/** A Merkle log whose alteration shows: entries, proofs, tiles, checkpoints, receipts. */
module dev.probity.ledger {
  requires static org.jspecify;

  exports dev.probity.ledger.tree;
  exports dev.probity.ledger.audit;
  exports dev.probity.ledger.entry;
  exports dev.probity.ledger.log;
  exports dev.probity.ledger.note;
  exports dev.probity.ledger.receipt;
  exports dev.probity.ledger.tile;
  exports dev.probity.ledger.witness;
}
