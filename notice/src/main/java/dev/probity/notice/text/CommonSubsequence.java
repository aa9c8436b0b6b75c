// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.text;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The longest common subsequence by the textbook table (Wagner and Fischer 1974), filled from the
 * end so that the way back runs forwards. Only one bit of each cell is kept: whether to leave out
 * the left one. Where two are equal, matching them is never worse, so it needs no bit.
 */
final class CommonSubsequence {
  private final int[] left;
  private final int[] right;
  private final List<Alignment.Match> matches = new ArrayList<>();

  private CommonSubsequence(int[] left, int[] right) {
    this.left = left;
    this.right = right;
  }

  static <T> List<Alignment.Match> of(List<T> left, List<T> right) {
    Map<T, Integer> names = new HashMap<>();
    return new CommonSubsequence(named(left, names), named(right, names)).find();
  }

  /** Each distinct value by a number of its own, so that comparing costs nothing. */
  private static <T> int[] named(List<T> values, Map<T, Integer> names) {
    return values.stream().mapToInt(v -> names.computeIfAbsent(v, one -> names.size())).toArray();
  }

  private List<Alignment.Match> find() {
    int start = 0;
    int shorter = Math.min(left.length, right.length);
    while (start < shorter && left[start] == right[start]) {
      matches.add(new Alignment.Match(start, start));
      start++;
    }
    int tail = 0;
    while (tail < shorter - start
        && left[left.length - 1 - tail] == right[right.length - 1 - tail]) {
      tail++;
    }
    middle(start, tail);
    for (; tail > 0; tail--) {
      matches.add(new Alignment.Match(left.length - tail, right.length - tail));
    }
    return matches;
  }

  private void middle(int start, int tail) {
    int[] rows = shared(left, start, left.length - tail, right, start, right.length - tail);
    int[] columns = shared(right, start, right.length - tail, left, start, left.length - tail);
    if ((long) rows.length * columns.length > Alignment.MAX_CELLS) return;
    BitSet[] leaveLeft = table(rows, columns);
    int i = 0;
    int j = 0;
    while (i < rows.length && j < columns.length) {
      if (left[rows[i]] == right[columns[j]]) {
        matches.add(new Alignment.Match(rows[i++], columns[j++]));
      } else if (leaveLeft[i].get(j)) {
        i++;
      } else {
        j++;
      }
    }
  }

  /** The indices of one side whose value the other side has too: no others can match. */
  private static int[] shared(
      int[] one, int from, int to, int[] other, int otherFrom, int otherTo) {
    BitSet there = new BitSet();
    for (int i = otherFrom; i < otherTo; i++) there.set(other[i]);
    return IntStream.range(from, to).filter(i -> there.get(one[i])).toArray();
  }

  private BitSet[] table(int[] rows, int[] columns) {
    BitSet[] leaveLeft = new BitSet[rows.length];
    int[] below = new int[columns.length + 1];
    int[] row = new int[columns.length + 1];
    for (int i = rows.length - 1; i >= 0; i--) {
      leaveLeft[i] = new BitSet(columns.length);
      int value = left[rows[i]];
      for (int j = columns.length - 1; j >= 0; j--) {
        if (value == right[columns[j]]) {
          row[j] = below[j + 1] + 1;
        } else if (below[j] >= row[j + 1]) {
          row[j] = below[j];
          leaveLeft[i].set(j);
        } else {
          row[j] = row[j + 1];
        }
      }
      int[] spare = below;
      below = row;
      row = spare;
    }
    return leaveLeft;
  }
}
