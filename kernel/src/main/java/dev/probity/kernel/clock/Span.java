// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.clock;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A length of time as a notice or a law writes it: ISO 8601, business days as {@code P10BD}.
 * Immutable.
 */
public sealed interface Span {
  /** Calendar days; a week is seven. */
  record Days(int count) implements Span {}

  /** Days on which the calendar works. */
  record BusinessDays(int count) implements Span {}

  /** Calendar months; a year is twelve. The same day of a later month, or that month's last. */
  record Months(int count) implements Span {}

  /** Hours, which never wait for a working day (Regulation 1182/71 Art. 3(4)). */
  record Hours(int count) implements Span {}

  /** Not later than the event itself. */
  record AtOnce() implements Span {}

  Pattern WRITTEN = Pattern.compile("P(\\d{1,4})(BD|D|W|M|Y)|PT(\\d{1,4})H");

  /** The span of a text; nothing where it names none ({@code UNSTATED}, {@code INDEFINITE}). */
  static Optional<Span> parse(String text) {
    if (text.equals("at-once")) return Optional.of(new AtOnce());
    Matcher matcher = WRITTEN.matcher(text);
    if (!matcher.matches()) return Optional.empty();
    if (matcher.group(3) != null) return Optional.of(new Hours(Integer.parseInt(matcher.group(3))));
    int count = Integer.parseInt(matcher.group(1));
    return Optional.of(
        switch (matcher.group(2)) {
          case "BD" -> new BusinessDays(count);
          case "D" -> new Days(count);
          case "W" -> new Days(7 * count);
          case "M" -> new Months(count);
          default -> new Months(12 * count);
        });
  }
}
