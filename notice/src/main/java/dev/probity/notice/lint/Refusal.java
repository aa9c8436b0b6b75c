// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.lint;

import dev.probity.kernel.clause.Clause;
import dev.probity.kernel.clause.Clause.Forbid;
import dev.probity.kernel.clause.Clause.Permit;
import dev.probity.kernel.clause.Condition;
import dev.probity.kernel.clause.Terms;
import dev.probity.kernel.term.Dimension;
import dev.probity.kernel.term.Tree;
import dev.probity.notice.pack.PackSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A kind of thing that a person can refuse by law: permits to do it in which nothing hangs on what
 * the person chose. Immutable.
 *
 * @param kinds terms of the dimension that are meant, but those within {@code but}; what serves a
 *     necessary purpose only is never meant
 * @param sentence what is said of the first of the permits, which stands for all
 */
record Refusal(
    Dimension dimension, String action, Set<String> kinds, Set<String> but, String sentence) {

  Optional<Found> missing(PackSource source) {
    List<String> cites =
        source.pack().clauses().stream()
            .filter(Permit.class::isInstance)
            .map(Permit.class::cast)
            .filter(p -> meant(p, source) && !refusable(p, source))
            .map(Clause::cite)
            .distinct()
            .sorted()
            .toList();
    return cites.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Found.at(
                source,
                cites,
                sentence,
                "add the choice or the consent, or lay the law's pack over this one"));
  }

  private boolean meant(Permit permit, PackSource source) {
    Terms terms = permit.match().terms().get(dimension);
    Terms actions = permit.match().terms().get(Dimension.ACTION);
    if (terms == null || terms.anyBut() || actions == null) return false;
    Tree tree = source.pack().vocabulary().tree(dimension);
    return actions.listed().contains(action)
        && terms.listed().stream().anyMatch(t -> within(t, kinds, tree) && !within(t, but, tree))
        && !necessary(permit, source);
  }

  private static boolean necessary(Permit permit, PackSource source) {
    Terms purposes = permit.match().terms().get(Dimension.PURPOSE);
    Tree tree = source.pack().vocabulary().tree(Dimension.PURPOSE);
    return purposes != null
        && !purposes.anyBut()
        && purposes.listed().stream().allMatch(p -> tree.within(p, "necessary"));
  }

  private static boolean within(String term, Set<String> kinds, Tree tree) {
    return kinds.stream().anyMatch(k -> tree.within(term, k));
  }

  /**
   * By a condition of its own, or by a prohibition of such things that contains it and hangs on the
   * person. A right to have everything erased is no way to refuse one thing.
   */
  private boolean refusable(Permit permit, PackSource source) {
    Matches matches = new Matches(source.pack().vocabulary());
    return chosen(permit.when().stream())
        || source.pack().clauses().stream()
            .filter(Forbid.class::isInstance)
            .map(Forbid.class::cast)
            .filter(f -> f.match().terms().containsKey(dimension))
            .filter(f -> matches.within(permit, f.match()))
            .anyMatch(f -> chosen(Stream.concat(f.when().stream(), f.unless().stream())));
  }

  private static boolean chosen(Stream<Condition> conditions) {
    return conditions.anyMatch(
        c -> c instanceof Condition.Consent || c instanceof Condition.Choice);
  }
}
