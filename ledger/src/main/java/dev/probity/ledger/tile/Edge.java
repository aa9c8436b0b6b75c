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
 * tiles an append fills. At most 255 hashes a level. A leaf costs about one node. One thread.
 */
public final class Edge {
  /** The hashes of a tile that is not full, and the tree over them. */
  private record Row(List<Hash> hashes, Range tree) {
    Row() {
      this(new ArrayList<>(), new Range());
    }

    void add(Hash hash) {
      hashes.add(hash);
      tree.add(hash);
    }

    byte[] bytes() {
      ByteArrayOutputStream out = new ByteArrayOutputStream(hashes.size() * Hash.BYTES);
      hashes.forEach(hash -> out.writeBytes(hash.bytes()));
      return out.toByteArray();
    }
  }

  private final List<Row> levels = new ArrayList<>();
  private long size;

  /** Of an empty log. */
  public Edge() {}

  /** Of a log of {@code size} entries, from its tiles. */
  public Edge(long size, Tiles tiles) {
    TileNodes nodes = new TileNodes(tiles, size);
    this.size = size;
    for (int level = 0; size >>> (Tile.HEIGHT * level) > 0; level++) {
      long hashes = size >>> (Tile.HEIGHT * level);
      Row row = new Row();
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
    size++;
    Hash hash = leaf;
    for (int level = 0; ; level++) {
      if (levels.size() == level) levels.add(new Row());
      Row row = levels.get(level);
      row.add(hash);
      if (row.hashes().size() < Tile.FULL) return;
      long index = (size >>> (Tile.HEIGHT * (level + 1))) - 1;
      filled.accept(new Tile(level, index, Tile.FULL), row.bytes());
      hash = row.tree().root();
      levels.set(level, new Row());
    }
  }

  public long size() {
    return size;
  }

  public Hash root() {
    return range().root();
  }

  /** The same tree, to grow apart from this one. */
  public Range range() {
    List<Hash> roots = new ArrayList<>();
    levels.reversed().forEach(row -> roots.addAll(row.tree().roots()));
    return new Range(size, roots);
  }

  /** The tiles that are not full now, lowest first. */
  public void partial(BiConsumer<Tile, byte[]> each) {
    for (int level = 0; level < levels.size(); level++) {
      Row row = levels.get(level);
      long index = size >>> (Tile.HEIGHT * (level + 1));
      if (row.hashes().isEmpty()) continue;
      each.accept(new Tile(level, index, row.hashes().size()), row.bytes());
    }
  }
}
