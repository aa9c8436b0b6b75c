// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.engine;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

/** Tries a law on a thousand seeds; a seed that breaks it is tried again with smaller input. */
final class Law {
  /** More with {@code -Dprobity.seeds}. */
  private static final int SEEDS = Integer.getInteger("probity.seeds", 1_000);

  private static final int SIZE = 12;

  /** One attempt to break a law: fails by an assertion. */
  @FunctionalInterface
  interface Trial {
    /** How many cases there were in which the law had something to say. */
    int attempt(long seed, int size);
  }

  private Law() {}

  /**
   * @param atLeast in so many cases the law must have had something to say
   */
  static void holds(int atLeast, Trial trial) {
    int cases = 0;
    for (long seed = 0; seed < SEEDS; seed++) {
      try {
        cases += trial.attempt(seed, SIZE);
      } catch (AssertionError broken) {
        fail(smallest(seed, trial, broken));
      }
    }
    assertTrue(cases >= atLeast, "the law had something to say only " + cases + " times");
  }

  private static String smallest(long seed, Trial trial, AssertionError broken) {
    String message = "seed " + seed + ", size " + SIZE + ": " + broken.getMessage();
    for (int size = SIZE / 2; size > 0; size /= 2) {
      try {
        int unused = trial.attempt(seed, size);
      } catch (AssertionError again) {
        message = "seed " + seed + ", size " + size + ": " + again.getMessage();
      }
    }
    return message;
  }
}
