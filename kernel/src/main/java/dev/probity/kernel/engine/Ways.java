// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.engine;

import dev.probity.kernel.decide.Remedies;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Ways out of a DENY by one layer, read off the candidates of the element in hand. */
record Ways(Layer layer, Asking question, FactTable facts) {
  private List<Integer> candidates(Entry.Kind kind) {
    return Arrays.stream(question.candidates, 0, question.count)
        .filter(e -> layer.entries[e].kind == kind)
        .boxed()
        .toList();
  }

  boolean met() {
    return candidates(Entry.Kind.PERMIT).stream().anyMatch(this::met);
  }

  private boolean met(int permit) {
    return layer.rules.when(permit, question, facts) == Gauge.TRUE;
  }

  /** Permits that cover, are not met, and are not for somebody else altogether. */
  List<Entry> nearly() {
    return candidates(Entry.Kind.PERMIT).stream()
        .filter(p -> !met(p) && !layer.rules.never(p, question, facts))
        .map(p -> layer.entries[p])
        .toList();
  }

  /** For each prohibition what lifts it; empty where nothing prohibits. */
  List<Remedies> lifting() {
    List<Remedies> needed = new ArrayList<>();
    for (int e : candidates(Entry.Kind.MAYBE_OUTSIDE)) {
      if (layer.rules.applies(e, question, facts)) needed.add(Remedies.NONE);
    }
    for (int e : candidates(Entry.Kind.FORBID)) {
      if (layer.bites(e, question, facts)) needed.add(anyOf(layer.entries[e].unless));
    }
    for (int e : candidates(Entry.Kind.REQUIRE)) {
      if (!layer.rules.applies(e, question, facts)) continue;
      if (layer.rules.needs(e, question, facts) != Gauge.FALSE) continue;
      Entry require = layer.entries[e];
      needed.add(Remedies.anyOf(List.of(anyOf(require.unless), anyOf(require.needs))));
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
