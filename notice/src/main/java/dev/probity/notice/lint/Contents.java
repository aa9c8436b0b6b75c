// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.lint;

import dev.probity.notice.pack.PackSource;
import dev.probity.notice.text.Traced;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code contents-mismatch}: a list of contents names a section that does not follow, or leaves out
 * one that the notice sends people to. A list of contents is a run of short sentences of which
 * nearly all open a later sentence. English. Costs the square of the number of sentences.
 * Stateless.
 */
final class Contents {
  private static final int FEWEST = 4;
  private static final int LONGEST = 90;
  private static final int EARLY = 100;
  private static final Pattern SENT =
      Phrase.of("\\b(?:the|our) ([\\p{L}][\\p{L}\\d /&-]{2,70}?) sections? (?:above|below)\\b");

  private final List<Traced> sentences;
  private final List<String> texts;
  private final Printed notice;
  private final int from;
  private final int to;

  private Contents(Printed notice) {
    this.notice = notice;
    this.sentences = notice.sentences();
    this.texts = sentences.stream().map(s -> text(s.unit().text())).toList();
    int early = Math.min(EARLY, sentences.size());
    int begin = 0;
    while (begin < early && !opensLater(begin)) begin++;
    int end = begin;
    while (end < early && entry(end)) end++;
    this.from = begin;
    this.to = end;
  }

  static List<Found> mismatch(PackSource source, Printed notice) {
    Contents contents = new Contents(notice);
    List<Found> found = new ArrayList<>();
    if (contents.to - contents.from < FEWEST) return found;
    contents.withoutSection(found);
    contents.leftOut(found);
    return found;
  }

  private void withoutSection(List<Found> found) {
    for (int i = from; i < to; i++) {
      if (!opensLater(i))
        found.add(
            notice.at(
                sentences.get(i),
                "the list of contents names a section that does not follow",
                "add the section, or take it off the list"));
    }
  }

  private void leftOut(List<Found> found) {
    for (Traced sentence : sentences) {
      Matcher sent = SENT.matcher(sentence.unit().text());
      if (sent.find() && !listed(text(sent.group(1))))
        found.add(
            notice.at(
                sentence,
                "people are sent to a section that the list of contents leaves out",
                "put the section on the list"));
    }
  }

  private boolean listed(String section) {
    return texts.subList(from, to).stream()
        .anyMatch(entry -> entry.contains(section) || section.contains(entry));
  }

  /** One of the run: it opens a later sentence, or the one behind it does. */
  private boolean entry(int index) {
    String text = sentences.get(index).unit().text().strip();
    if (text.length() > LONGEST || text.matches(".*[.;:,]")) return false;
    return opensLater(index) || (index + 1 < sentences.size() && opensLater(index + 1));
  }

  private boolean opensLater(int index) {
    String title = texts.get(index);
    return title.length() <= LONGEST
        && title.contains(" ")
        && texts.subList(index + 1, texts.size()).stream().anyMatch(t -> t.startsWith(title));
  }

  private static String text(String printed) {
    return printed.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\d]+", " ").strip();
  }
}
