// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.cover;

import dev.probity.notice.scenario.Scenario;
import dev.probity.notice.scenario.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a running server has shown of a pack. Immutable.
 *
 * @param flows how each flow went that ran
 * @param probes by row, what probes of controls found
 */
public record Shown(List<Verdict> flows, Map<String, Probed> probes) {
  /** Nothing ran. */
  public static final Shown NOTHING = new Shown(List.of(), Map.of());

  /** Whether nothing that ran failed. */
  public boolean fine() {
    return flows.stream().noneMatch(Verdict::failed)
        && probes.values().stream().allMatch(Probed::fine);
  }

  Optional<Verdict> of(Scenario scenario) {
    return flows.stream().filter(v -> v.scenario().equals(scenario)).findFirst();
  }

  Optional<Probed> probe(String row) {
    return Optional.ofNullable(probes.get(row));
  }
}
