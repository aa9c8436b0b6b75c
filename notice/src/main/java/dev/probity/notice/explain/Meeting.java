// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.explain;

import dev.probity.kernel.clause.Clause;
import dev.probity.kernel.clause.Match;
import dev.probity.kernel.clause.Terms;
import dev.probity.kernel.term.DataClass;
import dev.probity.kernel.term.Dimension;
import dev.probity.kernel.term.Tree;
import dev.probity.kernel.term.Vocabulary;
import java.util.Set;

/** Whether two clauses can speak to one question, by their dimensions alone. Immutable. */
record Meeting(Vocabulary vocabulary) {
  boolean possible(Clause one, Clause other) {
    for (Dimension d : Dimension.values()) {
      Terms a = one.match().terms().get(d);
      Terms b = other.match().terms().get(d);
      if (a != null && b != null && !meet(a, b, vocabulary.tree(d))) return false;
    }
    return classesMeet(one, other) && classesMeet(other, one);
  }

  private static boolean meet(Terms a, Terms b, Tree tree) {
    if (a.anyBut() && b.anyBut()) return true;
    if (a.anyBut()) return someOutside(b.listed(), a.listed(), tree);
    if (b.anyBut()) return someOutside(a.listed(), b.listed(), tree);
    return a.listed().stream()
        .anyMatch(x -> b.listed().stream().anyMatch(y -> tree.overlaps(x, y)));
  }

  private static boolean someOutside(Set<String> listed, Set<String> excluded, Tree tree) {
    return listed.stream().anyMatch(x -> excluded.stream().noneMatch(y -> tree.within(x, y)));
  }

  /** A permit's "at most" against another clause's "at least". */
  private static boolean classesMeet(Clause permit, Clause other) {
    if (!(permit instanceof Clause.Permit) || other instanceof Clause.Permit) return true;
    Match most = permit.match();
    DataClass least = other.match().bound();
    return most.bound() == null || least == null || least.compareTo(most.bound()) <= 0;
  }
}
