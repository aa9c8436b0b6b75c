// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.lint;

import dev.probity.kernel.clause.Clause;
import dev.probity.kernel.clause.Condition;
import dev.probity.kernel.clause.Match;
import dev.probity.kernel.clause.Terms;
import dev.probity.kernel.term.DataClass;
import dev.probity.kernel.term.Dimension;
import dev.probity.kernel.term.Tree;
import dev.probity.kernel.term.Vocabulary;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How the questions of two clauses stand to each other, whatever the facts. Immutable. */
record Matches(Vocabulary vocabulary) {
  /** Whether some question is meant by both. */
  boolean meet(Clause one, Clause other) {
    return one.match().meets(other.match(), vocabulary) && regionsMeet(one.when(), other.when());
  }

  /** Whether a prohibition overlaps every question the permit covers. */
  boolean within(Clause.Permit inner, Match outer) {
    if (outer.bound() != null && outer.bound() != DataClass.PUBLIC) return false;
    for (Dimension d : Dimension.values()) {
      Terms b = outer.terms().get(d);
      if (b == null) continue;
      Terms a = inner.match().terms().get(d);
      if (a == null || !within(a, b, vocabulary.tree(d))) return false;
    }
    return true;
  }

  /** Whether every condition holds wherever all of {@code given} hold. */
  boolean implied(List<Condition> conditions, List<Condition> given) {
    return conditions.stream().allMatch(c -> given.stream().anyMatch(g -> implies(g, c)));
  }

  private boolean implies(Condition given, Condition wanted) {
    if (given.equals(wanted)) return true;
    return given instanceof Condition.Region narrow
        && wanted instanceof Condition.Region wide
        && narrow.of() == wide.of()
        && narrow.in().stream().allMatch(r -> insideAny(r, wide.in()));
  }

  /** Region conditions on one place that no place can meet together keep clauses apart. */
  boolean regionsMeet(List<Condition> one, List<Condition> other) {
    for (Condition a : one) {
      for (Condition b : other) {
        if (a instanceof Condition.Region x
            && b instanceof Condition.Region y
            && x.of() == y.of()
            && common(x.in(), y.in()).isEmpty()) return false;
      }
    }
    return true;
  }

  private Optional<String> common(Set<String> one, Set<String> other) {
    Optional<String> inOther = one.stream().filter(r -> insideAny(r, other)).findFirst();
    return inOther.isPresent()
        ? inOther
        : other.stream().filter(r -> insideAny(r, one)).findFirst();
  }

  private boolean insideAny(String region, Set<String> regions) {
    return regions.stream()
        .anyMatch(
            r -> vocabulary.regions().inside(region, r) != dev.probity.kernel.term.Truth.FALSE);
  }

  /** Whether a term of one list lies above, below or at a term of the other. */
  static boolean overlap(Set<String> one, Set<String> other, Tree tree) {
    return one.stream().anyMatch(x -> other.stream().anyMatch(y -> tree.overlaps(x, y)));
  }

  private static boolean within(Terms inner, Terms outer, Tree tree) {
    Set<String> in = inner.listed();
    Set<String> out = outer.listed();
    if (inner.anyBut()) {
      return outer.anyBut()
          && out.stream().allMatch(o -> in.stream().anyMatch(i -> tree.within(o, i)));
    }
    return outer.anyBut()
        ? !overlap(in, out, tree)
        : in.stream().allMatch(i -> out.stream().anyMatch(o -> tree.within(i, o)));
  }
}
