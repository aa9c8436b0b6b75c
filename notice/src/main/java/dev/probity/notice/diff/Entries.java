// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.diff;

import dev.probity.kernel.clause.Clause;
import dev.probity.kernel.clause.Overlay;
import dev.probity.kernel.clause.Pack;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** The clauses behind each id that answers cite, overlays' as {@code overlay:ID}. Immutable. */
record Entries(Map<String, Set<Clause>> byCite) {
  static Entries of(Pack pack) {
    Map<String, Set<Clause>> byCite = new HashMap<>();
    add(pack, "", byCite);
    for (Overlay overlay : pack.overlays()) add(overlay.pack(), overlay.pack().id() + ":", byCite);
    return new Entries(byCite);
  }

  private static void add(Pack pack, String prefix, Map<String, Set<Clause>> byCite) {
    for (Clause clause : pack.clauses())
      byCite.computeIfAbsent(prefix + clause.cite(), k -> new HashSet<>()).add(clause);
  }

  /** Ids of entries that the other pack does not have just so. */
  SortedSet<String> otherThan(Entries other) {
    SortedSet<String> changed = new TreeSet<>(byCite.keySet());
    changed.removeIf(id -> of(id).equals(other.of(id)));
    return changed;
  }

  Set<Clause> of(String cite) {
    return byCite.getOrDefault(cite, Set.of());
  }

  List<Set<Clause>> of(List<String> cites) {
    return cites.stream().map(this::of).toList();
  }
}
