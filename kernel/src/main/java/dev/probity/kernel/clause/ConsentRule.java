// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.clause;

import java.util.Map;

/**
 * What a consent needs where: its level, replaced by the regime of the subject's region, or of
 * region and channel ({@code US/sms}). Immutable.
 */
public record ConsentRule(ConsentLevel level, Map<String, ConsentLevel> regime) {
  public static final String DEFAULT = "default";

  public ConsentRule {
    regime = Map.copyOf(regime);
  }
}
