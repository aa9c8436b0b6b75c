// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.question;

import dev.probity.kernel.clause.ChannelLevel;
import dev.probity.kernel.clause.Whose;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the system found. A fact that is here is known; what is not here is known not to be there if
 * its kind was read, and unknown if it was not. Immutable.
 *
 * @param read the kinds that were looked up
 * @param choices recorded values of settings and signals, by id
 */
public record Facts(
    Set<Kind> read,
    List<ConsentRecord> consents,
    Map<String, Set<String>> choices,
    Set<NoticeGiven> notices,
    Set<String> relations,
    List<Document> evidence,
    Map<Whose, String> regions,
    Map<Whose, Band> ages,
    Set<String> roles,
    Set<String> states,
    @Nullable ChannelLevel channel) {
  /** Nothing was looked up. */
  public static final Facts UNKNOWN = nothing(Set.of());

  /** Everything was looked up and nothing was there; the channel is not chosen yet. */
  public static final Facts NOTHING_THERE = nothing(EnumSet.complementOf(EnumSet.of(Kind.CHANNEL)));

  public Facts {
    read = Set.copyOf(read);
    consents = List.copyOf(consents);
    choices = Map.copyOf(choices);
    notices = Set.copyOf(notices);
    relations = Set.copyOf(relations);
    evidence = List.copyOf(evidence);
    regions = Map.copyOf(regions);
    ages = Map.copyOf(ages);
    roles = Set.copyOf(roles);
    states = Set.copyOf(states);
  }

  private static Facts nothing(Set<Kind> read) {
    return new Facts(
        read, List.of(), Map.of(), Set.of(), Set.of(), List.of(), Map.of(), Map.of(), Set.of(),
        Set.of(), null);
  }

  public boolean wasRead(Kind kind) {
    return read.contains(kind);
  }

  /** Whether the roles the company acts in are known. */
  public boolean rolesKnown() {
    return !roles.isEmpty() || wasRead(Kind.ROLE);
  }
}
