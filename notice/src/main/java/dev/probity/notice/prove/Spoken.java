// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.prove;

import dev.probity.kernel.clause.Clause;
import dev.probity.kernel.clause.Condition;
import dev.probity.kernel.clause.Match;
import dev.probity.kernel.clause.Overlay;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Everything that tells two questions apart: the matches and conditions of clauses, overlays, pins
 * and assertions, each with the layer that reads it. Grows while it is gathered.
 */
record Spoken(List<Matched> matches, List<Asked> conditions, List<Layer> layers) {
  record Matched(Layer layer, Match match) {}

  record Asked(Layer layer, Condition condition) {}

  static final Condition DEIDENTIFIED = new Condition.Evidence(Set.of("deid.passed"), Set.of());

  static Spoken nothing() {
    return new Spoken(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
  }

  void layer(Layer layer) {
    layers.add(layer);
    conditions.add(new Asked(layer, DEIDENTIFIED));
    for (Clause clause : layer.rules().clauses()) {
      matches.add(new Matched(layer, clause.match()));
      all(layer, clause.when());
      switch (clause) {
        case Clause.Forbid c -> all(layer, c.unless());
        case Clause.Close c -> all(layer, c.unless());
        case Clause.Require c -> {
          all(layer, c.unless());
          all(layer, List.of(c.needs()));
        }
        case Clause.Permit c -> {}
        case Clause.Outside c -> {}
        case Clause.Duty c -> {}
      }
    }
    for (Overlay overlay : layer.rules().overlays()) {
      matches.add(new Matched(layer, overlay.match()));
      all(layer, overlay.when());
      layer(layer.overlay(overlay.pack()));
    }
  }

  void all(Layer layer, List<Condition> more) {
    more.forEach(c -> conditions.add(new Asked(layer, c)));
  }
}
