// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.lint;

import dev.probity.kernel.clause.Condition;
import dev.probity.kernel.clause.EvidenceRule;
import dev.probity.notice.pack.PackSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rules on the documents that conditions ask for. Stateless. */
final class Evidence {
  private Evidence() {}

  /** {@code expired-mechanism}: what a condition asks for had ended when the notice began. */
  static List<Found> expired(PackSource source) {
    List<Found> found = new ArrayList<>();
    Conditions.each(
        source,
        (clause, condition) -> {
          for (String kind : kinds(condition)) {
            if (ended(kind, source))
              found.add(
                  Found.at(
                      source,
                      clause.cite(),
                      "`" + kind + "` had ended before this notice came into force",
                      "name a mechanism that is in force; this one is refused"));
          }
        });
    return found;
  }

  /** {@code evidence-without-validity}: nothing says how long such a document counts. */
  static List<Found> unbounded(PackSource source) {
    List<Found> found = new ArrayList<>();
    Conditions.each(
        source,
        (clause, condition) -> {
          for (String kind : kinds(condition)) {
            if (rule(kind, source).isEmpty())
              found.add(
                  Found.at(
                      source,
                      clause.cite(),
                      "nothing says how long `" + kind + "` counts",
                      "add `vocabulary: {evidence: {"
                          + kind
                          + ": {until: DATE}}}`, or `for`, or `document: true`"));
          }
        });
    return found;
  }

  private static List<String> kinds(Condition condition) {
    return condition instanceof Condition.Evidence e
        ? e.kinds().stream().sorted().toList()
        : List.of();
  }

  private static boolean ended(String kind, PackSource source) {
    return rule(kind, source)
        .map(EvidenceRule::until)
        .filter(until -> !until.isAfter(source.header().inForce()))
        .isPresent();
  }

  /** The rule of the kind, or of the nearest kind above it that has one. */
  private static Optional<EvidenceRule> rule(String kind, PackSource source) {
    Map<String, String> parents = source.pack().vocabulary().evidence().parents();
    for (String at = kind; !at.isEmpty(); at = parents.getOrDefault(at, "")) {
      EvidenceRule rule = source.pack().evidence().get(at);
      if (rule != null) return Optional.of(rule);
    }
    return Optional.empty();
  }
}
