// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.engine;

import dev.probity.kernel.clause.Condition;
import dev.probity.kernel.question.Kind;

/** Whether the chosen channel protects well enough. */
final class ChannelGauge extends Gauge {
  private final int least;

  ChannelGauge(Condition.Channel condition) {
    super(condition);
    this.least = condition.atLeast().ordinal();
  }

  @Override
  int truth(Asking question, FactTable facts) {
    if (facts.channel() < 0) return listed(false, Kind.CHANNEL, facts);
    return facts.channel() >= least ? TRUE : FALSE;
  }
}
