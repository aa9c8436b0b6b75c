// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.engine;

import dev.probity.kernel.clause.Tie;
import java.util.Arrays;

/**
 * What the records of one kind are tied to: a row of (tie, value) a record, all in one pool. Rows
 * are written one after the other. Belongs to one {@link FactTable}.
 */
final class Covers {
  private final Words words;
  private int[] starts = new int[8];
  private Tie[] ties = new Tie[8];
  private int[] symbols = new int[8];
  private String[] values = new String[8];
  private int records;
  private int size;

  Covers(Words words) {
    this.words = words;
    Arrays.fill(ties, Tie.PURPOSE);
    Arrays.fill(values, "");
  }

  void clear() {
    records = 0;
    size = 0;
  }

  /** Begins the row of the next record. */
  void begin() {
    if (records + 1 >= starts.length) starts = Arrays.copyOf(starts, 2 * starts.length);
    starts[records++] = size;
    starts[records] = size;
  }

  /** Adds to the row begun last. */
  void add(Tie tie, String value) {
    if (size == symbols.length) {
      ties = Arrays.copyOf(ties, 2 * size);
      symbols = Arrays.copyOf(symbols, 2 * size);
      values = Arrays.copyOf(values, 2 * size);
    }
    ties[size] = tie;
    symbols[size] = words.symbol(value);
    values[size++] = value;
    starts[records] = size;
  }

  /** Whether the record names, for each tie asked for, the question's value or one above it. */
  boolean cover(int record, Ties asked, Asking question) {
    for (Tie tie : asked.ties) if (!cover(record, tie, asked, question)) return false;
    return true;
  }

  /** The same for a no: what the record does not name at all, it means in general. */
  boolean reach(int record, Ties asked, Asking question) {
    for (Tie tie : asked.ties) {
      if (names(record, tie) && !cover(record, tie, asked, question)) return false;
    }
    return true;
  }

  private boolean names(int record, Tie tie) {
    for (int i = starts[record]; i < starts[record + 1]; i++) if (ties[i] == tie) return true;
    return false;
  }

  private boolean cover(int record, Tie tie, Ties asked, Asking question) {
    for (int i = starts[record]; i < starts[record + 1]; i++) {
      if (ties[i] == tie && asked.holds(tie, symbols[i], values[i], question)) return true;
    }
    return false;
  }
}
