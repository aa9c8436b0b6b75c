// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.question;

import dev.probity.kernel.term.Truth;

/** An age known only to lie between two years of age, both included. Immutable. */
public record Band(int from, int to) {
  public static final int OLDEST = 200;

  public Band {
    if (from < 0 || from > to) throw new IllegalArgumentException("not an age band");
  }

  public static Band exactly(int years) {
    return new Band(years, years);
  }

  public Truth below(int bound) {
    if (to < bound) return Truth.TRUE;
    return from >= bound ? Truth.FALSE : Truth.UNKNOWN;
  }

  public Truth atLeast(int bound) {
    if (from >= bound) return Truth.TRUE;
    return to < bound ? Truth.FALSE : Truth.UNKNOWN;
  }
}
