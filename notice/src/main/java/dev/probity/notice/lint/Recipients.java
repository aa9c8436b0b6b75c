// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.lint;

import dev.probity.kernel.clause.Clause;
import dev.probity.kernel.clause.Condition;
import dev.probity.kernel.clause.Terms;
import dev.probity.kernel.question.Question;
import dev.probity.kernel.term.Dimension;
import dev.probity.kernel.term.Tree;
import dev.probity.notice.pack.PackSource;
import dev.probity.notice.scenario.Ask;
import dev.probity.notice.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Rules on who receives what. Stateless. */
final class Recipients {
  private static final Condition DEIDENTIFIED =
      new Condition.Evidence(Set.of("deid.passed"), Set.of());

  private Recipients() {}

  /**
   * {@code two-clauses-one-recipient}: permits of two rows hand one recipient different lists of
   * data under the same conditions and for the same purposes, so that a reader of the notice cannot
   * tell which list holds. Data that must pass the test of de-identification is nobody's and counts
   * in no list.
   */
  static List<Found> twoLists(PackSource source) {
    List<Clause.Permit> lists = new ArrayList<>();
    source.entries().values().stream()
        .flatMap(e -> e.clauses().stream())
        .filter(Clause.Permit.class::isInstance)
        .map(Clause.Permit.class::cast)
        .filter(p -> listed(p, Dimension.RECIPIENT) && listed(p, Dimension.DATA))
        .filter(p -> !p.when().contains(DEIDENTIFIED))
        .sorted(java.util.Comparator.comparing(Clause.Permit::id))
        .forEach(lists::add);
    List<Found> found = new ArrayList<>();
    for (int i = 0; i < lists.size(); i++) {
      for (Clause.Permit before : lists.subList(0, i)) {
        Clause.Permit second = lists.get(i);
        shared(before, second, source)
            .ifPresent(
                to ->
                    found.add(
                        Found.at(
                            source,
                            List.of(second.cite(), before.cite()),
                            "this clause and `"
                                + before.cite()
                                + "` give `"
                                + to
                                + "` different data",
                            "say with `only` and `resolves` which list holds, or make it one"
                                + " list")));
      }
    }
    return found;
  }

  private static boolean listed(Clause clause, Dimension dimension) {
    Terms terms = clause.match().terms().get(dimension);
    return terms != null && !terms.anyBut();
  }

  /** The recipient of both, where nothing but the data tells the two clauses apart. */
  private static Optional<String> shared(
      Clause.Permit one, Clause.Permit other, PackSource source) {
    if (Entries.row(one.cite(), source).equals(Entries.row(other.cite(), source)))
      return Optional.empty();
    boolean alike =
        List.of(Dimension.ACTION, Dimension.PURPOSE, Dimension.SOURCE, Dimension.TECHNOLOGY)
            .stream()
            .allMatch(
                d ->
                    java.util.Objects.equals(
                        one.match().terms().get(d), other.match().terms().get(d)));
    if (!alike || !Set.copyOf(one.when()).equals(Set.copyOf(other.when()))) return Optional.empty();
    if (terms(one, Dimension.DATA).equals(terms(other, Dimension.DATA))) return Optional.empty();
    Set<String> both = new TreeSet<>(terms(one, Dimension.RECIPIENT));
    both.retainAll(terms(other, Dimension.RECIPIENT));
    return both.stream().findFirst();
  }

  private static Set<String> terms(Clause clause, Dimension dimension) {
    Terms terms = clause.match().terms().get(dimension);
    return terms == null ? Set.of() : terms.listed();
  }

  /**
   * {@code inner-recipient}: a question names a kind of recipients below which the pack names
   * others, as a recipient of its own or in a clause.
   */
  static List<Found> inner(PackSource source) {
    Set<String> inner = inner(named(source), source.pack().vocabulary().tree(Dimension.RECIPIENT));
    List<Found> found = new ArrayList<>();
    for (Scenario scenario : source.scenarios()) {
      Optional<String> to = question(scenario).flatMap(q -> q.term(Dimension.RECIPIENT));
      if (to.isEmpty() || !inner.contains(to.get())) continue;
      List<String> names = new ArrayList<>(List.of(scenario.name()));
      names.addAll(scenario.keeps());
      found.add(
          new Found(
              names,
              "this asks about `" + to.get() + "`, and the pack names kinds of it",
              "ask about one of them: an answer about a kind is an answer about its strictest part",
              scenario.where()));
    }
    return found;
  }

  private static Set<String> named(PackSource source) {
    Set<String> named = new TreeSet<>();
    source.section("recipients").forEach(s -> named.add(s.name()));
    source.pack().clauses().forEach(c -> named.addAll(terms(c, Dimension.RECIPIENT)));
    return named;
  }

  private static Set<String> inner(Set<String> named, Tree tree) {
    Set<String> inner = new TreeSet<>();
    for (String leaf : named) {
      String at = tree.parents().getOrDefault(leaf, "");
      while (!at.isEmpty() && inner.add(at)) at = tree.parents().getOrDefault(at, "");
    }
    return inner;
  }

  private static Optional<Question> question(Scenario scenario) {
    return switch (scenario.ask()) {
      case Ask.Decide ask -> Optional.of(ask.question());
      case Ask.View ask -> Optional.of(ask.question());
      case Ask.Event ask -> Optional.empty();
      case Ask.Flow ask -> Optional.empty();
      case Ask.Elsewhere ask -> Optional.empty();
    };
  }
}
