// SPDX-License-Identifier: Apache-2.0
package dev.probity.ledger.tile;

import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Where a run of up to 256 neighbouring hashes stands: at level 0 leaves, above it the roots of
 * full tiles of the level below (C2SP tlog-tiles). Immutable.
 *
 * @param width 256 if it is full, less at the right edge of a tree
 */
public record Tile(int level, long index, int width) {
  /** Hashes in a full tile. */
  public static final int FULL = 256;

  /** Levels of the tree in one tile. */
  public static final int HEIGHT = 8;

  private static final int LEVELS = 8;

  public Tile {
    if (level < 0 || level >= LEVELS || index < 0 || width < 1 || width > FULL) {
      throw new IllegalArgumentException("no tile " + level + "/" + index + " of " + width);
    }
  }

  /** All tiles of a tree, lowest and leftmost first; without hashes of partial tiles above them. */
  public static Iterable<Tile> of(long size) {
    return () -> IntStream.range(0, LEVELS).boxed().flatMap(level -> of(level, size)).iterator();
  }

  private static Stream<Tile> of(int level, long size) {
    long hashes = size >>> (HEIGHT * level);
    return LongStream.range(0, (hashes + FULL - 1) / FULL)
        .mapToObj(index -> new Tile(level, index, width(level, index, size)));
  }

  /** How many hashes a tree of {@code size} has in its tile, 0 for none. */
  static int width(int level, long index, long size) {
    return Math.clamp((size >>> (HEIGHT * level)) - index * FULL, 0, FULL);
  }

  /** Relative to the log, such as {@code tile/0/x001/x234/067.p/5}. */
  public String path() {
    return "tile/" + level + "/" + path(index, width);
  }

  /** Of the entries that a tile of level 0 has the hashes of. */
  public static String bundlePath(long index, int width) {
    return "tile/entries/" + path(index, width);
  }

  private static String path(long index, int width) {
    StringBuilder path = new StringBuilder("%03d".formatted(index % 1000));
    for (long rest = index / 1000; rest > 0; rest /= 1000) {
      path.insert(0, "x%03d/".formatted(rest % 1000));
    }
    return width == FULL ? path.toString() : path + ".p/" + width;
  }
}
