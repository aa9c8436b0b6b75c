// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.engine;

import dev.probity.kernel.decide.Remedies;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Ways out of a DENY by one layer, read off the candidates of the element in hand. */
record Ways(Layer layer, Asking question, FactTable facts) {
  private List<Entry> candidates(Entry.Kind kind) {
    List<Entry> found = new ArrayList<>();
    for (int i = 0; i < question.count; i++) {
      Entry entry = layer.entries[question.candidates[i]];
      if (entry.kind == kind) found.add(entry);
    }
    return found;
  }

  boolean met() {
    return candidates(Entry.Kind.PERMIT).stream().anyMatch(this::met);
  }

  private boolean met(Entry permit) {
    return Gauge.all(permit.when, question, facts) == Gauge.TRUE;
  }

  /** Permits that cover, are not met, and are not for somebody else altogether. */
  List<Entry> nearly() {
    return candidates(Entry.Kind.PERMIT).stream()
        .filter(p -> !met(p) && !Layer.never(p, question, facts))
        .toList();
  }

  /** For each prohibition what lifts it; empty where nothing prohibits. */
  List<Remedies> lifting() {
    List<Remedies> needed = new ArrayList<>();
    for (Entry e : candidates(Entry.Kind.MAYBE_OUTSIDE)) {
      if (Layer.applies(e, question, facts)) needed.add(Remedies.NONE);
    }
    for (Entry e : candidates(Entry.Kind.FORBID)) {
      if (layer.bites(e, question, facts)) needed.add(anyOf(e.unless));
    }
    for (Entry e : candidates(Entry.Kind.REQUIRE)) {
      if (!Layer.applies(e, question, facts)) continue;
      if (Gauge.all(e.needs, question, facts) != Gauge.FALSE) continue;
      needed.add(Remedies.anyOf(List.of(anyOf(e.unless), anyOf(e.needs))));
    }
    return needed;
  }

  Remedies meeting(List<Entry> permits) {
    return Remedies.anyOf(
        permits.stream()
            .map(
                p ->
                    Remedies.allOf(
                        Arrays.stream(p.when)
                            .filter(g -> g.truth(question, facts) != Gauge.TRUE)
                            .map(this::remedy)
                            .toList()))
            .toList());
  }

  private Remedies anyOf(Gauge[] gauges) {
    return Remedies.anyOf(Arrays.stream(gauges).map(this::remedy).toList());
  }

  private Remedies remedy(Gauge gauge) {
    if (gauge.changeable) return Remedies.of(gauge.condition.text());
    boolean unknown = gauge.truth(question, facts) == Gauge.UNKNOWN;
    return unknown ? Remedies.of("state " + gauge.condition.text()) : Remedies.NONE;
  }
}
