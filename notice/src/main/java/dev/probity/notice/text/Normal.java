// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.text;

import java.text.Normalizer;

/**
 * The form of a sentence that is the same whether it came from text, HTML or PDF: Unicode NFC;
 * quotes and dashes of every shape as " ' and -; blanks as one space; soft hyphens, zero-width and
 * direction marks left out; the ligatures that PDFs set spelled out. Case is kept: "Services" is a
 * defined term where "services" is none, and a change from one to the other changes the notice. NFC
 * and not NFKC, since the latter makes 10² and 102 one.
 */
final class Normal {
  private static final String DOUBLE_QUOTES = "\u201C\u201D\u201E\u201F\u2033\u00AB\u00BB\uFF02";
  private static final String SINGLE_QUOTES =
      "\u2018\u2019\u201A\u201B\u2032\u02BC\u2039\u203A\u00B4`";
  private static final String MINUS = "\u2212";
  private static final char FIRST_LIGATURE = '\uFB00';
  private static final String[] LIGATURES = {"ff", "fi", "fl", "ffi", "ffl", "st", "st"};

  private Normal() {}

  static String form(String sentence) {
    String composed = Normalizer.normalize(sentence, Normalizer.Form.NFC);
    StringBuilder out = new StringBuilder(composed.length());
    composed.codePoints().forEach(c -> append(out, c));
    int end = out.length();
    if (end > 0 && out.charAt(end - 1) == ' ') out.setLength(end - 1);
    return Normalizer.normalize(out, Normalizer.Form.NFC);
  }

  private static void append(StringBuilder out, int c) {
    if (Chars.blank(c)) {
      if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') out.append(' ');
    } else if (DOUBLE_QUOTES.indexOf(c) >= 0) {
      out.append('"');
    } else if (SINGLE_QUOTES.indexOf(c) >= 0) {
      out.append('\'');
    } else if (Character.getType(c) == Character.DASH_PUNCTUATION || MINUS.indexOf(c) >= 0) {
      out.append('-');
    } else if (c >= FIRST_LIGATURE && c < FIRST_LIGATURE + LIGATURES.length) {
      out.append(LIGATURES[c - FIRST_LIGATURE]);
    } else if (!Chars.invisible(c)) {
      out.appendCodePoint(c);
    }
  }
}
