// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holidays as printed in almanacs and government lists. */
class CalendarsTest {
  @ParameterizedTest
  @CsvSource({
    "2008-03-23",
    "2011-04-24",
    "2016-03-27",
    "2024-03-31",
    "2025-04-20",
    "2026-04-05",
    "2038-04-25"
  })
  void easterFallsOn(LocalDate sunday) {
    assertEquals(sunday, Calendars.easter(sunday.getYear()));
  }

  @ParameterizedTest
  @CsvSource({
    "us-federal, 2026-07-03", // Independence Day on a Saturday is kept on Friday
    "us-federal, 2027-12-31", // and New Year's Day of 2028
    "us-federal, 2026-06-19",
    "us-federal, 2022-12-26",
    "us-ca, 2026-11-27",
    "us-ca, 2025-03-31",
    "se, 2026-06-19",
    "se, 2026-06-06",
    "se, 2026-10-31",
    "se, 2026-05-14",
    "eu, 2026-05-25",
    "uk, 2021-12-28", // Boxing Day's substitute after a weekend Christmas
    "uk, 2022-06-03",
    "uk, 2022-01-03",
    "uk, 2023-05-08",
    "uk, 2027-12-27",
    "ca-federal, 2026-05-18", // Victoria Day, the Monday before the 25th
    "ca-federal, 2029-07-02", // Canada Day on a Sunday
    "ca-federal, 2026-04-06",
    "ca-federal, 2026-09-30",
    "ca-federal, 2026-10-12",
  })
  void thisIsAHoliday(String calendar, LocalDate day) {
    assertTrue(Calendars.named(calendar).orElseThrow().isHoliday(day), calendar + " " + day);
  }

  @ParameterizedTest
  @CsvSource({
    "us-ca, 2026-07-03",
    "us-ca, 2026-10-12",
    "uk, 2022-05-30",
    "se, 2026-05-25",
    "us-federal, 2026-11-27",
    "ca-federal, 2026-12-28", // Boxing Day is none of the federal act's
    "ca-federal, 2026-08-03"
  })
  void thisIsNone(String calendar, LocalDate day) {
    assertFalse(Calendars.named(calendar).orElseThrow().isHoliday(day), calendar + " " + day);
  }

  @Test
  void unknownCalendarsAreNotGuessed() {
    assertTrue(Calendars.named("moon").isEmpty());
  }
}
