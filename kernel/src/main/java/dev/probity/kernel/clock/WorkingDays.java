// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.clock;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * The days on which a place works: weekdays that are no public holiday there. Immutable; holidays
 * are computed from the rules of the law named in the calendar, for the years those rules hold.
 *
 * @param cite the law the holidays come from
 */
public record WorkingDays(
    String id, String cite, int firstYear, int lastYear, IntFunction<Set<LocalDate>> holidays) {

  /** The calendar does not reach that year; answering would be a guess. */
  public static final class OutOfReach extends RuntimeException {
    private static final long serialVersionUID = 1;

    OutOfReach(WorkingDays calendar, int year) {
      super(
          "the calendar `"
              + calendar.id()
              + "` knows the years "
              + calendar.firstYear()
              + " to "
              + calendar.lastYear()
              + ", not "
              + year);
    }
  }

  public boolean works(LocalDate day) {
    if (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY)
      return false;
    return !isHoliday(day);
  }

  public boolean isHoliday(LocalDate day) {
    if (day.getYear() < firstYear || day.getYear() > lastYear)
      throw new OutOfReach(this, day.getYear());
    return holidays.apply(day.getYear()).contains(day);
  }

  /** That day, or the next one that works. */
  public LocalDate onOrAfter(LocalDate day) {
    LocalDate at = day;
    while (!works(at)) at = at.plusDays(1);
    return at;
  }

  /** The n-th working day after a day; the day itself does not count. */
  public LocalDate after(LocalDate day, int workingDays) {
    LocalDate at = day;
    for (int left = workingDays; left > 0; ) {
      at = at.plusDays(1);
      if (works(at)) left--;
    }
    return at;
  }
}
