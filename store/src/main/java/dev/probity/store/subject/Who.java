// SPDX-License-Identifier: Apache-2.0
package dev.probity.store.subject;

/**
 * A person by the id that {@link Subjects} issued, and perhaps one of her devices. Immutable; says
 * nothing of itself.
 *
 * @param device what tells her devices apart; empty for none
 */
public record Who(String subject, String device) {
  @Override
  public String toString() {
    return "a person";
  }
}
