// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.question;

import dev.probity.kernel.clause.Tie;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A piece of evidence: a contract, a court order, a certificate of de-identification. Immutable.
 *
 * @param id how a caller cites it; empty where it needs no citing
 */
public record Document(
    String id,
    String kind,
    Map<Tie, Set<String>> covers,
    @Nullable Instant from,
    @Nullable Instant until) {
  public Document {
    covers = Map.copyOf(covers);
  }

  public boolean validAt(Instant at) {
    return (from == null || !from.isAfter(at)) && (until == null || at.isBefore(until));
  }
}
