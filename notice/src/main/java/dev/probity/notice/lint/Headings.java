// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.lint;

import dev.probity.notice.pack.PackSource;
import dev.probity.notice.text.Traced;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * {@code heading-without-body}: a heading is followed by the heading of another clause or by
 * nothing, or it announces how long data is stored and no sentence under it speaks of time.
 * Headings that belong together, a part's and its first section's, are cited by one clause. English
 * and Swedish. Stateless.
 */
final class Headings {
  private static final Pattern STORAGE =
      Phrase.of(
          "\\b(?:retention|retain|how long|storage|store|lagr\\w*|spara\\w*|bevara\\w*|hur"
              + " länge)\\b");
  private static final Pattern TIME =
      Phrase.of(
          "\\b(?:days?|weeks?|months?|years?|as long as|until|perpetual\\w*|indefinite\\w*|period"
              + "|dag|dagar|vecka|veckor|månad|månader|år|så länge|tills|period|tidsperiod)\\b");

  private Headings() {}

  static List<Found> withoutBody(PackSource source, Printed notice) {
    List<Found> found = new ArrayList<>();
    List<Traced> sentences = notice.sentences();
    for (int i = 0; i < sentences.size(); i++) {
      Traced heading = sentences.get(i);
      if (!notice.heading(heading, source)) continue;
      if (notice.nothingUnder(i, source))
        found.add(
            notice.at(
                heading,
                "this heading has nothing under it",
                "write what it announces, or remove it"));
      else if (STORAGE.matcher(heading.unit().text()).find()
          && body(sentences, i + 1, source, notice).noneMatch(t -> TIME.matcher(t).find()))
        found.add(
            notice.at(
                heading,
                "this heading announces storage, and nothing under it says how long",
                "state the period in the notice; the operator's stands in `retention`"));
    }
    return found;
  }

  private static java.util.stream.Stream<String> body(
      List<Traced> sentences, int from, PackSource source, Printed notice) {
    return sentences.subList(from, sentences.size()).stream()
        .takeWhile(s -> !notice.heading(s, source))
        .map(s -> s.unit().text());
  }
}
