// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.cli;

/** What a command's end tells the shell. A decision that denies is an answer, so it is fine. */
public final class Exit {
  public static final int FINE = 0;

  /** The command did its work and found something that somebody should mend. */
  public static final int FINDINGS = 1;

  /** The command could not do its work: wrong words, wrong files. */
  public static final int WRONG_USE = 2;

  private Exit() {}
}
