// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.extract;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Mends words that were broken at the end of a line: "infor-" and "mation" become "information".
 * Whether a hyphen belongs to the word ("third-" and "party") the document itself says, by how it
 * writes the word elsewhere; of words it says nothing about, a hyphen goes only if those it knows
 * do not rather keep it. Immutable once made; English, Swedish and German conjunctions are known.
 */
final class Hyphens {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+(?:-[\\p{L}\\p{M}]+)*");
  private static final Pattern TAIL = Pattern.compile("([\\p{L}\\p{M}\\p{N}]+)[-\u2010\u00AD]$");
  private static final Pattern HEAD = Pattern.compile("^[\\p{L}\\p{M}\\p{N}]+");

  /** "health- and" at the end of a line: the hyphen stands for the rest of the word, not for it. */
  private static final Set<String> CONJUNCTIONS =
      Set.of("and", "or", "to", "och", "eller", "samt", "und", "oder", "bis");

  private final Set<String> words = new HashSet<>();
  private int goes;
  private int stays;

  private Hyphens() {}

  static Hyphens of(List<PageLine> lines) {
    Hyphens hyphens = new Hyphens();
    for (PageLine line : lines) {
      Matcher word = WORD.matcher(line.text());
      while (word.find()) hyphens.words.add(word.group().toLowerCase(Locale.ROOT));
    }
    for (int i = 1; i < lines.size(); i++) {
      hyphens.look(lines.get(i - 1).text(), lines.get(i).text());
    }
    return hyphens;
  }

  private void look(String above, String line) {
    Matcher tail = TAIL.matcher(above);
    Matcher head = HEAD.matcher(line);
    if (!tail.find() || !head.find()) return;
    boolean whole = known(tail.group(1) + head.group());
    boolean hyphenated = known(tail.group(1) + "-" + head.group());
    if (whole && !hyphenated) goes++;
    if (hyphenated && !whole) stays++;
  }

  /** Whether the second line begins with the rest of the first one's last word. */
  boolean broken(CharSequence above, String line) {
    Matcher head = HEAD.matcher(line);
    return TAIL.matcher(above).find() && head.find() && !CONJUNCTIONS.contains(head.group());
  }

  /** Appends the line to what stands above it, with a blank or with what is left of a hyphen. */
  void append(StringBuilder above, String line) {
    Matcher tail = TAIL.matcher(above);
    Matcher head = HEAD.matcher(line);
    if (!broken(above, line) || !tail.find() || !head.find()) {
      above.append(' ');
    } else if (above.charAt(above.length() - 1) == '\u00AD'
        || !keeps(tail.group(1), head.group())) {
      above.setLength(above.length() - 1);
    }
    above.append(line);
  }

  private boolean keeps(String tail, String head) {
    if (!Character.isLowerCase(head.charAt(0)) || known(tail + "-" + head)) return true;
    return !known(tail + head) && (goes == 0 || goes < stays);
  }

  private boolean known(String word) {
    return words.contains(word.toLowerCase(Locale.ROOT));
  }
}
