// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.extract;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a PDF's paragraphs are set. Immutable.
 *
 * @param gap from line to line within a paragraph, in heights of their letters: the least distance
 *     that is common, since between short paragraphs a wider one may be commoner
 * @param margin where full lines end; an address too long for its line may stand out beyond
 */
record Setting(double gap, float margin) {
  /** What share of the lines must agree before they say how the document is set. */
  private static final double SHARE = 0.04;

  /** How far the ends of full lines differ where they are ragged, in heights of their letters. */
  private static final double RAGGED = 3.0;

  private static final int STEPS = 20;

  static Setting of(List<PageLine> lines) {
    return new Setting(commonGap(lines), margin(lines));
  }

  private static double commonGap(List<PageLine> lines) {
    Map<Long, Integer> counted = new TreeMap<>();
    for (int i = 1; i < lines.size(); i++) {
      double gap = lines.get(i).gapTo(lines.get(i - 1));
      if (lines.get(i - 1).page() == lines.get(i).page() && gap > 0.5) {
        counted.merge(Math.round(gap * STEPS), 1, Integer::sum);
      }
    }
    int all = counted.values().stream().mapToInt(Integer::intValue).sum();
    return counted.entrySet().stream()
        .filter(entry -> entry.getValue() >= SHARE * all)
        .findFirst()
        .map(least -> (double) least.getKey() / STEPS)
        .orElse(Double.MAX_VALUE);
  }

  private static float margin(List<PageLine> lines) {
    List<PageLine> longest =
        lines.stream().sorted(Comparator.comparingDouble(PageLine::right).reversed()).toList();
    int enough = Math.max(1, (int) (SHARE * lines.size()));
    for (int i = 0; i + enough <= longest.size(); i++) {
      PageLine last = longest.get(i + enough - 1);
      if (longest.get(i).right() - last.right() < RAGGED * last.size()) {
        return longest.get(i).right();
      }
    }
    return 0;
  }
}
