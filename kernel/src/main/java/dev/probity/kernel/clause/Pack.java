// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.clause;

import dev.probity.kernel.term.Vocabulary;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One version of a notice, ready to decide. Immutable; share it between threads.
 *
 * @param inForce the first instant at which this version governs
 * @param digest names the exact content, so that an answer can be replayed
 */
public record Pack(
    String id,
    String version,
    Instant inForce,
    String digest,
    Vocabulary vocabulary,
    List<Clause> clauses,
    Map<String, PointRule> points,
    Map<String, ConsentRule> consents,
    Map<String, ChoiceRule> choices,
    Map<String, EvidenceRule> evidence,
    List<Overlay> overlays) {
  public Pack {
    clauses = List.copyOf(clauses);
    points = Map.copyOf(points);
    consents = Map.copyOf(consents);
    choices = Map.copyOf(choices);
    evidence = Map.copyOf(evidence);
    overlays = List.copyOf(overlays);
  }

  /** {@code example@2026-03-01#3f2a..}: what an answer says it was decided by. */
  public String name() {
    return id + "@" + version + "#" + digest;
  }
}
