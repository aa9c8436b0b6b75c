// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.lint;

import dev.probity.kernel.clause.Clause;
import dev.probity.kernel.clause.Terms;
import dev.probity.kernel.term.Dimension;
import dev.probity.notice.pack.PackSource;
import dev.probity.notice.pack.Section;
import dev.probity.notice.yaml.Form;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code tracker-not-covered}: the register names a tracker whose technology or purpose no permit
 * to collect covers. Stateless.
 */
final class Trackers {
  private Trackers() {}

  static List<Found> uncovered(PackSource source) {
    List<Clause> collecting =
        source.pack().clauses().stream()
            .filter(Clause.Permit.class::isInstance)
            .filter(c -> covers(c, Dimension.ACTION, List.of("collect"), source))
            .toList();
    List<Found> found = new ArrayList<>();
    for (Section tracker : source.section("trackers")) {
      Form form = new Form(tracker.node(), "a tracker", new ArrayList<>());
      List<String> by = form.words("by");
      List<String> purposes = form.words("for");
      boolean covered =
          collecting.stream()
              .anyMatch(
                  c ->
                      covers(c, Dimension.TECHNOLOGY, by, source)
                          && covers(c, Dimension.PURPOSE, purposes, source));
      if (covered) continue;
      List<String> names = new ArrayList<>(List.of(tracker.name()));
      names.addAll(tracker.keeps());
      found.add(
          new Found(
              names,
              "no permit to collect covers the tracker `" + tracker.name() + "`",
              "remove the tracker from the site, or cover its technology and purpose",
              tracker.where()));
    }
    return found;
  }

  private static boolean covers(
      Clause clause, Dimension dimension, List<String> asked, PackSource source) {
    Terms terms = clause.match().terms().get(dimension);
    return terms == null
        || (!asked.isEmpty()
            && asked.stream()
                .allMatch(a -> terms.cover(a, source.pack().vocabulary().tree(dimension))));
  }
}
