// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.prove;

import dev.probity.kernel.term.Regions;
import dev.probity.kernel.term.Truth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Where one of those concerned may be said to be: one region of each class that no condition can
 * tell apart, coarse ones among them, or nothing stated. One thread.
 */
final class Places {
  private final Gates gates;
  private final Atlas atlas;
  private final int read;
  private final int unstated;
  private final Map<String, Integer> stated = new LinkedHashMap<>();

  Places(Gates gates, Atlas atlas, int read) {
    this.gates = gates;
    this.atlas = atlas;
    this.read = read;
    atlas.places().forEach(place -> stated.put(place, gates.variable()));
    // Why: a solver decides what was made last last, and what is left over then is "not stated".
    this.unstated = gates.variable();
    List<Integer> one = new ArrayList<>(stated.values());
    one.add(unstated);
    gates.exactlyOne(one.stream().mapToInt(Integer::intValue).toArray());
  }

  Both of(Regions regions, Set<String> in) {
    List<Integer> yes = new ArrayList<>();
    List<Integer> no = new ArrayList<>();
    stated.forEach(
        (place, literal) -> {
          Truth inside = inside(regions, place, in);
          if (inside == Truth.TRUE) yes.add(literal);
          if (inside == Truth.FALSE) no.add(literal);
        });
    no.add(gates.and(unstated, read));
    return new Both(gates.or(yes), gates.or(no));
  }

  private Truth inside(Regions regions, String place, Set<String> in) {
    Truth any = Truth.FALSE;
    for (String region : in) any = any.or(atlas.inside(regions, place, region));
    return any;
  }

  /** What a rule makes of each place: the literals of the places by what it says. */
  <T> Map<T, List<Integer>> by(Regions regions, Function<Function<String, Truth>, T> rule) {
    Map<T, List<Integer>> found = new LinkedHashMap<>();
    stated.forEach(
        (place, literal) ->
            found
                .computeIfAbsent(
                    rule.apply(r -> atlas.inside(regions, place, r)), k -> new ArrayList<>())
                .add(literal));
    int nowhere = gates.and(unstated, read);
    int unknown = gates.and(unstated, -read);
    found.computeIfAbsent(rule.apply(r -> Truth.FALSE), k -> new ArrayList<>()).add(nowhere);
    found.computeIfAbsent(rule.apply(r -> Truth.UNKNOWN), k -> new ArrayList<>()).add(unknown);
    return found;
  }

  Optional<String> place() {
    return stated.entrySet().stream()
        .filter(e -> gates.holds(e.getValue()))
        .map(Map.Entry::getKey)
        .findFirst();
  }
}
