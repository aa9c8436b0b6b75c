// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.diff;

import dev.probity.kernel.clause.Clause;
import dev.probity.kernel.clause.Condition;
import dev.probity.kernel.clause.Terms;
import dev.probity.kernel.term.Dimension;
import dev.probity.kernel.term.Tree;
import dev.probity.kernel.term.Vocabulary;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where a change lies, in the words of the clauses that decide: what both of them name, and what
 * has to be known. Immutable.
 *
 * @param terms a dimension that is missing is not narrowed
 * @param conditions what holds, or with {@code not} what does not hold for certain
 */
public record Region(Map<Dimension, Terms> terms, List<String> conditions) {
  /** Where all these entries speak; each is given with its clauses. */
  static Region of(List<Set<Clause>> before, List<Set<Clause>> after, Vocabulary words) {
    List<Set<Clause>> entries = new ArrayList<>(before);
    entries.addAll(after);
    Map<Dimension, Terms> terms = new EnumMap<>(Dimension.class);
    for (Dimension d : Dimension.values()) {
      List<Terms> named = new ArrayList<>();
      for (Set<Clause> entry : entries) {
        // Why: an entry of several clauses narrows only what each of them names.
        if (entry.size() == 1 && entry.iterator().next().match().terms().containsKey(d))
          named.add(entry.iterator().next().match().terms().get(d));
        else if (entry.size() > 1) union(entry, d).forEach(named::add);
      }
      named.stream().reduce((a, b) -> common(a, b, words.tree(d))).ifPresent(t -> terms.put(d, t));
    }
    return new Region(terms, conditions(entries));
  }

  private static List<Terms> union(Collection<Clause> side, Dimension d) {
    Set<String> listed = new HashSet<>();
    for (Clause clause : side) {
      Terms terms = clause.match().terms().get(d);
      if (terms == null || terms.anyBut()) return List.of();
      listed.addAll(terms.listed());
    }
    return List.of(new Terms(listed, false));
  }

  /** What lies in both, where that can be said with a list; else the first. */
  private static Terms common(Terms one, Terms other, Tree tree) {
    if (one.anyBut() && other.anyBut()) return one;
    if (one.anyBut()) return common(other, one, tree);
    Set<String> both = new TreeSet<>();
    for (String term : one.listed()) {
      if (other.overlap(term, tree)) both.add(term);
    }
    if (!other.anyBut()) {
      both.removeIf(t -> other.listed().stream().noneMatch(o -> tree.within(t, o)));
      for (String term : other.listed())
        if (one.listed().stream().anyMatch(o -> tree.within(term, o))) both.add(term);
    }
    return both.isEmpty() ? one : new Terms(both, false);
  }

  private static List<String> conditions(List<Set<Clause>> entries) {
    Set<String> found = new TreeSet<>();
    for (Set<Clause> entry : entries) {
      if (entry.size() != 1) continue;
      Clause clause = entry.iterator().next();
      for (Condition c : clause.when()) found.add(c.text());
      switch (clause) {
        case Clause.Forbid c -> c.unless().forEach(u -> found.add("not " + u.text()));
        case Clause.Close c -> c.unless().forEach(u -> found.add("not " + u.text()));
        case Clause.Require c -> c.unless().forEach(u -> found.add("not " + u.text()));
        case Clause.Permit c -> {}
        case Clause.Outside c -> {}
        case Clause.Duty c -> {}
      }
    }
    return List.copyOf(found);
  }
}
