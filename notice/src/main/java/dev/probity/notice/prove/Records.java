// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.prove;

import dev.probity.kernel.clause.Tie;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Turns "tied to the question in these groups" into what records say they cover. Stateless. */
final class Records {
  private Records() {}

  /**
   * What each record covers, so that together they cover in just the groups of the model. Where
   * that cannot be, the reason is added to what is never to hold again.
   */
  static Optional<List<Map<Tie, Set<String>>>> ways(
      Gates gates, Coverage coverage, Set<Tie> ties, List<Integer> byGroup) {
    List<Integer> never =
        IntStream.range(0, byGroup.size())
            .filter(g -> !gates.holds(byGroup.get(g)))
            .boxed()
            .toList();
    List<Map<Tie, Set<String>>> ways = new ArrayList<>();
    for (int g = 0; g < byGroup.size(); g++) {
      if (never.contains(g)) continue;
      Optional<Map<Tie, Set<String>>> values = coverage.values(ties, g, never);
      if (values.isEmpty()) {
        coverage.exclude(byGroup);
        return Optional.empty();
      }
      if (!ways.contains(values.get())) ways.add(values.get());
    }
    return Optional.of(ways);
  }
}
