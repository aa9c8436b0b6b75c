// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.clock;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The calendars that the statutes here need. Stateless. */
public final class Calendars {
  /** Federal holidays, 5 U.S.C. 6103; a Saturday's is kept on Friday, a Sunday's on Monday. */
  public static final WorkingDays US_FEDERAL =
      new WorkingDays("us-federal", "5 U.S.C. 6103", 2021, 2100, Calendars::usFederal);

  /** State holidays, Cal. Gov. Code 6700 and 6701; only a Sunday's moves to Monday. */
  public static final WorkingDays CALIFORNIA =
      new WorkingDays("us-ca", "Cal. Gov. Code 6700-6701", 2021, 2100, Calendars::california);

  /**
   * Public holidays, lag (1989:253), with Midsummer's, Christmas and New Year's Eve as banks keep
   * them.
   */
  public static final WorkingDays SWEDEN =
      new WorkingDays("se", "Lag (1989:253)", 2005, 2100, Calendars::sweden);

  /**
   * Holidays of the European institutions' own seat as far as all keep them: Regulation 1182/71
   * Art. 2.
   */
  public static final WorkingDays EU =
      new WorkingDays(
          "eu", "Regulation (EEC, Euratom) No 1182/71 Art. 2", 1999, 2100, Calendars::eu);

  /**
   * Bank holidays in England and Wales, Banking and Financial Dealings Act 1971 and proclamations;
   * a day proclaimed later would only move a last day on.
   */
  public static final WorkingDays UK =
      new WorkingDays("uk", "Banking and Financial Dealings Act 1971", 2021, 2028, Calendars::uk);

  /**
   * Federal holidays, Interpretation Act, R.S.C. 1985, c. I-21, s. 35(1), with Canada Day as the
   * Holidays Act, R.S.C. 1985, c. H-5, s. 2 keeps it and Thanksgiving as proclaimed in 1957.
   */
  public static final WorkingDays CANADA =
      new WorkingDays(
          "ca-federal",
          "Interpretation Act, R.S.C. 1985, c. I-21, s. 35(1)",
          2023,
          2100,
          Calendars::canada);

  public static final List<WorkingDays> ALL =
      List.of(US_FEDERAL, CALIFORNIA, SWEDEN, EU, UK, CANADA);

  private Calendars() {}

  public static Optional<WorkingDays> named(String id) {
    return ALL.stream().filter(c -> c.id().equals(id)).findFirst();
  }

  private static Set<LocalDate> usFederal(int year) {
    Set<LocalDate> days = new TreeSet<>();
    LocalDate[] fixed = {
      date(year, Month.JANUARY, 1),
      date(year, Month.JUNE, 19),
      date(year, Month.JULY, 4),
      date(year, Month.NOVEMBER, 11),
      date(year, Month.DECEMBER, 25),
      date(year + 1, Month.JANUARY, 1)
    };
    for (LocalDate day : fixed) days.add(observed(day));
    days.add(nth(year, Month.JANUARY, 3, MONDAY));
    days.add(nth(year, Month.FEBRUARY, 3, MONDAY));
    days.add(date(year, Month.MAY, 31).with(TemporalAdjusters.previousOrSame(MONDAY)));
    days.add(nth(year, Month.SEPTEMBER, 1, MONDAY));
    days.add(nth(year, Month.OCTOBER, 2, MONDAY));
    days.add(nth(year, Month.NOVEMBER, 4, THURSDAY));
    return days;
  }

  private static LocalDate observed(LocalDate day) {
    if (day.getDayOfWeek() == SATURDAY) return day.minusDays(1);
    return day.getDayOfWeek() == SUNDAY ? day.plusDays(1) : day;
  }

  private static Set<LocalDate> california(int year) {
    Set<LocalDate> days = new TreeSet<>();
    LocalDate[] fixed = {
      date(year, Month.JANUARY, 1),
      date(year, Month.MARCH, 31),
      date(year, Month.JULY, 4),
      date(year, Month.NOVEMBER, 11),
      date(year, Month.DECEMBER, 25)
    };
    for (LocalDate day : fixed) days.add(day.getDayOfWeek() == SUNDAY ? day.plusDays(1) : day);
    days.add(nth(year, Month.JANUARY, 3, MONDAY));
    days.add(nth(year, Month.FEBRUARY, 3, MONDAY));
    days.add(date(year, Month.MAY, 31).with(TemporalAdjusters.previousOrSame(MONDAY)));
    days.add(nth(year, Month.SEPTEMBER, 1, MONDAY));
    LocalDate thanksgiving = nth(year, Month.NOVEMBER, 4, THURSDAY);
    days.add(thanksgiving);
    days.add(thanksgiving.plusDays(1));
    return days;
  }

