// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.engine;

import org.jspecify.annotations.Nullable;

/**
 * Finds the entries of a layer that speak to a question, in the order in which a decision reads
 * them. Immutable once built; a look-up costs the candidates where cells fit the budget, else a
 * pass over one bit an entry. Allocates nothing.
 */
final class Index {
  /** The seven dimensions, then the class. */
  final Axis[] axes;

  /** By point: the pack declares it, so that only permits that name a point collect there. */
  final boolean[] declared;

  /** All entries except permits that name no point. */
  final long[] atPoint;

  final @Nullable Cells cells;
  private final int collect;
  private final int words;
  private final byte[] unsettled;

  Index(
      Axis[] axes,
      boolean[] declared,
      long[] atPoint,
      int collect,
      int entries,
      Cells.Budget budget) {
    this.axes = axes;
    this.declared = declared;
    this.atPoint = atPoint;
    this.collect = collect;
    this.words = (entries + 63) >>> 6;
    this.cells = Cells.of(axes, entries, budget);
    this.unsettled = new byte[entries];
    for (int d = 0; d < axes.length; d++) {
      boolean settled = cells != null && (cells.included >>> d & 1) != 0;
      for (int e = 0; e < entries && !settled; e++) {
        if ((axes[d].restricted[e >>> 6] >>> e & 1) != 0) unsettled[e] |= (byte) (1 << d);
      }
    }
  }

  boolean classMatters() {
    return axes[Asking.CLASS].matters();
  }

  /** Writes the candidates into the asking. */
  void find(Asking question) {
    if (cells == null) meet(question);
    else look(cells, question);
  }

  private void look(Cells table, Asking question) {
    boolean named = onlyNamed(question);
    int[] pool = table.pool;
    int at = table.list(question);
    int end = at + pool[at];
    int n = 0;
    while (at < end) {
      int entry = pool[++at];
      if (unsettled[entry] != 0 && !settle(entry, question)) continue;
      if (named && !atPoint(entry)) continue;
      question.candidates[n++] = entry;
    }
    question.count = n;
  }

  /** Checks the dimensions that the cells do not tell apart. */
  private boolean settle(int entry, Asking question) {
    for (int left = unsettled[entry] & 0xff; left != 0; left &= left - 1) {
      int d = Integer.numberOfTrailingZeros(left);
      if (!axes[d].has(question.value[d], entry)) return false;
    }
    return true;
  }

  private void meet(Asking question) {
    int[] value = question.value;
    boolean named = onlyNamed(question);
    long[] data = axes[1].row(value[1]);
    long[] purpose = axes[2].row(value[2]);
    long[] recipient = axes[3].row(value[3]);
    int n = 0;
    for (int w = 0; w < words; w++) {
      long left = data[w] & purpose[w] & recipient[w];
      if (left == 0) continue;
      left &= axes[0].row(value[0])[w] & axes[4].row(value[4])[w];
      left &= axes[5].row(value[5])[w] & axes[6].row(value[6])[w] & axes[7].row(value[7])[w];
      if (named) left &= atPoint[w];
      for (; left != 0; left &= left - 1) {
        question.candidates[n++] = (w << 6) + Long.numberOfTrailingZeros(left);
      }
    }
    question.count = n;
  }

  /** Whether one entry speaks to the question. */
  boolean has(int entry, Asking question) {
    for (int d = 0; d < axes.length; d++) {
      if (!axes[d].has(question.value[d], entry)) return false;
    }
    return atPoint(entry) || !onlyNamed(question);
  }

  private boolean onlyNamed(Asking question) {
    return question.value[0] == collect && declared[question.value[Space.POINT.ordinal()]];
  }

  private boolean atPoint(int entry) {
    return (atPoint[entry >>> 6] >>> entry & 1) != 0;
  }
}
