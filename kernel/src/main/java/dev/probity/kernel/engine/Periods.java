// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.engine;

import dev.probity.kernel.clause.EvidenceRule;
import dev.probity.kernel.clause.Overlay;
import dev.probity.kernel.clause.Pack;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The different periods for which some pack lets evidence count. Immutable. */
record Periods(List<Period> all) {
  static final Instant[] NO_END = {};

  static Periods of(Collection<Pack> versions) {
    Set<Period> found = new LinkedHashSet<>();
    versions.stream()
        .flatMap(p -> Stream.concat(Stream.of(p), p.overlays().stream().map(Overlay::pack)))
        .flatMap(p -> p.evidence().values().stream())
        .map(EvidenceRule::lasts)
        .filter(java.util.Objects::nonNull)
        .forEach(found::add);
    return new Periods(List.copyOf(found));
  }

  int index(Period period) {
    return all.indexOf(period);
  }

  /** When each period ends that begins at an instant. Allocates where there are periods at all. */
  Instant[] ends(int kind, Instant from) {
    if (all.isEmpty() || kind == Words.NONE) return NO_END;
    Instant[] ends = new Instant[all.size()];
    for (int i = 0; i < ends.length; i++) {
      ends[i] = from.atZone(ZoneOffset.UTC).plus(all.get(i)).toInstant();
    }
    return ends;
  }
}
