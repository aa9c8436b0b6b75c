// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.clause;

/** Whose region or age a condition asks for. */
public enum Whose {
  SUBJECT,
  ACTOR,
  SUPERVISOR,
  SITE,
  ORIGIN,
  DESTINATION;

  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
