// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.prove;

import dev.probity.kernel.clause.Condition;
import dev.probity.kernel.question.Band;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/**
 * How old one person may be said to be, as far as the bounds of conditions can tell: a band has a
 * first and a last year, and each bound lies at or below either, or above. One thread.
 */
final class Ages {
  private final Gates gates;
  private final List<Integer> bounds;
  private final int stated;
  private final int read;
  private final List<Integer> from = new ArrayList<>();
  private final List<Integer> to = new ArrayList<>();

  /**
   * @param read holds where ages were looked up
   */
  Ages(Gates gates, SortedSet<Integer> asked, int read) {
    this.gates = gates;
    this.read = read;
    this.bounds = asked.stream().filter(b -> b > 0 && b <= Band.OLDEST).toList();
    this.stated = gates.variable();
    for (int i = 0; i < bounds.size(); i++) {
      from.add(gates.variable());
      to.add(gates.variable());
      gates.solver().add(-from.get(i), to.get(i));
      if (i == 0) continue;
      gates.solver().add(-from.get(i), from.get(i - 1));
      gates.solver().add(-to.get(i), to.get(i - 1));
    }
  }

  Both of(Condition.Age asked) {
    int first = at(from, asked.bound());
    int last = at(to, asked.bound());
    int yes = gates.and(stated, asked.below() ? -last : first);
    int no = gates.or(gates.and(stated, asked.below() ? first : -last), gates.and(-stated, read));
    return new Both(yes, asked.knowing() ? -yes : no);
  }

  private static int reached(int bound) {
    return bound <= 0 ? Gates.TRUE : Gates.FALSE;
  }

  private int at(List<Integer> ends, int bound) {
    int i = bounds.indexOf(bound);
    return i < 0 ? reached(bound) : ends.get(i);
  }

  Optional<Band> band() {
    if (!gates.holds(stated)) return Optional.empty();
    int first = 0;
    int last = Band.OLDEST;
    for (int i = 0; i < bounds.size(); i++) {
      if (gates.holds(from.get(i))) first = bounds.get(i);
      if (!gates.holds(to.get(i))) last = Math.min(last, bounds.get(i) - 1);
    }
    return Optional.of(new Band(first, last));
  }
}
