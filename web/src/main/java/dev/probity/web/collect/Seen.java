// SPDX-License-Identifier: Apache-2.0
package dev.probity.web.collect;

import dev.probity.kernel.decide.Decider;
import dev.probity.kernel.decide.Decision;
import dev.probity.kernel.question.Facts;
import dev.probity.kernel.question.Question;
import dev.probity.kernel.term.DataClass;
import dev.probity.kernel.term.Dimension;
import dev.probity.store.subject.Kept;
import dev.probity.vault.seal.Origin;
import dev.probity.web.decide.Controller;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What of a person's values may be seen, each decided about by itself: as it came in, and under the
 * version of the notice under which it did. Immutable; says nothing of itself.
 *
 * @param withheld by element, the clauses that keep it back
 * @param health those among what is shown that are protected health information
 */
record Seen(List<Kept> shown, SortedMap<String, List<String>> withheld, SortedSet<String> health) {
  static Seen of(List<Kept> values, Question question, Controller controller, Decider decider) {
    List<Kept> shown = new ArrayList<>();
    SortedMap<String, List<String>> withheld = new TreeMap<>();
    SortedSet<String> health = new TreeSet<>();
    for (Kept kept : values) {
      String element = kept.origin().element();
      Decision decision = decider.decide(about(question, kept.origin()));
      if (!decision.permits()) {
        withheld.put(element, decision.because());
        continue;
      }
      shown.add(kept);
      if (isHealth(element, question, controller)) health.add(element);
    }
    return new Seen(shown, withheld, health);
  }

  private static Question about(Question question, Origin origin) {
    Question about = question.withData(List.of(origin.element()));
    if (!origin.point().isEmpty()) about = about.with(Dimension.POINT, origin.point());
    if (!origin.source().isEmpty()) about = about.with(Dimension.SOURCE, origin.source());
    int at = origin.pack().indexOf('@');
    int hash = origin.pack().indexOf('#');
    return at < 0 || hash < at ? about : about.withPinned(origin.pack().substring(at + 1, hash));
  }

  /** As strictly as what is known of the company's role demands. */
  private static boolean isHealth(String element, Question question, Controller controller) {
    Facts facts = question.facts();
    return Collecting.current(controller, question.at())
        .vocabulary()
        .floor(element)
        .in(facts.roles(), facts.rolesKnown())
        .equals(DataClass.PHI);
  }

  Map<String, Object> tree(String subject) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("subject", subject);
    tree.put("records", shown.stream().map(Seen::tree).toList());
    tree.put("withheld", withheld);
    return tree;
  }

  private static Map<String, Object> tree(Kept kept) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("element", kept.origin().element());
    tree.put("value", kept.value());
    tree.put("source", kept.origin().source());
    tree.put("point", kept.origin().point());
    tree.put("pack", kept.origin().pack());
    tree.put("at", kept.origin().at().toString());
    if (kept.claimed()) tree.put("claimed", true);
    if (!kept.annotation().isEmpty()) tree.put("annotation", kept.annotation());
    return tree;
  }

  @Override
  public String toString() {
    return "what may be seen of a person";
  }
}
