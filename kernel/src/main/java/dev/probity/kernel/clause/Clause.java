// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.clause;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One thing a notice says, as far as it can be decided. Points, matrices and {@code only} lists of
 * the pack language have become plain clauses by the time they are here. All kinds are immutable.
 */
public sealed interface Clause {
  /** Unique in its pack. */
  String id();

  /** What answers cite: the id its author wrote, shared by all clauses made from one entry. */
  String cite();

  Match match();

  List<Condition> when();

  /** All that it reads of the facts. */
  default Stream<Condition> conditions() {
    Stream<Condition> more =
        switch (this) {
          case Forbid c -> c.unless.stream();
          case Close c -> c.unless.stream();
          case Require c -> Stream.concat(c.unless.stream(), Stream.of(c.needs));
          case Permit c -> Stream.of();
          case Outside c -> Stream.of();
          case Duty c -> Stream.of();
        };
    return Stream.concat(when().stream(), more);
  }

  /** Allowed, if covered on every dimension and all of {@code when} holds. */
  record Permit(String id, String cite, Match match, List<Condition> when, List<Act> then)
      implements Clause {}

  /**
   * Denied on any overlap, unless lifted by one of {@code unless} or a permit cited in {@code
   * except}.
   */
  record Forbid(
      String id,
      String cite,
      Match match,
      List<Condition> when,
      List<Condition> unless,
      Set<String> except,
      List<Act> then)
      implements Clause {}

  /** What no permit covers is denied citing this clause. */
  record Close(String id, String cite, Match match, List<Condition> when, List<Condition> unless)
      implements Clause {}

  /** A condition on an action that may still be met: false denies, unknown attaches an act. */
  record Require(
      String id,
      String cite,
      Match match,
      List<Condition> when,
      List<Condition> unless,
      Condition needs)
      implements Clause {}

  /** Another notice governs. */
  record Outside(String id, String cite, Match match, List<Condition> when, String notice)
      implements Clause {}

  /** On an event, do the acts within the time. Never read by a decision. */
  record Duty(
      String id, String cite, List<Condition> when, String event, List<Act> acts, Within within)
      implements Clause {
    @Override
    public Match match() {
      return new Match(java.util.Map.of(), null);
    }
  }
}
