// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.extract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Mends words that were hyphenated at the end of a line: "infor-" and "mation" become
 * "information". Whether a hyphen belongs to the word ("third-" and "party") the document itself
 * says, by how it writes the word elsewhere; of words it says nothing about, a hyphen goes only if
 * the document was seen to hyphenate.
 */
final class Hyphens {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+(?:-[\\p{L}\\p{M}]+)*");
  private static final Pattern TAIL = Pattern.compile("([\\p{L}\\p{M}]+)[-\u2010\u00AD]$");
  private static final Pattern HEAD = Pattern.compile("^(\\p{Ll}[\\p{L}\\p{M}]*)(\\S*)\\s*");

  private final Set<String> words;
  private boolean seen;

  private Hyphens(Set<String> words) {
    this.words = words;
  }

  static List<PageLine> mended(List<PageLine> lines) {
    Hyphens hyphens = new Hyphens(words(lines));
    for (int i = 1; i < lines.size(); i++) {
      hyphens.look(lines.get(i - 1).text(), lines.get(i).text());
    }
    List<PageLine> mended = new ArrayList<>();
    for (PageLine line : lines) {
      if (mended.isEmpty() || !hyphens.join(mended, line)) mended.add(line);
    }
    return mended;
  }

  private static Set<String> words(List<PageLine> lines) {
    Set<String> words = new HashSet<>();
    for (PageLine line : lines) {
      Matcher word = WORD.matcher(line.text());
      while (word.find()) words.add(word.group().toLowerCase(Locale.ROOT));
    }
    return words;
  }

  private void look(String before, String after) {
    Matcher tail = TAIL.matcher(before);
    Matcher head = HEAD.matcher(after);
    if (tail.find() && head.find()) seen |= known(tail.group(1) + head.group(1));
  }

  /** Moves the rest of a broken word up to its beginning; false where there is none. */
  private boolean join(List<PageLine> lines, PageLine line) {
    PageLine last = lines.getLast();
    Matcher tail = TAIL.matcher(last.text());
    Matcher head = HEAD.matcher(line.text());
    if (!tail.find() || !head.find()) return false;
    boolean soft = last.text().endsWith("\u00AD");
    String start = last.text().substring(0, last.text().length() - 1);
    String hyphen = !soft && keeps(tail.group(1), head.group(1)) ? "-" : "";
    lines.set(lines.size() - 1, last.with(start + hyphen + head.group(1) + head.group(2)));
    String rest = line.text().substring(head.end());
    if (!rest.isEmpty()) lines.add(line.with(rest));
    return true;
  }

  private boolean keeps(String tail, String head) {
    if (known(tail + "-" + head)) return true;
    return !known(tail + head) && !seen;
  }

  private boolean known(String word) {
    return words.contains(word.toLowerCase(Locale.ROOT));
  }
}
