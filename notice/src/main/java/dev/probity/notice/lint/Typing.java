// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.lint;

import dev.probity.notice.pack.PackSource;
import dev.probity.notice.text.Traced;
import dev.probity.notice.yaml.Nearest;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Slips of typing, of copying and of splitting that change how a notice reads. Stateless. */
final class Typing {
  private static final Pattern RUN_ON =
      Pattern.compile("(?<![\\p{L}\\d.])\\p{Ll}{2,}[.!?](?!Com|Net|Org|Io)\\p{Lu}\\p{Ll}{2,}\\b");
  private static final Pattern OPEN_END = Pattern.compile("\\(\\p{Ll}{0,2}\\.?$");
  private static final Pattern TITLE = Phrase.of("\\b(\\p{L}{5,20}) (policy|notice|statement)\\b");

  /** A title is what stands this often at least. */
  private static final int OFTEN = 3;

  private Typing() {}

  /** {@code missing-space}: a sentence begins right behind the one before. */
  static List<Found> missingSpace(PackSource source, Printed notice) {
    return notice.each(
        text -> Phrase.in(Phrase.withoutAddresses(text), RUN_ON),
        "two sentences stand without a space between them",
        "put the space; a reader by machine takes them for one");
  }

  /** {@code cut-abbreviation}: a sentence ends within brackets it has just opened. */
  static List<Found> cutAbbreviation(PackSource source, Printed notice) {
    return notice.each(
        text -> Phrase.in(text.strip(), OPEN_END),
        "the sentence ends in an opened bracket: an abbreviation was taken for its end",
        "restore the abbreviation and what follows it");
  }

  /** {@code misspelt-title}: the document is called by nearly its name, which finds no term. */
  static List<Found> misspeltTitle(PackSource source, Printed notice) {
    Map<String, Integer> titles = new HashMap<>();
    for (Traced sentence : notice.sentences()) {
      Matcher title = TITLE.matcher(sentence.unit().text());
      while (title.find()) titles.merge(lower(title.group()), 1, Integer::sum);
    }
    return notice.each(
        text ->
            TITLE
                .matcher(text)
                .results()
                .anyMatch(
                    m ->
                        titles.entrySet().stream()
                            .anyMatch(
                                t -> nearly(lower(m.group()), t.getKey(), t.getValue(), titles))),
        "the document is called by nearly its own title",
        "call it by the title it has everywhere else");
  }

  private static boolean nearly(String said, String title, int times, Map<String, Integer> titles) {
    return times >= OFTEN
        && times > 2 * titles.getOrDefault(said, 0)
        && !said.equals(title)
        && kind(said).equals(kind(title))
        && Nearest.distance(said, title) <= 2;
  }

  private static String kind(String title) {
    return title.substring(title.indexOf(' '));
  }

  private static String lower(String title) {
    return title.toLowerCase(Locale.ROOT);
  }
}
