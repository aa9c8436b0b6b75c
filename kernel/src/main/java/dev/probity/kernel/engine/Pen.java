// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.engine;

/**
 * Writes into the caller's buffer: reasons from the front, acts from the back. What one layer or
 * one element wrote can be dropped, kept alone, or merged with what stood before. Belongs to one
 * {@link Asking}.
 */
final class Pen {
  private int[] buffer = {};
  int reasons;
  int acts;
  private int section;

  void open(int[] target) {
    buffer = target;
    reasons = 0;
    acts = 0;
    section = 0;
  }

  void reason(int clause) {
    buffer[reasons++] = clause;
  }

  /** From here on an act is written once. */
  void section() {
    section = acts;
  }

  void act(int act) {
    if (!hasAct(act, section, acts)) buffer[buffer.length - ++acts] = act;
  }

  private boolean hasAct(int act, int from, int to) {
    for (int i = from; i < to; i++) if (buffer[buffer.length - 1 - i] == act) return true;
    return false;
  }

  private boolean hasReason(int reason, int from, int to) {
    for (int i = from; i < to; i++) if (buffer[i] == reason) return true;
    return false;
  }

  /** Forgets what was written since. */
  void back(int toReasons, int toActs) {
    reasons = toReasons;
    acts = toActs;
  }

  /** Forgets what was written before. */
  void keepReasons(int since) {
    System.arraycopy(buffer, since, buffer, 0, reasons - since);
    reasons -= since;
  }

  /** Forgets the acts between two marks. */
  void dropActs(int from, int to) {
    int kept = acts - to;
    System.arraycopy(buffer, buffer.length - acts, buffer, buffer.length - from - kept, kept);
    acts = from + kept;
  }

  /** Writes once the reasons since one mark and those since a later one. */
  void mergeReasons(int from, int since) {
    int end = reasons;
    reasons = since;
    for (int i = since; i < end; i++) {
      if (!hasReason(buffer[i], from, since)) buffer[reasons++] = buffer[i];
    }
  }

  /** Writes once the acts since one mark and those since a later one. */
  void mergeActs(int from, int since) {
    int end = acts;
    acts = since;
    for (int i = since; i < end; i++) {
      int act = buffer[buffer.length - 1 - i];
      if (!hasAct(act, from, since)) buffer[buffer.length - ++acts] = act;
    }
  }
}
