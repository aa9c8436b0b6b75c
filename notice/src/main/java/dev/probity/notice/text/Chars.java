// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.text;

/** What the unit rule asks of a character, by Unicode category, so that ÅÄÖ need no list. */
final class Chars {
  private static final String CLOSING_BRACKETS = ")]}";

  private Chars() {}

  /** White space of any kind, no-break spaces and the C1 line end among it. */
  static boolean blank(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0x85;
  }

  /** Soft hyphens, zero-width characters, byte order marks, direction marks: nothing on paper. */
  static boolean invisible(int c) {
    return Character.getType(c) == Character.FORMAT;
  }

  static boolean empty(int c) {
    return blank(c) || invisible(c);
  }

  static boolean capital(int c) {
    return Character.isUpperCase(c) || Character.isTitleCase(c);
  }

  /** A mark that may open a sentence; Swedish opens with the sign that closes in English. */
  static boolean opening(int c) {
    return Character.getType(c) == Character.START_PUNCTUATION || quote(c);
  }

  static boolean closing(int c) {
    return quote(c) || CLOSING_BRACKETS.indexOf(c) >= 0;
  }

  private static boolean quote(int c) {
    int type = Character.getType(c);
    return c == '"'
        || c == '\''
        || type == Character.INITIAL_QUOTE_PUNCTUATION
        || type == Character.FINAL_QUOTE_PUNCTUATION;
  }
}
