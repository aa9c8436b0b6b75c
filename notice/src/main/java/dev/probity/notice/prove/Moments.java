// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.prove;

import dev.probity.kernel.clause.EvidenceRule;
import dev.probity.kernel.clause.History;
import dev.probity.kernel.clause.Pack;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** The instants from which something else holds. Stateless. */
final class Moments {
  private Moments() {}

  /** From when the newest version is in force. */
  static List<Instant> of(History history) {
    return of(history.newest().inForce(), history.versions());
  }

  /**
   * An instant of each stretch of time, from a first one on, in which no evidence ends and no law
   * begins.
   */
  static List<Instant> of(Instant from, Collection<Pack> packs) {
    TreeSet<Instant> moments = new TreeSet<>();
    moments.add(from);
    for (Pack pack : packs) {
      for (EvidenceRule rule : pack.evidence().values()) {
        if (rule.until() != null && rule.until().isAfter(from)) moments.add(rule.until());
      }
      for (var law : pack.overlays()) {
        if (law.pack().inForce().isAfter(from)) moments.add(law.pack().inForce());
      }
      List<Pack> laws = pack.overlays().stream().map(o -> o.pack()).toList();
      moments.addAll(of(from, laws));
    }
    return new ArrayList<>(moments);
  }
}
