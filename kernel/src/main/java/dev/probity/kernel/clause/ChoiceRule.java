// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.clause;

import java.util.Set;

/**
 * The value of a setting or signal that nobody recorded. An operator's switch is fixed when the
 * pack loads and so always known. Immutable.
 */
public record ChoiceRule(Set<String> byDefault, boolean operator) {
  public ChoiceRule {
    byDefault = Set.copyOf(byDefault);
  }
}
