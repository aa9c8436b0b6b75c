// SPDX-License-Identifier: Apache-2.0
package dev.probity.store.log;

import dev.probity.ledger.note.SignedCheckpoint;
import dev.probity.ledger.receipt.Receipt;
import dev.probity.ledger.tile.Tile;
import dev.probity.ledger.tile.TileNodes;
import dev.probity.ledger.tile.Tiles;
import dev.probity.ledger.tree.Prover;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was written together. Its tiles, those it filled and those at the tree's edge, hold all that
 * a proof of one of its entries takes. Immutable.
 */
record Batch(long first, List<byte[]> entries, Map<Tile, byte[]> tiles, SignedCheckpoint signed) {
  boolean has(long index) {
    return first <= index && index < first + entries.size();
  }

  Receipt receipt(long index) {
    byte[] entry = entries.get((int) (index - first));
    long size = signed.checkpoint().size();
    return new Receipt(
        entry, new Prover(new TileNodes(new Held(this), size)).inclusion(index, size), signed);
  }

  long bytes() {
    return entries.stream().mapToLong(e -> e.length).sum();
  }

  private record Held(Batch batch) implements Tiles {
    @Override
    public Optional<byte[]> tile(Tile tile) {
      return Optional.ofNullable(batch.tiles().get(tile));
    }

    @Override
    public Optional<byte[]> bundle(long index, int width) {
      return Optional.empty();
    }
  }
}
