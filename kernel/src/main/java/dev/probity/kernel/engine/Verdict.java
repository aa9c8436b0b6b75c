// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.engine;

import dev.probity.kernel.decide.Effect;

/**
 * How to read a decision that is one {@code long}: the effect, how many reasons stand at the front
 * of the caller's buffer, and how many acts at its back. Nothing here allocates.
 */
public final class Verdict {
  static final int PERMIT = 0;
  static final int OUT_OF_SCOPE = 1;
  static final int NOT_COVERED = 2;
  static final int DENY = 3;

  private static final Effect[] EFFECTS = Effect.values();
  private static final int COUNT = 28;

  private Verdict() {}

  static long of(int effect, int reasons, int acts) {
    return (long) acts << COUNT + 4 | (long) reasons << 4 | effect;
  }

  public static Effect effect(long decision) {
    return EFFECTS[(int) decision & 3];
  }

  /** A permit; the caller still must be able to do its acts. */
  public static boolean permits(long decision) {
    return (decision & 3) == PERMIT;
  }

  public static int reasons(long decision) {
    return (int) (decision >>> 4) & (1 << COUNT) - 1;
  }

  public static int acts(long decision) {
    return (int) (decision >>> COUNT + 4) & (1 << COUNT) - 1;
  }

  /** The i-th reason: what {@link Engine#cite} names. */
  public static int reason(int i, int[] buffer) {
    return buffer[i];
  }

  /** The i-th act: what {@link Engine#act} names. */
  public static int act(int i, int[] buffer) {
    return buffer[buffer.length - 1 - i];
  }
}
