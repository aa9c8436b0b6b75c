// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.decide;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * Ways out of a DENY: alternatives, each a set of conditions to be met together; none contains
 * another. No alternative means there is no way out. Immutable.
 */
record Remedies(List<NavigableSet<String>> ways) {
  /** More ways than anybody reads; also what keeps the product of many clauses bounded. */
  private static final int MOST = 64;

  static final Remedies NONE = new Remedies(List.of());

  /** Nothing needs to be done. */
  static final Remedies FREE = new Remedies(List.of(new TreeSet<>()));

  static Remedies of(String condition) {
    return new Remedies(List.of(new TreeSet<>(Set.of(condition))));
  }

  Remedies or(Remedies other) {
    List<NavigableSet<String>> all = new ArrayList<>(ways);
    all.addAll(other.ways);
    return minimal(all);
  }

  Remedies and(Remedies other) {
    List<NavigableSet<String>> all = new ArrayList<>();
    for (NavigableSet<String> one : ways) {
      for (NavigableSet<String> two : other.ways) {
        NavigableSet<String> both = new TreeSet<>(one);
        both.addAll(two);
        all.add(both);
      }
    }
    return minimal(all);
  }

  List<List<String>> asLists() {
    return ways.stream().<List<String>>map(List::copyOf).toList();
  }

  private static Remedies minimal(List<NavigableSet<String>> all) {
    List<NavigableSet<String>> sorted =
        all.stream()
            .sorted(
                Comparator.<NavigableSet<String>>comparingInt(Set::size)
                    .thenComparing(Object::toString))
            .toList();
    List<NavigableSet<String>> kept = new ArrayList<>();
    for (NavigableSet<String> way : sorted) {
      if (kept.size() < MOST && kept.stream().noneMatch(way::containsAll)) kept.add(way);
    }
    return new Remedies(List.copyOf(kept));
  }
}
