// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.extract;

import dev.probity.notice.text.Line;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Numbers the lines of a PDF from 1 and leaves a number out where a paragraph ends: at a wider gap
 * than the document usually sets, at another size of letters, at a page that ends with a sentence.
 */
final class Paragraphs {
  private static final double WIDER = 1.25;

  private static final double SIZES_DIFFER = 0.08;

  private Paragraphs() {}

  static List<Line> numbered(List<PageLine> lines) {
    double usual = usualGap(lines);
    List<Line> numbered = new ArrayList<>();
    int number = 0;
    for (int i = 0; i < lines.size(); i++) {
      number += i > 0 && apart(lines.get(i - 1), lines.get(i), usual) ? 2 : 1;
      numbered.add(new Line(number, lines.get(i).text()));
    }
    return numbered;
  }

  private static boolean apart(PageLine above, PageLine line, double usual) {
    if (Math.abs(above.size() - line.size()) > SIZES_DIFFER * above.size()) return true;
    if (above.page() != line.page()) return above.text().matches("(?s).*[.!?:;][)\"\u201D\u2019]?");
    return gap(above, line) > WIDER * usual;
  }

  /** The commonest distance from line to line, in heights of their letters. */
  private static double usualGap(List<PageLine> lines) {
    Map<Long, Integer> counted = new HashMap<>();
    for (int i = 1; i < lines.size(); i++) {
      PageLine above = lines.get(i - 1);
      double gap = gap(above, lines.get(i));
      if (above.page() == lines.get(i).page() && gap > 0.5) {
        counted.merge(Math.round(gap * 20), 1, Integer::sum);
      }
    }
    Comparator<Map.Entry<Long, Integer>> commonest = Map.Entry.comparingByValue();
    return counted.entrySet().stream()
        .max(commonest.thenComparing(Map.Entry.<Long, Integer>comparingByKey().reversed()))
        .map(entry -> entry.getKey() / 20.0)
        .orElse(Double.MAX_VALUE);
  }

  private static double gap(PageLine above, PageLine line) {
    return (line.y() - above.y()) / Math.max(1, Math.max(above.size(), line.size()));
  }
}
