// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.clock;

import java.time.LocalDate;

/** The days a request looks back over, both included. Immutable. */
public record Window(LocalDate from, LocalDate to) {
  /** So long before a day, up to the day before it. */
  public static Window lookingBack(LocalDate day, Span span) {
    return new Window(before(day, span), day.minusDays(1));
  }

  /** The whole calendar year before a day's own (Cal. Civ. Code 1798.83). */
  public static Window precedingCalendarYear(LocalDate day) {
    int year = day.getYear() - 1;
    return new Window(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
  }

  public boolean holds(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(to);
  }

  static LocalDate before(LocalDate day, Span span) {
    return switch (span) {
      case Span.Days s -> day.minusDays(s.count());
      case Span.Months s -> day.minusMonths(s.count());
      case Span.BusinessDays s ->
          throw new IllegalArgumentException("nothing looks back over business days");
      case Span.Hours s -> throw new IllegalArgumentException("nothing looks back over hours");
      case Span.AtOnce s -> day;
    };
  }
}
