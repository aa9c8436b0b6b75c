// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.decide;

import dev.probity.kernel.clause.Clause.Forbid;
import dev.probity.kernel.clause.Clause.Outside;
import dev.probity.kernel.clause.Clause.Permit;
import dev.probity.kernel.clause.Clause.Require;
import dev.probity.kernel.clause.Condition;
import dev.probity.kernel.term.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What would turn a DENY of the reference engine into another answer. Immutable.
 *
 * @param read how a condition stands
 */
record Lifting(Function<Condition, Truth> read) {
  /** Lifts every prohibition; nothing does where the question may lie outside the notice. */
  Remedies of(List<Forbid> forbids, List<Require> failed, List<Outside> unclear) {
    List<Remedies> needed = new ArrayList<>();
    if (!unclear.isEmpty()) needed.add(Remedies.NONE);
    for (Forbid forbid : forbids) needed.add(anyOf(forbid.unless()));
    for (Require require : failed) {
      List<Condition> lifts = new ArrayList<>(require.unless());
      lifts.add(require.needs());
      needed.add(anyOf(lifts));
    }
    return Remedies.allOf(needed);
  }

  /** Meets one of the permits. */
  Remedies meeting(List<Permit> nearly) {
    return Remedies.anyOf(nearly.stream().map(p -> meeting(p)).toList());
  }

  private Remedies meeting(Permit permit) {
    return Remedies.allOf(
        permit.when().stream().filter(c -> read.apply(c) != Truth.TRUE).map(this::of).toList());
  }

  private Remedies anyOf(List<Condition> conditions) {
    return Remedies.anyOf(conditions.stream().map(this::of).toList());
  }

  /** What would make a condition true: meeting it, or stating what is not known; else nothing. */
  private Remedies of(Condition condition) {
    if (condition.changeable()) return Remedies.of(condition.text());
    boolean unknown = read.apply(condition) == Truth.UNKNOWN;
    return unknown ? Remedies.of("state " + condition.text()) : Remedies.NONE;
  }
}
