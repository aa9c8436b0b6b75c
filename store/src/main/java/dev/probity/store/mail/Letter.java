// SPDX-License-Identifier: Apache-2.0
package dev.probity.store.mail;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A mail to be sent. Immutable; says nothing of itself.
 *
 * @param subject the id of whom it is for
 * @param purpose a word of the vocabulary
 * @param content what it says, in clear; sealed before it is written
 * @param token what its link out of such mail ends with; empty where it needs none
 * @param pixel what the address of its pixel ends with; empty where it bears none
 * @param language of the page behind that link, in two letters
 */
public record Letter(
    String subject,
    String purpose,
    byte[] content,
    String token,
    String pixel,
    String language,
    Instant at) {
  public Letter {
    // Why: as exactly as the database keeps it, since the seal is bound to it.
    at = at.truncatedTo(ChronoUnit.MICROS);
  }

  @Override
  public String toString() {
    return "a mail for " + purpose;
  }
}
