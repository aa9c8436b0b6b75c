// SPDX-License-Identifier: Apache-2.0
package dev.probity.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** What laws add to a decision, against the goal. Stateless. */
final class LawReport {
  private static final double GOAL = 1.3;

  private LawReport() {}

  /** Both by pack: at the scenarios' own dates, and all on {@link LawRounds#DAY}. */
  static List<String> lines(Map<String, List<Double>> own, Map<String, List<Double>> dated) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "Laws: a decision with them over one without, slices in turn in one JVM; at most 1.30");
    own.forEach(
        (pack, rounds) -> {
          Ratio then = new Ratio(rounds);
          Ratio now = new Ratio(Objects.requireNonNull(dated.get(pack)));
          boolean met = then.middle() <= GOAL && now.middle() <= GOAL;
          lines.add(
              String.format(
                  Locale.ROOT,
                  "  %-7s %-10s own dates %s, on %.10s %s",
                  met ? "met" : "MISSED",
                  pack,
                  then,
                  LawRounds.DAY,
                  now));
        });
    return lines;
  }
}
