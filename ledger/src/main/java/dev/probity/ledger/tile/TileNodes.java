// SPDX-License-Identifier: Apache-2.0
package dev.probity.ledger.tile;

import dev.probity.ledger.tree.Hash;
import dev.probity.ledger.tree.Nodes;
import dev.probity.ledger.tree.Range;
import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;

/**
 * The nodes of a tree of one size, out of its tiles. A tile is read once and kept, so make one for
 * each proof. A hole among the tiles is a {@link NoSuchElementException}. One thread.
 */
public final class TileNodes implements Nodes {
  private final Tiles tiles;
  private final long size;
  private final Map<Tile, byte[]> read = new HashMap<>();

  public TileNodes(Tiles tiles, long size) {
    this.tiles = tiles;
    this.size = size;
  }

  @Override
  public Hash node(int level, long index) {
    int tileLevel = level / Tile.HEIGHT;
    int above = level % Tile.HEIGHT;
    long first = index << above;
    byte[] hashes = hashes(tileLevel, first / Tile.FULL);
    int from = (int) (first % Tile.FULL);
    Range range = new Range();
    for (int i = from; i < from + (1 << above); i++) range.add(Hash.at(hashes, i * Hash.BYTES));
    return range.root();
  }

  private byte[] hashes(int level, long index) {
    Tile tile = new Tile(level, index, Tile.width(level, index, size));
    return read.computeIfAbsent(
        tile,
        t ->
            tiles
                .tile(t)
                .filter(bytes -> bytes.length == t.width() * Hash.BYTES)
                .orElseThrow(() -> new NoSuchElementException("there is no " + t.path())));
  }
}
