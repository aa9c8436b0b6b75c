// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.lint;

import dev.probity.kernel.clause.Clause;
import dev.probity.kernel.clause.Condition;
import dev.probity.kernel.clause.Terms;
import dev.probity.kernel.term.Dimension;
import dev.probity.kernel.term.Tree;
import dev.probity.notice.pack.PackSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Rules on what a pack relies on and nobody brings: data, and facts. Stateless. */
final class Supplies {
  private static final Set<String> LATER = Set.of("use", "disclose", "sell", "transfer");

  private Supplies() {}

  /** {@code used-not-collected}: a permit names data that no clause or point collects. */
  static List<Found> usedNotCollected(PackSource source) {
    Tree data = source.pack().vocabulary().tree(Dimension.DATA);
    List<Clause> collecting =
        source.pack().clauses().stream()
            .filter(c -> permits(c, Set.of("collect"), source))
            .toList();
    List<Found> found = new ArrayList<>();
    for (Clause clause : source.pack().clauses()) {
      Terms used = clause.match().terms().get(Dimension.DATA);
      if (used == null || used.anyBut() || !permits(clause, LATER, source)) continue;
      Set<String> missing = new TreeSet<>(used.listed());
      missing.removeIf(term -> collecting.stream().anyMatch(c -> collects(c, term, data)));
      if (missing.isEmpty()) continue;
      found.add(
          Found.at(
              source,
              clause.cite(),
              "nobody collects `" + String.join("`, `", missing) + "`",
              "add the point or clause that collects it, or leave it out here"));
    }
    return found;
  }

  private static boolean permits(Clause clause, Set<String> actions, PackSource source) {
    if (!(clause instanceof Clause.Permit)) return false;
    Terms named = clause.match().terms().get(Dimension.ACTION);
    Tree tree = source.pack().vocabulary().tree(Dimension.ACTION);
    return named == null || actions.stream().anyMatch(a -> named.cover(a, tree));
  }

  private static boolean collects(Clause clause, String term, Tree data) {
    Terms collected = clause.match().terms().get(Dimension.DATA);
    return collected == null
        || (collected.anyBut() && collected.cover(term, data))
        || (!collected.anyBut() && Matches.overlap(collected.listed(), Set.of(term), data));
  }

  /**
   * {@code forbid-on-unsupplied-fact}: a prohibition reads a choice or a consent that the pack does
   * not declare, so that nobody can ever record it and it stays unknown.
   */
  static List<Found> unsuppliedFacts(PackSource source) {
    List<Found> found = new ArrayList<>();
    Conditions.each(
        source,
        (clause, condition) -> {
          Set<String> missing = undeclared(condition, source);
          if (missing.isEmpty() || !denies(clause)) return;
          found.add(
              Found.at(
                  source,
                  clause.cite(),
                  "nobody can supply `" + String.join("`, `", missing) + "`: it stays unknown",
                  "declare it in `choices` or `consents`, or drop the condition"));
        });
    return found;
  }

  private static boolean denies(Clause clause) {
    return switch (clause) {
      case Clause.Forbid c -> true;
      case Clause.Close c -> true;
      case Clause.Require c -> true;
      case Clause.Permit c -> false;
      case Clause.Outside c -> true;
      case Clause.Duty c -> false;
    };
  }

  private static Set<String> undeclared(Condition condition, PackSource source) {
    Set<String> missing = new TreeSet<>();
    if (condition instanceof Condition.Choice choice) {
      missing.addAll(choice.ids());
      missing.removeAll(source.pack().choices().keySet());
    }
    if (condition instanceof Condition.Consent consent
        && !consent.id().equals(Condition.Consent.ANY)
        && !source.pack().consents().containsKey(consent.id())) missing.add(consent.id());
    return missing;
  }
}
