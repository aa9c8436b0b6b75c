// SPDX-License-Identifier: Apache-2.0
package dev.probity.ledger.log;

import dev.probity.ledger.note.SignedCheckpoint;
import dev.probity.ledger.receipt.Receipt;
import dev.probity.ledger.tile.Bundle;
import dev.probity.ledger.tile.Tile;
import dev.probity.ledger.tile.TileNodes;
import dev.probity.ledger.tile.Tiles;
import dev.probity.ledger.tree.Prover;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * The append-only log of one controller. Several servers may hold one over the same store; then
 * only one at a time gives out indexes, and a size, once signed, has one root for ever: what is
 * signed is durable first. Safe for many threads. Whoever implements it passes {@code LogContract}.
 */
public interface Log {
  /**
   * Appends all or none. When it returns, the batch is durable and below a signed checkpoint; if it
   * throws, none of it is in the log, unless the throw says that the outcome is unknown.
   *
   * @throws IllegalArgumentException for no drafts, and for an entry over 65,535 bytes
   */
  Appended append(List<Draft> drafts);

  /** The newest. */
  SignedCheckpoint checkpoint();

  /** Of every size up to the newest checkpoint's. */
  Tiles tiles();

  /** The entry at an index, with its proof under the newest checkpoint. */
  default Receipt receipt(long index) {
    SignedCheckpoint newest = checkpoint();
    long size = newest.checkpoint().size();
    if (index < 0 || index >= size) throw new NoSuchElementException("no entry " + index);
    long bundle = index / Tile.FULL;
    int width = (int) Math.min(Tile.FULL, size - bundle * Tile.FULL);
    byte[] entry =
        tiles()
            .bundle(bundle, width)
            .flatMap(bytes -> Bundle.entries(bytes, width))
            .orElseThrow(() -> new NoSuchElementException("no bundle " + bundle))
            .get((int) (index % Tile.FULL));
    Prover prover = new Prover(new TileNodes(tiles(), size));
    return new Receipt(entry, prover.inclusion(index, size), newest);
  }
}
