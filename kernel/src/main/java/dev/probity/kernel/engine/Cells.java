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
    int[] all = new int[entries];
    Arrays.setAll(all, e -> e);
    return made.fill(axes, axes.length - 1, cells, 0, all, new HashMap<>()) ? made : null;
  }

  /** Narrows the entries by one dimension after the other, the last (and widest apart) first. */
  private boolean fill(
      Axis[] axes, int d, int width, int base, int[] alive, Map<List, Integer> known) {
    if (alive.length == 0) return true;
    if (d < 0) return keep(base, alive, known);
    if ((included >>> d & 1) == 0) return fill(axes, d - 1, width, base, alive, known);
    int narrower = width / axes[d].rows.length;
    for (int r = 0; r < axes[d].rows.length; r++) {
      int[] left = in(axes[d].rows[r], alive);
      if (!fill(axes, d - 1, narrower, base + r * narrower, left, known)) return false;
    }
    return true;
  }

  private static int[] in(long[] row, int[] alive) {
    int[] left = new int[alive.length];
    int n = 0;
    for (int e : alive) {
      left[n] = e;
      n += (int) (row[e >>> 6] >>> e & 1);
    }
    return n == alive.length ? alive : Arrays.copyOf(left, n);
  }

  /** False where the lists outgrow what they are worth. */
  private boolean keep(int cell, int[] list, Map<List, Integer> known) {
    List key = new List(list, Arrays.hashCode(list));
    Integer at = known.get(key);
    if (at == null) {
      if (used + list.length + 1 > MOST) return false;
      while (used + list.length + 1 > pool.length) pool = Arrays.copyOf(pool, 2 * pool.length);
      at = used;
      known.put(key, at);
      pool[used] = list.length;
      System.arraycopy(list, 0, pool, used + 1, list.length);
      used += list.length + 1;
    }
    start[cell] = at;
    return true;
  }

  private record List(int[] entries, int hash) {
    @Override
    public boolean equals(Object other) {
      return other instanceof List list && Arrays.equals(entries, list.entries);
    }

    @Override
    public int hashCode() {
      return hash;
    }
  }
}
