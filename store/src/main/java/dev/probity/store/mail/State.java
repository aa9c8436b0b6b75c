// SPDX-License-Identifier: Apache-2.0
package dev.probity.store.mail;

import java.util.Locale;

/** How far a mail is. */
public enum State {
  /** Waits to be decided again and sent. */
  QUEUED,
  /** The log says it was sent; it is being handed over, perhaps again. */
  LEAVING,
  /** Handed over. */
  SENT,
  /** Was not to be sent any more when its turn came. */
  HELD_BACK,
  /** Could not be handed over. */
  GIVEN_UP;

  /** As it is written in answers and in the database. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static State of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
