// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.extract;

import dev.probity.notice.text.Line;
import java.util.ArrayList;
import java.util.List;
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

  private final Setting setting;
  private final Hyphens hyphens;

  private Paragraphs(Setting setting, Hyphens hyphens) {
    this.setting = setting;
    this.hyphens = hyphens;
  }

  static List<Line> joined(List<PageLine> lines) {
    Paragraphs paragraphs = new Paragraphs(Setting.of(lines), Hyphens.of(lines));
    List<StringBuilder> joined = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      PageLine line = lines.get(i);
      if (i > 0 && paragraphs.continues(lines.get(i - 1), line)) {
        paragraphs.hyphens.append(joined.getLast(), line.text());
      } else {
        joined.add(new StringBuilder(line.text()));
      }
    }
    List<Line> numbered = new ArrayList<>();
    for (StringBuilder text : joined) numbered.add(new Line(numbered.size() + 1, text.toString()));
    return numbered;
  }

  private boolean continues(PageLine above, PageLine line) {
    if (Math.abs(above.size() - line.size()) > SIZES_DIFFER * above.size()) return false;
    if (BULLET.matcher(line.text()).matches()) return false;
    if (hyphens.broken(above.text(), line.text())) return true;
    boolean turned = above.page() != line.page();
    boolean apart =
        turned ? ENDED.matcher(above.text()).matches() : line.gapTo(above) > WIDER * setting.gap();
    return !apart && above.right() + line.firstWord() + SLACK * above.size() > setting.margin();
  }
}
