// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.engine;

import dev.probity.kernel.clause.Condition;

/** Whether the company acts in a role. */
final class RoleGauge extends Gauge {
  private final int role;

  RoleGauge(Condition.Role condition, int role) {
    super(condition);
    this.role = role;
  }

  @Override
  int truth(Asking question, FactTable facts) {
    if (facts.has(Space.ROLE, role)) return TRUE;
    return facts.rolesKnown() ? FALSE : UNKNOWN;
  }
}
