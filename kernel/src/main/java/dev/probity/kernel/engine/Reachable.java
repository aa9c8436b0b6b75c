// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.engine;

import dev.probity.kernel.clause.Clause;
import dev.probity.kernel.clause.Condition;
import dev.probity.kernel.clause.Match;
import dev.probity.kernel.clause.Overlay;
import dev.probity.kernel.clause.Pack;
import dev.probity.kernel.clause.Terms;
import dev.probity.kernel.term.Dimension;
import dev.probity.kernel.term.Vocabulary;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The questions to which anything in an overlay can speak: outside them it is silent and need not
 * be judged at all. Wider than needed where its clauses restrict nothing in common. Stateless.
 */
final class Reachable {
  private Reachable() {}

  static Match of(Overlay overlay, Vocabulary below) {
    Map<Dimension, Terms> terms = new HashMap<>(overlay.match().terms());
    Vocabulary above = overlay.pack().vocabulary();
    for (Dimension d : Dimension.values()) {
      if (!terms.containsKey(d) && above.tree(d).equals(below.tree(d)))
        listed(overlay, d).ifPresent(t -> terms.put(d, t));
    }
    return new Match(terms, overlay.match().bound());
  }

  /**
   * What every clause of a pack asks for: while one of these is false nothing in it speaks. None
   * where it permits anything, since a permit unmet speaks as well.
   */
  static List<Condition> conditions(Pack law) {
    if (law.clauses().stream().anyMatch(Clause.Permit.class::isInstance)) return List.of();
    return law.clauses().stream()
        .filter(c -> !(c instanceof Clause.Duty))
        .map(c -> List.copyOf(c.when()))
        .reduce((all, next) -> all.stream().filter(next::contains).toList())
        .orElse(List.of());
  }

  /** All terms its clauses list; nothing where one of them restricts nothing, or by exclusion. */
  private static Optional<Terms> listed(Overlay overlay, Dimension dimension) {
    Set<String> all = new HashSet<>();
    for (Clause clause : overlay.pack().clauses()) {
      if (clause instanceof Clause.Duty) continue;
      Terms terms = clause.match().terms().get(dimension);
      if (terms == null || terms.anyBut()) return Optional.empty();
      all.addAll(terms.listed());
    }
    return Optional.of(new Terms(all, false));
  }
}
