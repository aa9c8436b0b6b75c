// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits a notice into {@link Unit}s, in order and without a gap: all text but bullets and blanks
 * is in exactly one of them. English and Swedish; the rule stands in {@code docs/design/trace.md}.
 * Safe for many threads; linear in the length of the text, whatever it holds.
 */
public final class Units {
  private Units() {}

  public static List<Unit> split(NoticeText notice, Reading reading) {
    List<Unit> units = new ArrayList<>();
    for (Paragraph paragraph : paragraphs(notice, reading)) {
      String text = paragraph.text();
      for (Boundaries.Range range : Boundaries.ranges(text)) {
        units.add(unit(paragraph, text, range, units));
      }
    }
    return List.copyOf(units);
  }

  private static List<Paragraph> paragraphs(NoticeText notice, Reading reading) {
    return switch (reading) {
      case LINES -> notice.lines().stream().map(Paragraph::new).toList();
      case SENTENCES -> Wrapping.paragraphs(notice);
    };
  }

  private static Unit unit(
      Paragraph paragraph, String text, Boundaries.Range range, List<Unit> before) {
    int line = paragraph.line(range.start());
    boolean another = !before.isEmpty() && before.getLast().line() == line;
    return new Unit(
        line,
        another ? before.getLast().number() + 1 : 1,
        paragraph.column(range.start()),
        paragraph.line(range.end() - 1),
        paragraph.column(range.end() - 1) + 1,
        text.substring(range.start(), range.end()));
  }
}
