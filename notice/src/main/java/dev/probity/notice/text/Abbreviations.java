// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.text;

import java.util.Locale;
import java.util.Set;

/**
 * Which full stops end a word and no sentence: known abbreviations, dotted letters ("C.F.R.",
 * "t.ex."), a capital alone ("S. Smith"), and the letter or number that opens a list item ("A.",
 * "3.1.", "iv."). The price is a sentence that ends in an abbreviation: it stays joined with the
 * next one.
 */
final class Abbreviations {
  /** Without the last dot, in any case. Words that also end sentences, as "no", are left out. */
  private static final Set<String> KNOWN =
      Set.of(
          "approx", "blvd", "co", "corp", "etc", "inc", "jr", "ltd", "mr", "mrs", "ms", "prof",
          "vs", "ca", "dvs", "exkl", "inkl", "jfr", "kap", "nr", "osv", "resp", "tel");

  /** Abbreviations only with a capital: "by bus." ends a sentence, "Cal. Bus. Code" does not. */
  private static final Set<String> NAMES =
      Set.of(
          "Ave", "Bus", "Cal", "Civ", "Dept", "Dr", "Fed", "Rd", "Reg", "Sec", "Sr", "St", "Stat",
          "Ste");

  private static final int LONGEST = 12;
  private static final int LONGEST_MARK = 8;
  private static final String ROMAN = "ivxIVX";

  private Abbreviations() {}

  /** Whether the full stop at {@code dot} closes an abbreviation. Looks back a few characters. */
  static boolean endsAt(String text, int dot) {
    int start = dot;
    while (start > 0 && wordOrDot(text.charAt(start - 1)) && dot - start <= LONGEST) start--;
    String word = text.substring(start, dot);
    if (word.isEmpty() || word.length() > LONGEST || insideAddress(text, start)) return false;
    return KNOWN.contains(word.toLowerCase(Locale.ROOT)) || NAMES.contains(word) || initials(word);
  }

  /** Whether the full stop at {@code dot} closes the mark of a list item that opens the text. */
  static boolean marks(String text, int start, int dot) {
    String mark = text.substring(start, Math.min(dot, start + LONGEST_MARK + 1));
    if (mark.isEmpty() || mark.length() > LONGEST_MARK) return false;
    return (mark.length() == 1 && Character.isLetter(mark.charAt(0)))
        || mark.chars().allMatch(c -> ROMAN.indexOf(c) >= 0)
        || mark.chars().allMatch(c -> c == '.' || Character.isDigit(c));
  }

  /** A capital alone, or dotted pieces of one or two letters: U.S.C, t.ex, fr.o.m, Ph.D. */
  private static boolean initials(String word) {
    int piece = 0;
    boolean dotted = false;
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) != '.') {
        if (++piece > 2) return false;
      } else {
        if (piece == 0) return false;
        dotted = true;
        piece = 0;
      }
    }
    return dotted ? piece > 0 : word.length() == 1 && Chars.capital(word.charAt(0));
  }

  private static boolean wordOrDot(char c) {
    return Character.isLetter(c) || c == '.';
  }

  /** "x.org/a.b" and "me@x.se" are addresses: a stop behind them is a stop. */
  private static boolean insideAddress(String text, int start) {
    return start > 0 && "@/".indexOf(text.charAt(start - 1)) >= 0;
  }
}
