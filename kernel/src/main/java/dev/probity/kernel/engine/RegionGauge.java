// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.engine;

import dev.probity.kernel.clause.Condition;
import dev.probity.kernel.clause.Whose;

/** Whether somebody or something is in one of some regions: one byte a place. */
final class RegionGauge extends Gauge {
  private final Whose whose;
  final byte[] truth;

  RegionGauge(Condition.Region condition, byte[] truth) {
    super(condition);
    this.whose = condition.of();
    this.truth = truth;
  }

  /** Whether it is false wherever that person is in this place. */
  boolean never(Whose asked, int place) {
    return whose == asked && truth[place] == FALSE;
  }

  @Override
  int truth(Asking question, FactTable facts) {
    return truth[facts.place(whose)];
  }
}
