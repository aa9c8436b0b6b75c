// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.engine;

import dev.probity.kernel.clause.Condition;
import dev.probity.kernel.question.Kind;

/** Whether a relation or a state was found. */
final class FlagGauge extends Gauge {
  private final Space space;
  private final Kind kind;
  private final int index;

  FlagGauge(Condition condition, Space space, Kind kind, int index) {
    super(condition);
    this.space = space;
    this.kind = kind;
    this.index = index;
  }

  @Override
  int truth(Asking question, FactTable facts) {
    return listed(facts.has(space, index), kind, facts);
  }
}
