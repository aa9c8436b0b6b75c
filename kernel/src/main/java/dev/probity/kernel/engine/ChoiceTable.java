// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.engine;

import java.util.Arrays;

/** Recorded settings and signals: a chain of values a choice. Belongs to one {@link FactTable}. */
final class ChoiceTable {
  static final int UNRECORDED = -2;
  static final int END = -1;

  private final int[] first;
  private int size;
  private int[] next = new int[8];
  private int[] symbols = new int[8];
  private String[] values = new String[8];

  ChoiceTable(Words words) {
    first = new int[words.size(Space.CHOICE)];
    Arrays.fill(first, UNRECORDED);
    Arrays.fill(values, "");
  }

  void clear() {
    Arrays.fill(first, UNRECORDED);
    size = 0;
  }

  /** A choice that was recorded, so far without a value. */
  void record(int choice) {
    if (choice != Words.NONE && first[choice] == UNRECORDED) first[choice] = END;
  }

  void add(int choice, int symbol, String value) {
    if (choice == Words.NONE) return;
    record(choice);
    if (size == next.length) {
      next = Arrays.copyOf(next, 2 * size);
      symbols = Arrays.copyOf(symbols, 2 * size);
      values = Arrays.copyOf(values, 2 * size);
    }
    next[size] = first[choice];
    symbols[size] = symbol;
    values[size] = value;
    first[choice] = size++;
  }

  /** The first value of a choice, {@link #END}, or {@link #UNRECORDED}. */
  int first(int choice) {
    return first[choice];
  }

  int next(int value) {
    return next[value];
  }

  int symbol(int value) {
    return symbols[value];
  }

  String value(int value) {
    return values[value];
  }
}
