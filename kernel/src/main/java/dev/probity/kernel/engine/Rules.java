// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.engine;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the entries of a layer ask for and say, written one behind the other in a single array: a
 * candidate then costs one or two lines of the processor's cache, however large the pack. Immutable
 * once built; reading allocates nothing.
 */
final class Rules {
  /** Before the contents: what is cited, then where each of the five parts ends. */
  private static final int HEAD = 6;

  /** By entry, where it begins. */
  final int[] at;

  final Gauge[] gauges;
  private final Map<Gauge, Integer> numbers = new LinkedHashMap<>();
  private final int[] code;

  Rules(Entry[] entries) {
    at = new int[entries.length];
    int size = 0;
    for (int e = 0; e < entries.length; e++) {
      at[e] = size;
      size += HEAD + entries[e].acts.length + entries[e].except.length;
      for (Gauge[] part : conditions(entries[e])) {
        size += part.length;
        for (Gauge gauge : part) numbers.putIfAbsent(gauge, numbers.size());
      }
    }
    gauges = numbers.keySet().toArray(Gauge[]::new);
    code = new int[size];
    for (int e = 0; e < entries.length; e++) write(e, entries[e]);
  }

  private static Gauge[][] conditions(Entry entry) {
    return new Gauge[][] {entry.when, entry.unless, entry.needs};
  }

  /** Writes an entry where there is room for it. */
  void write(int entry, Entry from) {
    int head = at[entry];
    int to = head + HEAD;
    code[head++] = from.clause;
    for (Gauge[] part : conditions(from)) {
      for (Gauge gauge : part) code[to++] = numbers.getOrDefault(gauge, -1);
      code[head++] = to;
    }
    for (int[] part : new int[][] {from.acts, from.except}) {
      System.arraycopy(part, 0, code, to, part.length);
      to += part.length;
      code[head++] = to;
    }
  }

  int clause(int entry) {
    return code[at[entry]];
  }

  /** The truth of all it is conditional on. */
  int when(int entry, Asking question, FactTable facts) {
    int head = at[entry];
    return all(head + HEAD, code[head + 1], question, facts);
  }

  /** The truth of what it requires. */
  int needs(int entry, Asking question, FactTable facts) {
    int head = at[entry];
    return all(code[head + 2], code[head + 3], question, facts);
  }

  private int all(int from, int to, Asking question, FactTable facts) {
    int least = Gauge.TRUE;
    for (int i = from; i < to; i++) {
      int truth = gauges[code[i]].truth(question, facts);
      if (truth == Gauge.FALSE) return Gauge.FALSE;
      least = Math.min(least, truth);
    }
    return least;
  }

  /** Its conditions are not known to fail, and nothing lifts it. */
  boolean applies(int entry, Asking question, FactTable facts) {
    if (when(entry, question, facts) == Gauge.FALSE) return false;
    int head = at[entry];
    for (int i = code[head + 1]; i < code[head + 2]; i++) {
      if (gauges[code[i]].truth(question, facts) == Gauge.TRUE) return false;
    }
    return true;
  }

  /** A permit for another region, age or role does not speak at all. */
  boolean never(int permit, Asking question, FactTable facts) {
    int head = at[permit];
    for (int i = head + HEAD; i < code[head + 1]; i++) {
      Gauge gauge = gauges[code[i]];
      if (!gauge.changeable && gauge.truth(question, facts) == Gauge.FALSE) return true;
    }
    return false;
  }

  void acts(int entry, Pen pen) {
    int head = at[entry];
    for (int i = code[head + 3]; i < code[head + 4]; i++) pen.act(code[i]);
  }

  /** Whether a permit it yields to covers the question and is met. */
  boolean yields(int forbid, Index index, Asking question, FactTable facts) {
    int head = at[forbid];
    for (int i = code[head + 4]; i < code[head + 5]; i++) {
      if (index.has(code[i], question) && when(code[i], question, facts) == Gauge.TRUE) {
        return true;
      }
    }
    return false;
  }
}
