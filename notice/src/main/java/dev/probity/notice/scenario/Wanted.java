// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.scenario;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a door that does something must answer. What is not stated is not looked at. Immutable.
 *
 * @param done whether it does it
 * @param because clauses that must be among the reasons of a refusal
 * @param acts exactly the acts that are answered
 * @param says texts of the pack, by name, that must be in the answer
 * @param carries what a mail must carry
 * @param ends purposes and points that are among those of which it is said that they end
 */
public record Wanted(
    boolean done,
    List<String> because,
    Optional<List<String>> acts,
    List<String> says,
    List<String> carries,
    List<String> ends) {
  /** Nothing but that it is done, or is not. */
  static Wanted of(boolean done) {
    return new Wanted(done, List.of(), Optional.empty(), List.of(), List.of(), List.of());
  }

  Set<Step.Shown> shown() {
    return Set.of(done ? Step.Shown.DONE : Step.Shown.REFUSED);
  }
}
