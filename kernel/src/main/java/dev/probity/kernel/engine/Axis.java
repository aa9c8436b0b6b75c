// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One dimension of a layer: for every value a question can have, the entries that do not exclude
 * it, one bit an entry. Values that no entry tells apart share a row. Immutable once built.
 */
final class Axis {
  /** By value, the number of its row. */
  final int[] rowOf;

  final long[][] rows;

  /** Entries that restrict this dimension at all. */
  final long[] restricted;

  private Axis(int[] rowOf, long[][] rows, long[] restricted) {
    this.rowOf = rowOf;
    this.rows = rows;
    this.restricted = restricted;
  }

  long[] row(int value) {
    return rows[rowOf[value]];
  }

  boolean has(int value, int entry) {
    return (row(value)[entry >>> 6] >>> entry & 1) != 0;
  }

  /** Whether entries tell any two values apart. */
  boolean matters() {
    return rows.length > 1;
  }

  /** Fills an axis entry by entry. */
  static final class Builder {
    private final long[][] byValue;
    private final long[] restricted;
    private final int entries;

    Builder(int values, int entries) {
      this.entries = entries;
      this.byValue = new long[values][(entries + 63) >>> 6];
      this.restricted = new long[(entries + 63) >>> 6];
    }

    /** The entry speaks to these values only; an entry never restricted speaks to all. */
    void restrict(int entry, int[] values) {
      restricted[entry >>> 6] |= 1L << entry;
      for (int value : values) byValue[value][entry >>> 6] |= 1L << entry;
    }

    Axis build() {
      for (int w = 0; w < restricted.length; w++) {
        long free = ~restricted[w] & inUse(w);
        for (long[] row : byValue) row[w] |= free;
      }
      Map<Row, Integer> known = new HashMap<>();
      List<long[]> rows = new ArrayList<>();
      int[] rowOf = new int[byValue.length];
      for (int value = 0; value < rowOf.length; value++) {
        Integer row = known.putIfAbsent(new Row(byValue[value]), rows.size());
        if (row == null) rows.add(byValue[value]);
        rowOf[value] = row == null ? rows.size() - 1 : row;
      }
      return new Axis(rowOf, rows.toArray(long[][]::new), restricted);
    }

    private long inUse(int word) {
      int left = entries - (word << 6);
      return left >= 64 ? -1L : (1L << left) - 1;
    }
  }

  private static final class Row {
    private final long[] bits;

    Row(long[] bits) {
      this.bits = bits;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Row row && Arrays.equals(bits, row.bits);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(bits);
    }
  }
}
