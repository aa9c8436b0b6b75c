// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.prove;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * Formulas as literals of a solver: each "and" is a variable that holds exactly where its parts do
 * (Tseitin 1968), and the same formula is the same literal, so that what two packs share is written
 * once. One thread.
 */
final class Gates {
  static final int TRUE = 1;
  static final int FALSE = -1;

  private final Solver solver = new Solver();
  private final Map<Key, Integer> known = new HashMap<>();

  private final java.util.List<Integer> inputs = new java.util.ArrayList<>();

  Gates() {
    solver.variable();
    solver.add(TRUE);
  }

  Solver solver() {
    return solver;
  }

  /** A literal that is free: something that may or may not be known. */
  int variable() {
    int free = solver.variable();
    inputs.add(free);
    return free;
  }

  int inputs() {
    return inputs.size();
  }

  /** Never this model again. */
  void exclude() {
    solver.add(inputs.stream().mapToInt(v -> holds(v) ? -v : v).toArray());
  }

  /** The literals that hold in the model found last. */
  boolean holds(int literal) {
    return solver.holds(literal);
  }

  int or(int... literals) {
    int[] negated = new int[literals.length];
    for (int i = 0; i < literals.length; i++) negated[i] = -literals[i];
    return -and(negated);
  }

  int or(Collection<Integer> literals) {
    return or(array(literals));
  }

  int and(Collection<Integer> literals) {
    return and(array(literals));
  }

  int and(int... literals) {
    int[] parts = literals.clone();
    Arrays.sort(parts);
    int size = 0;
    for (int i = 0; i < parts.length; i++) {
      if (parts[i] == FALSE) return FALSE;
      if (parts[i] == TRUE || (size > 0 && parts[size - 1] == parts[i])) continue;
      parts[size++] = parts[i];
    }
    for (int low = 0, high = size - 1; low < high; ) {
      int sum = parts[low] + parts[high];
      if (sum == 0) return FALSE;
      if (sum < 0) low++;
      else high--;
    }
    if (size == 0) return TRUE;
    if (size == 1) return parts[0];
    return gate(Arrays.copyOf(parts, size));
  }

  private int gate(int[] parts) {
    Integer before = known.get(new Key(parts));
    if (before != null) return before;
    int whole = solver.variable();
    known.put(new Key(parts), whole);
    int[] all = new int[parts.length + 1];
    for (int i = 0; i < parts.length; i++) {
      solver.add(-whole, parts[i]);
      all[i] = -parts[i];
    }
    all[parts.length] = whole;
    solver.add(all);
    return whole;
  }

  int implies(int premise, int conclusion) {
    return or(-premise, conclusion);
  }

  /** Exactly one of these holds, from now on. */
  void exactlyOne(int[] literals) {
    solver.add(literals);
    int before = FALSE;
    for (int literal : literals) {
      if (before != FALSE) solver.add(-before, -literal);
      int until = solver.variable();
      solver.add(-literal, until);
      if (before != FALSE) solver.add(-before, until);
      before = until;
    }
  }

  private static int[] array(Collection<Integer> literals) {
    return literals.stream().mapToInt(Integer::intValue).toArray();
  }

  private record Key(int[] parts) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Key key && Arrays.equals(parts, key.parts);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(parts);
    }
  }
}
