// SPDX-License-Identifier: Apache-2.0
package dev.probity.store.mail;

/**
 * Where a link in a mail leads: out of mail for this purpose, for whoever got it. Immutable; says
 * nothing of itself.
 *
 * @param subject her id
 */
public record Way(String subject, String purpose, String language) {
  @Override
  public String toString() {
    return "a way out of mail for " + purpose;
  }
}
