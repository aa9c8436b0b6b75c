// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.engine;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The candidates of every combination of values in as many dimensions as fit a budget, worked out
 * beforehand: a decision then costs its candidates, not the size of the pack. Equal lists are kept
 * once. Immutable once built.
 */
final class Cells {
  /** Entries in all lists together. */
  private static final int MOST = 1 << 22;

  /** By dimension and value, what the value adds to the number of a cell. */
  final int[][] offset;

  /** Dimensions that the cells tell apart, one bit each. */
  final int included;

  /** By cell, where its list begins in the pool. */
  final int[] start;

  /** Lists of entries, each preceded by its length. */
  int[] pool;

  private int used = 1;

  private Cells(int[][] offset, int included, int cells) {
    this.offset = offset;
    this.included = included;
    this.start = new int[cells];
    this.pool = new int[1024];
  }

  int list(Asking question) {
    int cell = 0;
    for (int d = 0; d < offset.length; d++) cell += offset[d][question.value[d]];
    return start[cell];
  }

  /**
   * How much to work out beforehand.
   *
   * @param few up to so many entries one pass over their bits is as cheap
   * @param most how many cells there may be
   */
  record Budget(int few, int most) {
    /** One word of bits; four megabytes of cells a layer. */
    static final Budget USUAL = new Budget(64, 1 << 20);

    static final Budget NOTHING = new Budget(Integer.MAX_VALUE, 0);
  }

  static @Nullable Cells of(Axis[] axes, int entries, Budget budget) {
    if (entries <= budget.few) return null;
    int included = 0;
    int cells = 1;
    int[][] offset = new int[axes.length][];
    for (int d = 0; d < axes.length; d++) {
      int rows = axes[d].rows.length;
      offset[d] = new int[axes[d].rowOf.length];
      if (rows < 2 || (long) cells * rows > budget.most) continue;
      for (int v = 0; v < offset[d].length; v++) offset[d][v] = axes[d].rowOf[v] * cells;
      included |= 1 << d;
      cells *= rows;
    }
    if (included == 0) return null;
    Cells made = new Cells(offset, included, cells);
    Left all = Left.of(entries, axes.length - 1);
    return made.fill(axes, cells, 0, all, new HashMap<>()) ? made : null;
  }

  /**
   * Narrows the entries by one dimension after the other, the last (and widest apart) first. What
   * follows from the same entries is copied.
   *
   * @param known where the cells begin that follow
   */
  private boolean fill(Axis[] axes, int width, int base, Left left, Map<Left, Integer> known) {
    if (left.isNothing()) return true;
    Integer before = known.putIfAbsent(left, base);
    if (before != null) {
      System.arraycopy(start, before, start, base, width);
      return true;
    }
    int d = left.dimension;
    if (d < 0) return keep(base, left);
    if ((included >>> d & 1) == 0) return fill(axes, width, base, left.beyond(), known);
    int narrower = width / axes[d].rows.length;
    for (int r = 0; r < axes[d].rows.length; r++) {
      Left narrow = left.in(axes[d].rows[r]);
      if (!fill(axes, narrower, base + r * narrower, narrow, known)) return false;
    }
    return true;
  }

  /** False where the lists outgrow what they are worth. */
  private boolean keep(int cell, Left left) {
    int length = left.count();
    if (used + length + 1 > MOST) return false;
    while (used + length + 1 > pool.length) pool = Arrays.copyOf(pool, 2 * pool.length);
    start[cell] = used;
    pool[used++] = length;
    for (int w = 0; w < left.entries.length; w++)
      for (long bits = left.entries[w]; bits != 0; bits &= bits - 1)
        pool[used++] = (w << 6) + Long.numberOfTrailingZeros(bits);
    return true;
  }

  /**
   * What is left before it is narrowed by a dimension; by none below the first.
   *
   * @param entries one bit each
   */
  private record Left(int dimension, long[] entries) {
    static Left of(int entries, int dimension) {
      long[] all = new long[(entries + 63) >>> 6];
      for (int e = 0; e < entries; e++) all[e >>> 6] |= 1L << e;
      return new Left(dimension, all);
    }

    Left in(long[] row) {
      long[] both = new long[entries.length];
      for (int w = 0; w < both.length; w++) both[w] = entries[w] & row[w];
      return new Left(dimension - 1, both);
    }

    Left beyond() {
      return new Left(dimension - 1, entries);
    }

    boolean isNothing() {
      return count() == 0;
    }

    int count() {
      int count = 0;
      for (long word : entries) count += Long.bitCount(word);
      return count;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Left left
          && dimension == left.dimension
          && Arrays.equals(entries, left.entries);
    }

    @Override
    public int hashCode() {
      return 31 * dimension + Arrays.hashCode(entries);
    }
  }
}
