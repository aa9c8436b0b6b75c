// SPDX-License-Identifier: Apache-2.0
package dev.probity.vault.seal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What is known of a value beside itself, which stays readable and cannot be changed without its
 * showing. Immutable.
 *
 * @param element a term of the vocabulary, such as {@code contact.email}
 * @param source who gave it, a term
 * @param point the collection point, a term; empty if there was none
 * @param pack the version of the notice that was in force
 * @param at to the microsecond: a row that keeps it keeps no more, and what is sealed is bound to
 *     it
 */
public record Origin(String element, String source, String point, String pack, Instant at) {
  public Origin {
    at = at.truncatedTo(ChronoUnit.MICROS);
  }
}
