// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.scenario;

import dev.probity.kernel.clause.Act;
import dev.probity.kernel.clause.Clause;
import dev.probity.notice.pack.PackSource;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the clauses behind an entry or a row can do to an answer. Immutable.
 *
 * @param attaches acts that its requirements attach while they may still be met
 */
public record Powers(
    boolean permits, boolean denies, boolean excludes, boolean obliges, Set<String> attaches) {
  /** Of an entry or of all entries of a row, as a scenario names it. */
  public static Powers of(PackSource source, String name) {
    return of(source, source.cites(name));
  }

  /** Of one entry alone, whatever else its row holds. */
  public static Powers ofEntry(PackSource source, String id) {
    return of(source, Set.of(id));
  }

  private static Powers of(PackSource source, Set<String> cites) {
    boolean permits = false;
    boolean denies = false;
    boolean excludes = false;
    boolean obliges = false;
    Set<String> attaches = new TreeSet<>();
    for (Clause clause : source.pack().clauses()) {
      if (!cites.contains(clause.cite())) continue;
      switch (clause) {
        case Clause.Permit p -> permits = true;
        case Clause.Forbid f -> denies = true;
        case Clause.Close c -> denies = true;
        case Clause.Outside o -> excludes = true;
        case Clause.Duty d -> obliges = true;
        case Clause.Require r -> {
          denies = true;
          attaches.add(Act.asked(r.needs()).toString());
        }
      }
    }
    return new Powers(permits, denies, excludes, obliges, attaches);
  }

  /** Whether anything behind the name takes part in decisions. */
  public boolean any() {
    return permits || denies || excludes || obliges;
  }
}
