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

  private static final Set<String> AGES = Set.of("demographic.age", "demographic.birth-date");

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
   * {@code forbid-on-unsupplied-fact}: a prohibition hangs on an age that nobody asks for. An age
   * that is not known is no reason to let go of it, so it always holds; {@code knowing: true} turns
   * that round. Other facts have a supplier by their kind: records, registers, look-ups, callers.
   */
  static List<Found> unsuppliedFacts(PackSource source) {
    Tree data = source.pack().vocabulary().tree(Dimension.DATA);
    boolean asked =
        source.pack().clauses().stream()
            .filter(c -> permits(c, Set.of("collect"), source))
            .map(c -> c.match().terms().get(Dimension.DATA))
            .anyMatch(t -> t != null && !t.anyBut() && Matches.overlap(t.listed(), AGES, data));
    if (asked) return List.of();
    return source.pack().clauses().stream()
        .filter(c -> c instanceof Clause.Forbid || c instanceof Clause.Close)
        .filter(c -> c.when().stream().anyMatch(Supplies::needsAge))
        .map(
            c ->
                Found.at(
                    source,
                    c.cite(),
                    "this hangs on an age that no point asks for, and so always holds",
                    "write `knowing: true`, or collect `demographic.age`"))
        .toList();
  }

  private static boolean needsAge(Condition condition) {
    return condition instanceof Condition.Age age && !age.knowing();
  }
}
