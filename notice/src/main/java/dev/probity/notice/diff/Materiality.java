// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.diff;

import dev.probity.kernel.decide.Effect;

/**
 * Which changes of an answer about PII or PHI people must hear of before they hold: those after
 * which more is done with their data than they were told, and those that put data outside the
 * notice. What becomes stricter, and what is no data of a person, is not material. Stateless.
 */
final class Materiality {
  private Materiality() {}

  static boolean of(Effect from, Effect to) {
    return switch (to) {
      case PERMIT, OUT_OF_SCOPE -> from != to;
      case NOT_COVERED, DENY -> false;
    };
  }
}
