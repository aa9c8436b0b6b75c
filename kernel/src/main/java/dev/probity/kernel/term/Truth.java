// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.term;

/** Kleene's three values: what is known to hold, known not to hold, and not known. */
public enum Truth {
  FALSE,
  UNKNOWN,
  TRUE;

  public static Truth of(boolean value) {
    return value ? TRUE : FALSE;
  }

  public Truth or(Truth other) {
    return compareTo(other) >= 0 ? this : other;
  }

  public Truth and(Truth other) {
    return compareTo(other) <= 0 ? this : other;
  }
}
