// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.engine;

import dev.probity.kernel.clause.Condition;
import dev.probity.kernel.question.Kind;

/**
 * One condition of one pack, compiled: reads its truth off a question and a fact table. Truths are
 * the numbers 0, 1, 2, so that "all of" is the least and "any of" the greatest. Immutable; reading
 * allocates nothing and looks only at facts of its own kind.
 */
abstract class Gauge {
  static final byte FALSE = 0;
  static final byte UNKNOWN = 1;
  static final byte TRUE = 2;
  static final Gauge[] NONE = {};

  final Condition condition;
  final boolean changeable;

  Gauge(Condition condition) {
    this.condition = condition;
    this.changeable = condition.changeable();
  }

  abstract int truth(Asking question, FactTable facts);

  /** Found is true; not found is false where the kind was read, unknown where it was not. */
  static int listed(boolean found, Kind kind, FactTable facts) {
    if (found) return TRUE;
    return facts.wasRead(kind) ? FALSE : UNKNOWN;
  }

  static int all(Gauge[] gauges, Asking question, FactTable facts) {
    int least = TRUE;
    for (Gauge gauge : gauges) {
      int truth = gauge.truth(question, facts);
      if (truth == FALSE) return FALSE;
      least = Math.min(least, truth);
    }
    return least;
  }
}
