// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.lint;

import dev.probity.kernel.clause.Clause;
import dev.probity.notice.pack.Entry;
import dev.probity.notice.pack.PackSource;
import dev.probity.notice.pack.Resolve;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * {@code only-without-resolves}: the closed list of one clause cuts into another's permit, and
 * neither a {@code resolves} nor the clause itself says that this is meant. Stateless.
 */
final class Only {
  private Only() {}

  static List<Found> unsettled(PackSource source) {
    Matches matches = new Matches(source.pack().vocabulary());
    List<Found> found = new ArrayList<>();
    for (Entry entry : source.entries().values()) {
      for (Clause clause : entry.clauses()) {
        if (!(clause instanceof Clause.Forbid) || !clause.id().endsWith("#only")) continue;
        Set<String> cut = new TreeSet<>();
        source.pack().clauses().stream()
            .filter(p -> p instanceof Clause.Permit && !p.cite().equals(clause.cite()))
            .filter(p -> matches.meet(p, clause))
            .forEach(p -> cut.add(p.cite()));
        Set<String> settled = settled(entry, source);
        cut.removeIf(id -> settled.contains(id) || settled.contains(Entries.row(id, source)));
        if (!cut.isEmpty())
          found.add(
              Found.at(
                  entry,
                  "`only` cuts into `" + String.join("`, `", cut) + "`, and nothing settles that",
                  "name them under `resolves`, or narrow the list"));
      }
    }
    return found;
  }

  private static Set<String> settled(Entry entry, PackSource source) {
    Set<String> settled = new TreeSet<>(entry.resolves());
    for (Resolve resolve : source.resolves()) {
      boolean mine = entry.resolves().contains(resolve.id()) || resolve.target().equals(entry.id());
      if (mine) settled.addAll(resolve.over());
    }
    return settled;
  }
}
