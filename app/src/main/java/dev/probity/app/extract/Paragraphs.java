// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.extract;

import dev.probity.notice.text.Line;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Joins the lines of a PDF to paragraphs, one line each, numbered from 1. A paragraph ends at a
 * wider gap than the document usually sets, at another size of letters, before a bullet, and where
 * the next word would have fitted into the line.
 */
final class Paragraphs {
  private static final double WIDER = 1.25;

  private static final double SIZES_DIFFER = 0.08;

  /** How far from the margin a ragged line may end for want of room, in heights of its letters. */
  private static final double SLACK = 1.0;

  private static final Pattern BULLET =
      Pattern.compile("(?s)[\u2022\u2023\u25E6\u25AA\u25CF\u25CB\u00B7\uF0B7\uF0A7\u2013-]\\s.*");

  private static final Pattern ENDED = Pattern.compile("(?s).*[.!?:;][)\"\u201D\u2019]?");

  private final double usual;
  private final Map<Integer, Float> margins = new HashMap<>();

  private Paragraphs(List<PageLine> lines) {
    usual = usualGap(lines);
    lines.forEach(l -> margins.merge(l.page(), l.right(), Math::max));
  }

  static List<Line> joined(List<PageLine> lines) {
    Paragraphs paragraphs = new Paragraphs(lines);
    List<StringBuilder> joined = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      PageLine line = lines.get(i);
      if (i > 0 && paragraphs.continues(lines.get(i - 1), line)) {
        StringBuilder above = joined.getLast();
        if (!brokenWord(above)) above.append(' ');
        above.append(line.text());
      } else {
        joined.add(new StringBuilder(line.text()));
      }
    }
    List<Line> numbered = new ArrayList<>();
    for (StringBuilder text : joined) numbered.add(new Line(numbered.size() + 1, text.toString()));
    return numbered;
  }

  /** A hyphen that {@link Hyphens} left at the end of a line belongs to the word. */
  private static boolean brokenWord(StringBuilder text) {
    int end = text.length();
    return end > 1 && text.charAt(end - 1) == '-' && Character.isLetter(text.charAt(end - 2));
  }

  private boolean continues(PageLine above, PageLine line) {
    if (Math.abs(above.size() - line.size()) > SIZES_DIFFER * above.size()) return false;
    if (BULLET.matcher(line.text()).matches()) return false;
    boolean turned = above.page() != line.page();
    if (turned ? ENDED.matcher(above.text()).matches() : gap(above, line) > WIDER * usual) {
      return false;
    }
    float margin = margins.getOrDefault(above.page(), above.right());
    return above.right() + line.firstWord() + SLACK * above.size() > margin;
  }

  /**
   * The commonest distance from line to line, in heights of their letters; of several the least.
   */
  private static double usualGap(List<PageLine> lines) {
    Map<Long, Integer> counted = new TreeMap<>();
    for (int i = 1; i < lines.size(); i++) {
      double gap = gap(lines.get(i - 1), lines.get(i));
      if (lines.get(i - 1).page() == lines.get(i).page() && gap > 0.5) {
        counted.merge(Math.round(gap * 20), 1, Integer::sum);
      }
    }
    return counted.entrySet().stream()
        .reduce((one, other) -> other.getValue() > one.getValue() ? other : one)
        .map(commonest -> commonest.getKey() / 20.0)
        .orElse(Double.MAX_VALUE);
  }

  private static double gap(PageLine above, PageLine line) {
    return (line.y() - above.y()) / Math.max(1, Math.max(above.size(), line.size()));
  }
}
