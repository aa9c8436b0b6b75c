// SPDX-License-Identifier: Apache-2.0
package dev.probity.vault.seal;

import java.time.Instant;

/**
 * What is known of a value beside itself, which stays readable and cannot be changed without its
 * showing. Immutable.
 *
 * @param element a term of the vocabulary, such as {@code contact.email}
 * @param source who gave it, a term
 * @param point the collection point, a term; empty if there was none
 * @param pack the version of the notice that was in force
 */
public record Origin(String element, String source, String point, String pack, Instant at) {}
