// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.text;

import java.util.ArrayList;
import java.util.List;

/**
 * The unit rule on one paragraph, by hand and in one pass, since a pattern engine may be led astray
 * by a hostile file: a unit ends at a full stop, exclamation mark, question mark or colon (and the
 * quotes or brackets that close behind a full stop), where a blank follows and then a capital, an
 * opening bracket or a quote.
 */
final class Boundaries {
  /** A stretch of the paragraph, the end exclusive. */
  record Range(int start, int end) {}

  private static final int NONE = -1;

  private Boundaries() {}

  static List<Range> ranges(String text) {
    List<Range> ranges = new ArrayList<>();
    int first = Bullets.textStart(text);
    int start = first;
    for (int i = first; i < text.length(); i++) {
      int end = endAt(text, first, i);
      if (end == NONE) continue;
      ranges.add(new Range(start, end));
      start = Bullets.skipEmpty(text, end);
      i = start - 1;
    }
    int last = trimmedEnd(text, start);
    if (last > start) ranges.add(new Range(start, last));
    return ranges;
  }

  /** The end of the unit whose last mark stands at {@code at}, if one ends there. */
  private static int endAt(String text, int first, int at) {
    char mark = text.charAt(at);
    if (".!?:".indexOf(mark) < 0) return NONE;
    int end = mark == '.' ? skipClosing(text, at + 1) : at + 1;
    int next = Bullets.skipEmpty(text, end);
    if (!blankBetween(text, end, next) || !opensUnit(text, next)) return NONE;
    return mark == '.' && word(text, first, at) ? NONE : end;
  }

  private static boolean word(String text, int first, int dot) {
    return Abbreviations.endsAt(text, dot) || Abbreviations.marks(text, first, dot);
  }

  private static int skipClosing(String text, int from) {
    int at = from;
    while (at < text.length() && Chars.closing(text.charAt(at))) at++;
    return at;
  }

  private static boolean blankBetween(String text, int from, int to) {
    for (int i = from; i < to; i++) if (Chars.blank(text.charAt(i))) return true;
    return false;
  }

  private static boolean opensUnit(String text, int at) {
    if (at >= text.length()) return false;
    int c = text.codePointAt(at);
    return Chars.capital(c) || Chars.opening(c);
  }

  private static int trimmedEnd(String text, int start) {
    int end = text.length();
    while (end > start && Chars.empty(text.charAt(end - 1))) end--;
    return end;
  }
}
