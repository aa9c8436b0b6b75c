// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.engine;

import dev.probity.kernel.term.DataClass;

/**
 * The class of an element: its floor in the roles at hand, raised by the question and by what it is
 * joined with, lowered by proof of de-identification. Immutable; costs a look-up an element.
 */
final class Classes {
  private static final int NON_PII = DataClass.NON_PII.ordinal();

  /** By element, the class in no role; the last two rows are unknown words. */
  final byte[] floor;

  /** By element: role, class, role, class, ... where the floor depends on the role. */
  final int[][] byRole;

  private final Gauge deidentified;

  Classes(byte[] floor, int[][] byRole, Gauge deidentified) {
    this.floor = floor;
    this.byRole = byRole;
    this.deidentified = deidentified;
  }

  int of(Asking question, FactTable facts) {
    int found = Math.max(question.raised, floor(question.value[Space.DATA.ordinal()], facts));
    if (question.joined) {
      for (int i = 0; i < question.elements(); i++) {
        found = Math.max(found, floor(question.element(i), facts));
      }
    }
    if (found > NON_PII && deidentified.truth(question, facts) == Gauge.TRUE) return NON_PII;
    return found;
  }

  private int floor(int element, FactTable facts) {
    int found = floor[element];
    int[] roles = byRole[element];
    boolean known = roles.length == 0 || facts.rolesKnown();
    for (int i = 0; i < roles.length; i += 2) {
      if (!known || facts.has(Space.ROLE, roles[i])) found = Math.max(found, roles[i + 1]);
    }
    return found;
  }
}
