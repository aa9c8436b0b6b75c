// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.decide;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Ways out of a DENY: alternatives, each a set of conditions to be met together; none contains
 * another. No alternative means there is no way out. Only the first {@value #MOST} ways are kept,
 * and what is put together is sorted first, so that no order of clauses shows. Immutable.
 */
public record Remedies(List<NavigableSet<String>> ways) {
  /** More ways than anybody reads; also what keeps the product of many clauses bounded. */
  private static final int MOST = 64;

  public static final Remedies NONE = new Remedies(List.of());

  /** Nothing needs to be done. */
  public static final Remedies FREE = new Remedies(List.of(new TreeSet<>()));

  public static Remedies of(String condition) {
    return new Remedies(List.of(new TreeSet<>(Set.of(condition))));
  }

  /** Each alternative of each; none of none. */
  public static Remedies anyOf(Collection<Remedies> alternatives) {
    return minimal(alternatives.stream().flatMap(r -> r.ways.stream()));
  }

  /** One alternative of each, put together; free where there is nothing to meet. */
  public static Remedies allOf(Collection<Remedies> needed) {
    List<Remedies> sorted =
        needed.stream().distinct().sorted(Comparator.comparing(r -> r.ways.toString())).toList();
    Remedies all = FREE;
    for (Remedies one : sorted) all = all.and(one);
    return all;
  }

  private Remedies and(Remedies other) {
    List<NavigableSet<String>> all = new ArrayList<>();
    for (NavigableSet<String> one : ways) {
      for (NavigableSet<String> two : other.ways) {
        NavigableSet<String> both = new TreeSet<>(one);
        both.addAll(two);
        all.add(both);
      }
    }
    return minimal(all.stream());
  }

  public List<List<String>> asLists() {
    return ways.stream().<List<String>>map(List::copyOf).toList();
  }

  private record Way(NavigableSet<String> conditions, String text) {}

  private static Remedies minimal(Stream<NavigableSet<String>> all) {
    List<Way> sorted =
        all.map(way -> new Way(way, way.toString()))
            .sorted(Comparator.<Way>comparingInt(w -> w.conditions.size()).thenComparing(Way::text))
            .toList();
    List<NavigableSet<String>> kept = new ArrayList<>();
    for (Way way : sorted) {
      if (kept.size() == MOST) break;
      if (kept.stream().noneMatch(way.conditions::containsAll)) kept.add(way.conditions);
    }
    return new Remedies(List.copyOf(kept));
  }
}
