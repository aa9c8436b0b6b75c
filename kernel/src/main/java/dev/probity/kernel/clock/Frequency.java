// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.clock;

import java.time.LocalDate;
import java.util.Collection;

/**
 * How often something may be asked: so many times in any twelve months before the day, or in its
 * calendar year. Immutable.
 */
public record Frequency(int times, boolean calendarYear, Span window) {
  public static Frequency perCalendarYear(int times) {
    return new Frequency(times, true, new Span.Months(12));
  }

  public static Frequency rolling(int times, Span window) {
    return new Frequency(times, false, window);
  }

  /** Whether one more on this day is within the limit. */
  public boolean allows(LocalDate day, Collection<LocalDate> earlier) {
    long within =
        earlier.stream()
            .filter(e -> !e.isAfter(day))
            .filter(
                e ->
                    calendarYear
                        ? e.getYear() == day.getYear()
                        : e.isAfter(Window.before(day, window).minusDays(1)))
            .count();
    return within < times;
  }
}