  private static Set<LocalDate> sweden(int year) {
    LocalDate easter = easter(year);
    LocalDate midsummer = date(year, Month.JUNE, 20).with(TemporalAdjusters.nextOrSame(SATURDAY));
    LocalDate allSaints =
        date(year, Month.OCTOBER, 31).with(TemporalAdjusters.nextOrSame(SATURDAY));
    return Set.of(
        date(year, Month.JANUARY, 1),
        date(year, Month.JANUARY, 6),
        easter.minusDays(2),
        easter,
        easter.plusDays(1),
        date(year, Month.MAY, 1),
        easter.plusDays(39),
        easter.plusDays(49),
        date(year, Month.JUNE, 6),
        midsummer.minusDays(1),
        midsummer,
        allSaints,
        date(year, Month.DECEMBER, 24),
        date(year, Month.DECEMBER, 25),
        date(year, Month.DECEMBER, 26),
        date(year, Month.DECEMBER, 31));
  }

  private static Set<LocalDate> eu(int year) {
    LocalDate easter = easter(year);
    return Set.of(
        date(year, Month.JANUARY, 1),
        easter.minusDays(2),
        easter.plusDays(1),
        date(year, Month.MAY, 1),
        easter.plusDays(39),
        easter.plusDays(50),
        date(year, Month.NOVEMBER, 1),
        date(year, Month.DECEMBER, 25),
        date(year, Month.DECEMBER, 26));
  }

  private static Set<LocalDate> uk(int year) {
    LocalDate easter = easter(year);
    Set<LocalDate> days = new TreeSet<>(Set.of(easter.minusDays(2), easter.plusDays(1)));
    days.add(date(year, Month.JANUARY, 1).with(day -> nextWeekday(LocalDate.from(day))));
    days.add(nth(year, Month.MAY, 1, MONDAY));
    days.add(date(year, Month.MAY, 31).with(TemporalAdjusters.previousOrSame(MONDAY)));
    days.add(date(year, Month.AUGUST, 31).with(TemporalAdjusters.previousOrSame(MONDAY)));
    LocalDate christmas = nextWeekday(date(year, Month.DECEMBER, 25));
    days.add(christmas);
    LocalDate boxing = nextWeekday(date(year, Month.DECEMBER, 26));
    days.add(boxing.isAfter(christmas) ? boxing : nextWeekday(christmas.plusDays(1)));
    proclaimed(year, days);
    return days;
  }

  /** One-off days and the spring holiday moved for a jubilee, by proclamation. */
  private static void proclaimed(int year, Set<LocalDate> days) {
    if (year == 2022) {
      days.remove(date(2022, Month.MAY, 30));
      days.addAll(
          Set.of(
              date(2022, Month.JUNE, 2),
              date(2022, Month.JUNE, 3),
              date(2022, Month.SEPTEMBER, 19)));
    }
    if (year == 2023) days.add(date(2023, Month.MAY, 8));
  }

  private static Set<LocalDate> canada(int year) {
    LocalDate easter = easter(year);
    LocalDate canadaDay = date(year, Month.JULY, 1);
    boolean sunday = canadaDay.getDayOfWeek() == DayOfWeek.SUNDAY;
    return Set.of(
        date(year, Month.JANUARY, 1),
        easter.minusDays(2),
        easter.plusDays(1),
        date(year, Month.MAY, 24).with(TemporalAdjusters.previousOrSame(MONDAY)),
        sunday ? canadaDay.plusDays(1) : canadaDay,
        nth(year, Month.SEPTEMBER, 1, MONDAY),
        date(year, Month.SEPTEMBER, 30),
        nth(year, Month.OCTOBER, 2, MONDAY),
        date(year, Month.NOVEMBER, 11),
        date(year, Month.DECEMBER, 25));
  }

  private static LocalDate nextWeekday(LocalDate day) {
    LocalDate at = day;
    while (at.getDayOfWeek() == SATURDAY || at.getDayOfWeek() == SUNDAY) at = at.plusDays(1);
    return at;
  }

  private static LocalDate date(int year, Month month, int day) {
    return LocalDate.of(year, month, day);
  }

  private static LocalDate nth(int year, Month month, int n, DayOfWeek weekday) {
    return date(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(n, weekday));
  }

  /** Easter Sunday in the Gregorian calendar (Meeus, Jones and Butcher's algorithm). */
  static LocalDate easter(int year) {
    int a = year % 19;
    int b = year / 100;
    int c = year % 100;
    int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    int m = (a + 11 * h + 22 * l) / 451;
    int days = h + l - 7 * m + 114;
    return LocalDate.of(year, days / 31, days % 31 + 1);
  }
}
