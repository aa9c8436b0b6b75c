// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.decide;

import dev.probity.kernel.question.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A record with only the fields somebody may see, and the clauses that withhold the others. Each
 * field is decided alone. Immutable.
 *
 * @param withheld clause ids per withheld field; empty where no clause speaks
 */
public record Views(List<String> shown, Map<String, List<String>> withheld, List<String> acts) {
  public static Views of(Decider decider, Question template, List<String> fields) {
    List<String> shown = new ArrayList<>();
    Map<String, List<String>> withheld = new TreeMap<>();
    java.util.TreeSet<String> acts = new java.util.TreeSet<>();
    for (String field : fields) {
      Decision one = decider.decide(template.withData(List.of(field)));
      if (one.permits()) {
        shown.add(field);
        acts.addAll(one.acts());
      } else {
        withheld.put(field, one.because());
      }
    }
    return new Views(List.copyOf(shown), withheld, List.copyOf(acts));
  }
}
