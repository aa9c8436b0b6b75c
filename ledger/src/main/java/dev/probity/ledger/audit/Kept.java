// SPDX-License-Identifier: Apache-2.0
package dev.probity.ledger.audit;

import dev.probity.ledger.note.SignedCheckpoint;
import dev.probity.ledger.receipt.Receipt;
import dev.probity.ledger.tree.Hash;
import dev.probity.ledger.tree.Merkle;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody kept elsewhere of what a log once said. Immutable.
 *
 * @param name where it was kept, such as a file
 * @param leaves entries it knows by index, where it is a receipt
 */
public record Kept(String name, SignedCheckpoint checkpoint, Map<Long, Hash> leaves) {
  public Kept {
    leaves = Map.copyOf(leaves);
  }

  /** A checkpoint or a receipt. */
  public static Optional<Kept> parse(String name, String text) {
    return Receipt.parse(text)
        .map(r -> of(name, r))
        .or(() -> SignedCheckpoint.parse(text).map(c -> new Kept(name, c, Map.of())));
  }

  private static Kept of(String name, Receipt receipt) {
    // Why: an entry that its own receipt does not prove says nothing about the log.
    return new Kept(
        name,
        receipt.checkpoint(),
        receipt.leads() ? Map.of(receipt.index(), Merkle.leaf(receipt.entry())) : Map.of());
  }
}
