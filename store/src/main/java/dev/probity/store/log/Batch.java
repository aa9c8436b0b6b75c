// SPDX-License-Identifier: Apache-2.0
package dev.probity.store.log;

import dev.probity.ledger.note.SignedCheckpoint;
import dev.probity.ledger.receipt.Receipt;
import dev.probity.ledger.tile.Tile;
import dev.probity.ledger.tile.TileNodes;
import dev.probity.ledger.tile.Tiles;
import dev.probity.ledger.tree.Hash;
import dev.probity.ledger.tree.Merkle;
import dev.probity.ledger.tree.Nodes;
import dev.probity.ledger.tree.Prover;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was written together. Its tiles, those it filled and those at the tree's edge, hold all that
 * a proof of one of its entries takes.
 */
record Batch(long first, List<byte[]> entries, SignedCheckpoint signed, Nodes nodes) {
  static Batch of(
      long first, List<byte[]> entries, Map<Tile, byte[]> tiles, SignedCheckpoint signed) {
    Nodes nodes = new TileNodes(new Held(tiles), signed.checkpoint().size());
    return new Batch(first, entries, signed, new Inner(nodes));
  }

  boolean has(long index) {
    return first <= index && index < first + entries.size();
  }

  Receipt receipt(long index) {
    byte[] entry = entries.get((int) (index - first));
    long size = signed.checkpoint().size();
    return new Receipt(entry, new Prover(nodes).inclusion(index, size), signed);
  }

  long bytes() {
    return entries.stream().mapToLong(e -> e.length).sum();
  }

  private record Held(Map<Tile, byte[]> tiles) implements Tiles {
    @Override
    public Optional<byte[]> tile(Tile tile) {
      return Optional.ofNullable(tiles.get(tile));
    }

    @Override
    public Optional<byte[]> bundle(long index, int width) {
      return Optional.empty();
    }
  }

  /** Works each node out once, for the proofs of all entries. Any number of threads. */
  private static final class Inner implements Nodes {
    private record At(int level, long index) {}

    private final Nodes tiles;
    private final Map<At, Hash> known = new HashMap<>();

    Inner(Nodes tiles) {
      this.tiles = tiles;
    }

    @Override
    public synchronized Hash node(int level, long index) {
      if (level % Tile.HEIGHT == 0) return tiles.node(level, index);
      At at = new At(level, index);
      Hash before = known.get(at);
      if (before != null) return before;
      Hash now = Merkle.node(node(level - 1, 2 * index), node(level - 1, 2 * index + 1));
      known.put(at, now);
      return now;
    }
  }
}
