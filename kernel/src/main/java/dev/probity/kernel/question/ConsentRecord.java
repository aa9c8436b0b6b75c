// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.question;

import dev.probity.kernel.clause.ConsentLevel;
import dev.probity.kernel.clause.Tie;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A yes or a no somebody gave, what it covers and when it stood. Withdrawal acts from its instant
 * onwards and undoes nothing before (GDPR Art. 7(3)). Immutable.
 *
 * @param covers terms or values the record names; a kind of tie it does not name it does not cover
 * @param from when it was given; none means before anything asked
 * @param withdrawn when it was withdrawn; none means it was not
 */
public record ConsentRecord(
    String id,
    Answer answer,
    ConsentLevel level,
    Map<Tie, Set<String>> covers,
    @Nullable Instant from,
    @Nullable Instant withdrawn) {
  /** Yes or no. */
  public enum Answer {
    GIVEN,
    REFUSED
  }

  public ConsentRecord {
    covers = Map.copyOf(covers);
  }

  public boolean givenBy(Instant at) {
    return from == null || !from.isAfter(at);
  }

  public boolean withdrawnBy(Instant at) {
    return withdrawn != null && !withdrawn.isAfter(at);
  }
}
