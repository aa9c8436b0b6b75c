// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.question;

import dev.probity.kernel.clause.Whose;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a caller claims, and how little of it counts. Region, role and channel count where the
 * system holds nothing; evidence counts by the id of a document on file; consent, choice, notice,
 * relation, state and age are the system's alone, so whatever else is claimed leaves the facts as
 * they were. Immutable.
 *
 * @param claimed the facts as the caller states them
 * @param cited ids of documents the caller relies on
 */
public record Claims(Facts claimed, Set<String> cited) {
  public static final Claims NONE = new Claims(Facts.UNKNOWN, Set.of());

  public Claims {
    cited = Set.copyOf(cited);
  }

  /** The held facts, and of the claims what may be added to them. */
  public Facts addTo(Facts held, List<Document> onFile) {
    List<Document> evidence = new ArrayList<>(held.evidence());
    onFile.stream().filter(d -> !d.id().isEmpty() && cited.contains(d.id())).forEach(evidence::add);
    Map<Whose, String> regions = new EnumMap<>(Whose.class);
    if (!held.wasRead(Kind.REGION)) regions.putAll(claimed.regions());
    regions.putAll(held.regions());
    return new Facts(
        held.read(),
        held.consents(),
        held.choices(),
        held.notices(),
        held.relations(),
        evidence,
        regions,
        held.ages(),
        held.rolesKnown() ? held.roles() : claimed.roles(),
        held.states(),
        held.channel() == null && !held.wasRead(Kind.CHANNEL) ? claimed.channel() : held.channel());
  }
}
