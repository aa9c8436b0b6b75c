// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A unit with the ids whose citations rest on it, in order of id. It is {@code complete} when one
 * of them names it by number, or when together they cite every line it stands in. Immutable.
 */
public record Traced(Unit unit, List<String> by, boolean complete) {
  public Traced {
    by = List.copyOf(by);
  }

  /** All units, each with what rests on it. Costs about the number of places cited. */
  public static List<Traced> of(List<Unit> units, Map<String, Citation> citations) {
    Map<Place, List<String>> ids = new HashMap<>();
    new TreeMap<>(citations)
        .forEach(
            (id, citation) ->
                citation
                    .places()
                    .forEach(p -> ids.computeIfAbsent(p, none -> new ArrayList<>()).add(id)));
    return units.stream().map(unit -> of(unit, ids)).toList();
  }

  private static Traced of(Unit unit, Map<Place, List<String>> ids) {
    List<String> named = ids.getOrDefault(unit.place(), List.of());
    List<String> by = new ArrayList<>(named);
    boolean all = true;
    for (int line = unit.line(); line <= unit.lastLine(); line++) {
      List<String> whole = ids.getOrDefault(new Place(line, 0), List.of());
      by.addAll(whole);
      all &= !whole.isEmpty();
    }
    return new Traced(unit, by.stream().distinct().sorted().toList(), all || !named.isEmpty());
  }
}
