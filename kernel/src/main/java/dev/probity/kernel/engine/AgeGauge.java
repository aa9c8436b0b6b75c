// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.engine;

import dev.probity.kernel.clause.Condition;
import dev.probity.kernel.clause.Whose;
import dev.probity.kernel.question.Kind;

/** Whether somebody is below an age, or at least that old. */
final class AgeGauge extends Gauge {
  private final Whose whose;
  private final boolean below;
  private final int bound;
  private final boolean knowing;

  AgeGauge(Condition.Age condition) {
    super(condition);
    this.whose = condition.of();
    this.below = condition.below();
    this.bound = condition.bound();
    this.knowing = condition.knowing();
  }

  @Override
  int truth(Asking question, FactTable facts) {
    int truth = plain(facts);
    return knowing && truth == UNKNOWN ? FALSE : truth;
  }

  private int plain(FactTable facts) {
    int oldest = facts.oldest(whose);
    if (oldest < 0) return listed(false, Kind.AGE, facts);
    if (oldest < bound) return below ? TRUE : FALSE;
    if (facts.youngest(whose) >= bound) return below ? FALSE : TRUE;
    return UNKNOWN;
  }
}
