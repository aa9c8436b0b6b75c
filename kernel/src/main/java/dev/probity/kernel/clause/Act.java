// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.clause;

/**
 * Something to be done with a decision, {@code record} or {@code tell:recipient}. Whoever cannot do
 * it must treat the answer as DENY. Immutable.
 *
 * @param object what the act is done to, empty where the verb says all
 */
public record Act(String verb, String object) {
  @Override
  public String toString() {
    return object.isEmpty() ? verb : verb + ":" + object;
  }
}
