// SPDX-License-Identifier: Apache-2.0
package dev.probity.web.mail;

import java.io.Serial;

/** A mail was not taken. Says nothing of the mail: its message is a few words of ours. */
public final class Undelivered extends Exception {
  @Serial private static final long serialVersionUID = 1;

  private final boolean forGood;

  Undelivered(String what, boolean forGood) {
    super(what, null, false, false);
    this.forGood = forGood;
  }

  /** Whether trying again is in vain. */
  public boolean forGood() {
    return forGood;
  }
}
