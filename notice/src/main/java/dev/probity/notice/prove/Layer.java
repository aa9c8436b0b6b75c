// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.prove;

import dev.probity.kernel.clause.Pack;
import dev.probity.kernel.clause.PointRule;
import dev.probity.kernel.term.Dimension;
import java.util.Map;
import java.util.Optional;

/**
 * A pack's rules reading a question: its own, or an overlay's after the owner's collection points
 * have filled in what the question leaves out. Immutable.
 *
 * @param points of the pack that completes the question; none where it is read as asked
 */
record Layer(Pack rules, Map<String, PointRule> points) {
  static Layer own(Pack pack) {
    return new Layer(pack, pack.points());
  }

  Layer overlay(Pack law) {
    return new Layer(law, points);
  }

  /** What a question takes over from its point. */
  Optional<String> filledIn(Dimension dimension, String point) {
    return Optional.ofNullable(points.get(point))
        .flatMap(
            rule ->
                dimension == Dimension.PURPOSE
                    ? Optional.ofNullable(rule.purpose())
                    : dimension == Dimension.SOURCE
                        ? Optional.ofNullable(rule.source())
                        : Optional.empty());
  }
}
