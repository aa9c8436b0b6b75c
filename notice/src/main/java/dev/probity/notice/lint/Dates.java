// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.lint;

import dev.probity.notice.pack.PackSource;
import dev.probity.notice.text.Traced;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code date-mismatch}: the first and the last date of a notice differ, or it has one date and the
 * pack is in force from another. Dates are read as {@code 2026-01-31}, {@code January 31, 2026} and
 * {@code 31 January 2026}, months in English and Swedish. A sentence that gives the dates of a
 * change and of force gives the latter. Stateless.
 */
final class Dates {
  private static final List<String> MONTHS =
      List.of(
          "jan", "feb", "mar", "apr", "ma[jy]", "jun", "jul", "aug", "sep", "o[ck]t", "nov", "dec");
  private static final String MONTH = "(" + String.join("|", MONTHS) + ")[a-zåäö]{0,6}\\.?";
  private static final Pattern DATE =
      Phrase.of(
          "\\b(?:(\\d{4})-(\\d{2})-(\\d{2})|"
              + MONTH
              + " (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})|(?:den )?(\\d{1,2})(?:st|nd|rd|th)? "
              + MONTH
              + ",? (\\d{4}))\\b");

  private static final Pattern HOLDS = Phrase.of("\\b(?:effective|in force|gäller|giltig)\\b");

  /** How far before a date the word stands that says what it is the date of. */
  private static final int NEAR = 24;

  private Dates() {}

  private record Dated(Traced sentence, LocalDate date) {}

  /** Whether a date stands anywhere in the notice. */
  static boolean any(Printed notice) {
    return notice.sentences().stream().anyMatch(s -> !dates(s).isEmpty());
  }

  static List<Found> mismatch(PackSource source, Printed notice) {
    List<Dated> dates = new ArrayList<>();
    for (Traced sentence : notice.sentences()) dates.addAll(dates(sentence));
    if (dates.isEmpty()) return List.of();
    Dated first = dates.getFirst();
    Dated last = dates.getLast();
    LocalDate inForce = LocalDate.ofInstant(source.header().inForce(), ZoneOffset.UTC);
    if (!first.date().equals(last.date()))
      return List.of(
          notice.at(
              last.sentence(),
              "the notice begins with " + first.date() + " and ends with " + last.date(),
              "let both say from when this version holds"));
    if (!first.date().equals(inForce))
      return List.of(
          notice.at(
              first.sentence(),
              "the notice says " + first.date() + ", the pack is in force from " + inForce,
              "correct `in-force`, or make a version of the pack"));
    return List.of();
  }

  /** The dates of a sentence; of several those from which something holds, where it says so. */
  private static List<Dated> dates(Traced sentence) {
    List<Dated> all = new ArrayList<>();
    List<Dated> holding = new ArrayList<>();
    String text = sentence.unit().text();
    Matcher matcher = DATE.matcher(text);
    while (matcher.find()) {
      Optional<LocalDate> date = date(matcher);
      if (date.isEmpty()) continue;
      Dated dated = new Dated(sentence, date.get());
      all.add(dated);
      String before = text.substring(Math.max(0, matcher.start() - NEAR), matcher.start());
      if (Phrase.in(before, HOLDS)) holding.add(dated);
    }
    return holding.isEmpty() ? all : holding;
  }

  private static Optional<LocalDate> date(Matcher m) {
    try {
      if (m.group(1) != null)
        return Optional.of(LocalDate.of(number(m, 1), number(m, 2), number(m, 3)));
      return Optional.of(
          m.group(4) != null
              ? LocalDate.of(number(m, 6), month(m.group(4)), number(m, 5))
              : LocalDate.of(number(m, 9), month(m.group(8)), number(m, 7)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }

  private static int month(String name) {
    for (int i = 0; i < MONTHS.size(); i++) {
      if (name.toLowerCase(Locale.ROOT).matches(MONTHS.get(i))) return i + 1;
    }
    return 0;
  }
}
