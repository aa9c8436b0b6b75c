// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.engine;

import dev.probity.kernel.clause.Condition;
import dev.probity.kernel.question.Kind;

/** Whether a notice of some kind reached the person, in the version of the pack that asks. */
final class NoticeGauge extends Gauge {
  private final int what;
  private final int version;

  NoticeGauge(Condition.Notice condition, int what, int version) {
    super(condition);
    this.what = what;
    this.version = version;
  }

  @Override
  int truth(Asking question, FactTable facts) {
    return listed(facts.hasNotice(what, version), Kind.NOTICE, facts);
  }
}
