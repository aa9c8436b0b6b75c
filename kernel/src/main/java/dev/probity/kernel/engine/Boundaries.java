// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.engine;

import dev.probity.kernel.clause.Clause;
import dev.probity.kernel.clause.Condition;
import dev.probity.kernel.clause.EvidenceRule;
import dev.probity.kernel.clause.Overlay;
import dev.probity.kernel.clause.Pack;
import dev.probity.kernel.question.ConsentRecord;
import dev.probity.kernel.question.Document;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The instants and ages at which some pack changes its mind. Immutable.
 *
 * @param instants when versions come into force and evidence ends, over every version and overlay
 */
record Boundaries(List<Instant> instants, List<Period> periods, List<Integer> ages) {
  static Boundaries of(List<Pack> versions) {
    Set<Instant> instants = new TreeSet<>();
    Set<Integer> ages = new TreeSet<>(Set.of(18));
    Set<Period> periods = new TreeSet<>(Comparator.comparing(Period::toString));
    for (Pack pack : layers(versions)) {
      instants.add(pack.inForce());
      for (EvidenceRule rule : pack.evidence().values()) {
        if (rule.until() != null) instants.add(rule.until());
        if (rule.lasts() != null) periods.add(rule.lasts());
      }
      for (Clause clause : pack.clauses()) {
        for (Condition c : clause.when()) if (c instanceof Condition.Age age) ages.add(age.bound());
      }
    }
    return new Boundaries(List.copyOf(instants), List.copyOf(periods), List.copyOf(ages));
  }

  static List<Pack> layers(List<Pack> versions) {
    return versions.stream()
        .flatMap(p -> Stream.concat(Stream.of(p), p.overlays().stream().map(Overlay::pack)))
        .toList();
  }

  int age(Dice dice) {
    return dice.pick(ages);
  }

  /** One of the packs' instants, or one at which a record of the draft begins or ends. */
  Instant instant(Draft draft, Dice dice) {
    List<Instant> found = new ArrayList<>();
    for (ConsentRecord r : draft.consents) {
      if (r.from() != null) found.add(r.from());
      if (r.withdrawn() != null) found.add(r.withdrawn());
    }
    for (Document d : draft.evidence) {
      if (d.until() != null) found.add(d.until());
      if (d.from() == null) continue;
      found.add(d.from());
      for (Period p : periods) found.add(d.from().atZone(ZoneOffset.UTC).plus(p).toInstant());
    }
    return found.isEmpty() || dice.oneIn(4) ? dice.pick(instants) : dice.pick(found);
  }
}
