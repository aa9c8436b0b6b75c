// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.scenario;

import dev.probity.kernel.decide.Effect;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What must come out. What is not stated is not looked at. Immutable.
 *
 * @param effect the exact effect; empty for events, views and {@code {not: PERMIT}}
 * @param notPermit anything but PERMIT: the scenario lies outside a permit's bounds
 * @param because clauses that must be among the deciding ones
 */
public record Expect(
    Optional<Effect> effect,
    boolean notPermit,
    List<String> because,
    Optional<List<String>> acts,
    Optional<List<List<String>>> remedies,
    Optional<List<String>> almost,
    Map<String, Effect> elements,
    Optional<List<String>> shown,
    Map<String, String> withheld) {
  static final Expect NOTHING =
      new Expect(
          Optional.empty(),
          false,
          List.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Map.of(),
          Optional.empty(),
          Map.of());

  static Expect effect(Effect effect, List<String> because) {
    return new Expect(
        Optional.of(effect),
        false,
        because,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Map.of(),
        Optional.empty(),
        Map.of());
  }

  static Expect anythingButPermit() {
    return new Expect(
        Optional.empty(),
        true,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Map.of(),
        Optional.empty(),
        Map.of());
  }
}
