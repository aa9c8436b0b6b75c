// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.decide;

import dev.probity.kernel.clause.Act;
import dev.probity.kernel.clause.Clause;
import dev.probity.kernel.clause.Condition;
import dev.probity.kernel.clause.Overlay;
import dev.probity.kernel.clause.Pack;
import dev.probity.kernel.clause.Within;
import dev.probity.kernel.question.Question;
import dev.probity.kernel.term.Truth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What an event obliges to: the acts of the duty clauses, and when they are due in each layer. A
 * duty whose conditions are unknown holds. Immutable.
 */
public record Duties(List<String> because, List<String> acts, Map<String, Within> due) {
  /**
   * The pack's own duties and those of what is laid over it and applies, cited as {@code
   * overlay:ID}. The question supplies facts, time and an element; its action is not read.
   */
  public static Duties on(String event, Pack pack, Question question) {
    TreeMap<String, Within> due = new TreeMap<>();
    TreeSet<String> acts = new TreeSet<>();
    of(event, pack, question, "", due, acts);
    for (Overlay overlay : pack.overlays()) {
      if (Reference.applies(overlay, pack, question, question.data().getFirst()))
        of(event, overlay.pack(), question, overlay.pack().id() + ":", due, acts);
    }
    return new Duties(List.copyOf(due.keySet()), List.copyOf(acts), due);
  }

  private static void of(
      String event,
      Pack pack,
      Question question,
      String prefix,
      Map<String, Within> due,
      Set<String> acts) {
    for (Clause clause : pack.clauses()) {
      if (clause instanceof Clause.Duty duty
          && duty.event().equals(event)
          && holds(duty, pack, question)) {
        due.put(prefix + duty.cite(), duty.within());
        duty.acts().stream().map(Act::toString).forEach(acts::add);
      }
    }
  }

  private static boolean holds(Clause.Duty duty, Pack pack, Question question) {
    Reading reading = new Reading(pack, question, question.data().getFirst());
    for (Condition c : duty.when()) if (reading.of(c) == Truth.FALSE) return false;
    return true;
  }
}
