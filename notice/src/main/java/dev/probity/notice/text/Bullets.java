// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.text;

/** The marks that open a line and are not part of what it says: blanks and list bullets. */
final class Bullets {
  /** The last two are how the Symbol font's bullets come out of a PDF. */
  private static final String SIGNS =
      "\u2022\u2023\u25E6\u25AA\u25AB\u25A0\u25A1\u25CF\u25CB\u00B7"
          + "\u2219\u2043-\u2013\u2014*+\uF0B7\uF0A7";

  private Bullets() {}

  /** Where the text of a line begins; its length if it holds none. */
  static int textStart(String line) {
    int at = skipEmpty(line, 0);
    while (bulletAt(line, at)) at = skipEmpty(line, at + 1);
    return at;
  }

  /** Whether a bullet, and not just blanks, opens the line. */
  static boolean opens(String line) {
    return bulletAt(line, skipEmpty(line, 0));
  }

  static int skipEmpty(String text, int from) {
    int at = from;
    while (at < text.length() && Chars.empty(text.charAt(at))) at++;
    return at;
  }

  /**
   * A bullet stands alone: a sign with text right behind it, as in "*Note", belongs to the text.
   */
  private static boolean bulletAt(String line, int at) {
    return at < line.length()
        && SIGNS.indexOf(line.charAt(at)) >= 0
        && (at + 1 == line.length() || Chars.blank(line.charAt(at + 1)));
  }
}
