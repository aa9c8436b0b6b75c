// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.lint;

import dev.probity.notice.pack.PackSource;
import dev.probity.notice.text.Traced;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a notice owes its reader about itself and does not say. English and Swedish. Stateless. */
final class Missing {
  /** A sentence that says the notice bears a date: "the effective date at the top". */
  private static final Pattern DATE =
      Phrase.of(
          "[\"“”„]?\\b(?:effective|revised|last[ -]updated|last[ -]modified|senast"
              + " (?:ändrad|uppdaterad))[\"“”]? date\\b|\\bdate\\b.{0,30}\\b(?:at the"
              + " (?:top|end|bottom)|above|below)\\b"
              + "|\\bdatum\\w*\\b.{0,30}\\b(?:överst|nederst|ovan|nedan)\\b");

  private static final Pattern SPEAKER = Phrase.of("\\b(?:we|us|our|vi|oss|vår|våra|vårt)\\b");

  /** A shorter text is an excerpt. */
  private static final int WHOLE = 10;

  private Missing() {}

  /** {@code missing-date}: a sentence says the notice bears a date, and none stands anywhere. */
  static List<Found> date(PackSource source, Printed notice) {
    if (Dates.any(notice)) return List.of();
    return notice.each(
        text -> Phrase.in(text, DATE),
        "the notice is said to bear a date and bears none",
        "print the day from which this version holds");
  }

  /**
   * {@code missing-controller}: somebody speaks in ten sentences or more, and the company's name
   * stands nowhere but in addresses. Found at the first sentence.
   */
  static List<Found> controller(PackSource source, Printed notice) {
    String name = source.header().controller().split("[\\s,]+")[0].toLowerCase(Locale.ROOT);
    Pattern named = Phrase.of("\\b" + Pattern.quote(name) + "\\b");
    List<Traced> sentences = notice.sentences();
    if (sentences.size() < WHOLE) return List.of();
    boolean speaks = sentences.stream().anyMatch(s -> Phrase.in(s.unit().text(), SPEAKER));
    boolean said =
        sentences.stream()
            .anyMatch(s -> Phrase.in(Phrase.withoutAddresses(s.unit().text()), named));
    return speaks && !said
        ? List.of(
            notice.at(
                sentences.getFirst(),
                "the notice does not say whose it is",
                "name the company that answers for it, and how to reach it"))
        : List.of();
  }
}
