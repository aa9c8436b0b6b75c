// SPDX-License-Identifier: Apache-2.0
package dev.probity.ledger.tile;

import dev.probity.ledger.tree.Hash;
import dev.probity.ledger.tree.Range;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * The right edge of a growing tree: what a sequencer keeps in hand between two batches, and what
 * tiles an append fills. At most 255 hashes a level. A leaf costs two nodes. One thread.
 */
public final class Edge {
  private final List<List<Hash>> levels = new ArrayList<>();
  private final Range range;

  /** Of an empty log. */
  public Edge() {
    range = new Range();
  }

  /** Of a log of {@code size} entries, from its tiles. */
  public Edge(long size, Tiles tiles) {
    TileNodes nodes = new TileNodes(tiles, size);
    List<Hash> roots = new ArrayList<>();
    for (long rest = size; rest > 0; rest -= Long.highestOneBit(rest)) {
      int level = Long.numberOfTrailingZeros(Long.highestOneBit(rest));
      roots.add(nodes.node(level, (size - rest) >>> level));
    }
    range = new Range(size, roots);
    for (int level = 0; size >>> (Tile.HEIGHT * level) > 0; level++) {
      long hashes = size >>> (Tile.HEIGHT * level);
      List<Hash> row = new ArrayList<>();
      for (long i = hashes - hashes % Tile.FULL; i < hashes; i++) {
        row.add(nodes.node(Tile.HEIGHT * level, i));
      }
      levels.add(row);
    }
  }

  /**
   * @param filled is given each tile that the leaf makes full, with its bytes
   */
  public void add(Hash leaf, BiConsumer<Tile, byte[]> filled) {
    range.add(leaf);
    Hash hash = leaf;
    for (int level = 0; ; level++) {
      if (levels.size() == level) levels.add(new ArrayList<>());
      List<Hash> row = levels.get(level);
      row.add(hash);
      if (row.size() < Tile.FULL) return;
      long index = (range.size() >>> (Tile.HEIGHT * (level + 1))) - 1;
      filled.accept(new Tile(level, index, Tile.FULL), bytes(row));
      Range tile = new Range();
      row.forEach(tile::add);
      hash = tile.root();
      row.clear();
    }
  }

  public long size() {
    return range.size();
  }

  public Hash root() {
    return range.root();
  }

  /** The tiles that are not full now, lowest first. */
  public void partial(BiConsumer<Tile, byte[]> each) {
    for (int level = 0; level < levels.size(); level++) {
      List<Hash> row = levels.get(level);
      long index = range.size() >>> (Tile.HEIGHT * (level + 1));
      if (!row.isEmpty()) each.accept(new Tile(level, index, row.size()), bytes(row));
    }
  }

  private static byte[] bytes(List<Hash> row) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(row.size() * Hash.BYTES);
    row.forEach(hash -> out.writeBytes(hash.bytes()));
    return out.toByteArray();
  }
}
