// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.lint;

import dev.probity.kernel.clause.Clause;
import dev.probity.kernel.clause.Condition;
import dev.probity.kernel.clause.Overlay;
import dev.probity.notice.pack.PackSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** Every condition of a pack with the clause it stands in. Stateless. */
final class Conditions {
  private Conditions() {}

  /** Conditions of clauses, in {@code when}, {@code unless} and {@code require}. */
  static void each(PackSource source, BiConsumer<Clause, Condition> use) {
    source.pack().clauses().forEach(clause -> of(clause).forEach(c -> use.accept(clause, c)));
  }

  static List<Condition> of(Clause clause) {
    List<Condition> all = new ArrayList<>(clause.when());
    switch (clause) {
      case Clause.Forbid forbid -> all.addAll(forbid.unless());
      case Clause.Close close -> all.addAll(close.unless());
      case Clause.Require require -> {
        all.addAll(require.unless());
        all.add(require.needs());
      }
      case Clause.Permit permit -> {}
      case Clause.Outside outside -> {}
      case Clause.Duty duty -> {}
    }
    return all;
  }

  /** All that the pack reads: its clauses, its overlays and what ends a version's pin. */
  static List<Condition> read(PackSource source) {
    List<Condition> all = new ArrayList<>(source.history().until());
    each(source, (clause, condition) -> all.add(condition));
    for (Overlay overlay : source.pack().overlays()) {
      all.addAll(overlay.when());
      overlay.pack().clauses().forEach(clause -> all.addAll(of(clause)));
    }
    return all;
  }
}
