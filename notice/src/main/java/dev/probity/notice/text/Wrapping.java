// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Joins the lines of a text that was wrapped at some width, typewritten or out of a PDF, where
 * letters differ in breadth and "full" is never exact. A text in which a line is a paragraph stays
 * as it is.
 */
final class Wrapping {
  /** No page is set wider: with lines beyond this a line is a paragraph. */
  private static final int WIDEST = 200;

  /** The share of the width from which on a line counts as long. */
  private static final double LONG = 0.7;

  /** The share of the width that a line with its neighbour's first word must reach to be full. */
  private static final double NEARLY_FULL = 0.85;

  private final int width;

  private Wrapping(int width) {
    this.width = width;
  }

  static List<Paragraph> paragraphs(NoticeText notice) {
    List<Line> lines = notice.lines();
    int width = width(lines);
    Wrapping wrapping = new Wrapping(width);
    List<Paragraph> paragraphs = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      if (line.blank()) continue;
      if (width > 0 && i > 0 && wrapping.joins(lines.get(i - 1), line)) {
        paragraphs.getLast().append(line);
      } else {
        paragraphs.add(new Paragraph(line));
      }
    }
    return paragraphs;
  }

  /** The width at which the text was wrapped: 95 of 100 lines fit in it; 0 if it was not. */
  private static int width(List<Line> lines) {
    int[] lengths =
        lines.stream().filter(l -> !l.blank()).mapToInt(Wrapping::length).sorted().toArray();
    if (lengths.length == 0) return 0;
    int width = lengths[(lengths.length * 95 + 99) / 100 - 1];
    long all = 0;
    long inLong = 0;
    for (int length : lengths) {
      all += length;
      if (length >= LONG * width) inLong += length;
    }
    return width <= WIDEST && inLong * 2 >= all ? width : 0;
  }

  private boolean joins(Line before, Line line) {
    if (before.blank() || line.number() != before.number() + 1 || opensItem(line.text())) {
      return false;
    }
    if (capitals(before.text()) && lower(line.text())) return false; // a heading over a text
    int length = length(before);
    int filled = length + 1 + firstWord(line.text());
    if (filled > width) return true;
    if (ended(before.text(), length)) return false;
    if (filled > NEARLY_FULL * width) return true;
    return length >= LONG * width && continues(before.text(), line.text());
  }

  /** A bullet, or the letter or number of a list item. */
  private static boolean opensItem(String text) {
    if (Bullets.opens(text)) return true;
    int start = Bullets.skipEmpty(text, 0);
    int dot = text.indexOf('.', start);
    if (dot < 0 || dot + 1 == text.length() || !Chars.blank(text.charAt(dot + 1))) return false;
    return Abbreviations.marks(text, start, dot);
  }

  private static boolean ended(String text, int length) {
    return ".!?:;".indexOf(text.charAt(length - 1)) >= 0;
  }

  /** A small letter goes on; so do capitals in a paragraph that shouts. */
  private static boolean continues(String before, String text) {
    boolean small = Character.isLowerCase(text.codePointAt(Bullets.skipEmpty(text, 0)));
    return small || (capitals(before) && capitals(text));
  }

  private static boolean capitals(String text) {
    return text.codePoints().anyMatch(Chars::capital) && !lower(text);
  }

  private static boolean lower(String text) {
    return text.codePoints().anyMatch(Character::isLowerCase);
  }

  /** Up to where a line may break: a no-break space is part of the word. */
  private static int firstWord(String text) {
    int start = Bullets.skipEmpty(text, 0);
    int end = start;
    while (end < text.length() && !Character.isWhitespace(text.charAt(end))) end++;
    return end - start;
  }

  /** Without the blanks at the end, which no reader sees. */
  private static int length(Line line) {
    int end = line.text().length();
    while (end > 0 && Chars.empty(line.text().charAt(end - 1))) end--;
    return end;
  }
}
