// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClockTest {
  private static final Clock EU = new Clock(Calendars.EU, true);
  private static final Clock PLAIN = new Clock(Calendars.US_FEDERAL, false);

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  private static Span span(String text) {
    return Span.parse(text).orElseThrow();
  }

  /** GDPR Art. 12(3) with Regulation 1182/71 Art. 3(2)(c) and 3(4). */
  @ParameterizedTest
  @CsvSource({
    "2026-01-31, P1M, 2026-03-02", // February has no 31st: its last day, a Saturday, so Monday
    "2024-01-31, P1M, 2024-02-29", // a leap year's Thursday
    "2025-11-25, P1M, 2025-12-29", // Christmas and the day after, then a weekend
    "2026-02-27, P1M, 2026-03-27",
    "2026-03-03, P1M, 2026-04-07", // Good Friday to Easter Monday
  })
  void aMonthEndsOnTheSameDayOrTheLastAndThenOnAWorkingDay(
      String event, String period, String due) {
    assertEquals(day(due), EU.due(day(event), span(period)));
  }

  /** 11 CCR 7021: ten business days to confirm, 45 calendar days to answer, weekends or not. */
  @ParameterizedTest
  @CsvSource({
    "2026-01-02, P10BD, 2026-01-16", // New Year was the day before; Martin Luther King's is the
    // 19th
    "2026-11-20, P10BD, 2026-12-08", // Thanksgiving and the day after
    "2026-03-30, P10BD, 2026-04-14", // Cesar Chavez
    "2026-01-31, P45D, 2026-03-17",
  })
  void californiaCounts(String event, String period, String due) {
    assertEquals(day(due), new Clock(Calendars.CALIFORNIA, false).due(day(event), span(period)));
  }

  /** An extension by two further months makes three from receipt, not one rolled and then two. */
  @Test
  void anExtensionRunsOnFromTheUnrolledEnd() {
    assertEquals(
        day("2026-04-30"), EU.extended(day("2026-01-31"), span("P1M"), span("P2M"), List.of()));
    assertEquals(
        day("2026-05-01"),
        PLAIN.extended(day("2026-01-31"), span("P45D"), span("P45D"), List.of()));
  }

  /**
   * Art. 33 GDPR: 72 hours run through the weekend; Art. 3(1): from the beginning of the next hour.
   */
  @Test
  void hoursDoNotRoll() {
    assertEquals(
        LocalDateTime.parse("2026-11-24T00:00"),
        Clock.dueAt(LocalDateTime.parse("2026-11-20T23:10"), new Span.Hours(72)));
    assertEquals(
        LocalDateTime.parse("2026-11-23T09:00"),
        Clock.dueAt(LocalDateTime.parse("2026-11-20T09:00"), new Span.Hours(72)));
  }

  /** The clock stands still while the person is asked who they are (UK GDPR Art. 12A). */
  @Test
  void aPauseMovesTheDeadlineByItsLength() {
    Clock.Pause pause = new Clock.Pause(day("2026-02-10"), day("2026-02-14"));
    assertEquals(day("2026-03-06"), PLAIN.due(day("2026-02-01"), span("P1M"), List.of(pause)));
    assertEquals(
        PLAIN.due(day("2026-02-01"), span("P1M")),
        PLAIN.due(
            day("2026-02-01"),
            span("P1M"),
            List.of(new Clock.Pause(day("2026-05-01"), day("2026-05-09")))));
  }

  /** Cal. Civ. Code 1798.83: once in a calendar year; 1798.130(b): twice in any twelve months. */
  @Test
  void aCalendarYearIsNotTwelveMonths() {
    List<LocalDate> asked = List.of(day("2025-12-30"));
    assertTrue(Frequency.perCalendarYear(1).allows(day("2026-01-02"), asked));
    assertFalse(Frequency.perCalendarYear(1).allows(day("2025-12-31"), asked));
    assertFalse(Frequency.rolling(1, span("P12M")).allows(day("2026-01-02"), asked));
    assertTrue(Frequency.rolling(1, span("P12M")).allows(day("2026-12-31"), asked));
  }

  @Test
  void windowsLookBack() {
    assertEquals(
        new Window(day("2025-01-01"), day("2025-12-31")),
        Window.precedingCalendarYear(day("2026-07-04")));
    assertEquals(
        new Window(day("2020-11-22"), day("2026-11-21")),
        Window.lookingBack(day("2026-11-22"), span("P6Y")));
  }

  /** A pause in the extension moves its end too; one that straddles both is counted once. */
  @Test
  void aPauseInTheExtensionCountsOnce() {
    for (String from : List.of("2026-02-10", "2026-03-15", "2026-03-28")) {
      Clock.Pause pause = new Clock.Pause(day(from), day(from).plusDays(4));
      assertEquals(
          day("2026-05-06"),
          PLAIN.extended(day("2026-01-31"), span("P45D"), span("P45D"), List.of(pause)),
          from);
    }
  }

  @Test
  void aCalendarThatDoesNotReachTheYearSaysSo() {
    assertThrows(
        WorkingDays.OutOfReach.class,
        () -> new Clock(Calendars.UK, true).due(day("2029-01-04"), span("P1M")));
  }

  /** Later events never fall due earlier, longer periods never sooner, and a due day works. */
  @Test
  void laws() {
    Random random = new Random(42);
    String[] units = {"D", "BD", "M", "W"};
    for (int i = 0; i < 1000; i++) {
      Clock clock = new Clock(Calendars.ALL.get(random.nextInt(4)), random.nextBoolean());
      LocalDate event = LocalDate.of(2021, 1, 1).plusDays(random.nextInt(9000));
      int count = 1 + random.nextInt(40);
      String unit = units[random.nextInt(units.length)];
      LocalDate due = clock.due(event, span("P" + count + unit));
      assertFalse(clock.due(event.plusDays(1), span("P" + count + unit)).isBefore(due));
      assertFalse(clock.due(event, span("P" + (count + 1) + unit)).isBefore(due));
      assertTrue(due.isAfter(event));
      if (clock.rolls() || unit.equals("BD")) assertTrue(clock.days().works(due));
      LocalDate from = event.plusDays(random.nextInt(20));
      var pause = new Clock.Pause(from, from.plusDays(random.nextInt(20)));
      assertFalse(clock.due(event, span("P" + count + unit), List.of(pause)).isBefore(due));
    }
  }
}
