// SPDX-License-Identifier: Apache-2.0
package dev.probity.store.subject;

import java.time.Instant;
import java.util.OptionalLong;

/**
 * What was written.
 *
 * @param subject her id
 * @param moment from which on it counts
 * @param entry the index of the first entry in the log; none where nothing had to be told
 */
public record Written(String subject, Instant moment, OptionalLong entry) {
  @Override
  public String toString() {
    return "what was written about a person";
  }
}
