// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.due;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.probity.kernel.clock.Clock;
import dev.probity.kernel.clock.Window;
import dev.probity.kernel.fault.Fault;
import dev.probity.notice.TinyPack;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The records of the statutes put to days, with the rule that gives each day. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DueTest {
  private static final Path STATUTES =
      Path.of(System.getProperty("probity.root", "..")).resolve("packs/statutes");

  private Statutes statutes;

  @BeforeAll
  void read() {
    List<Fault> faults = new ArrayList<>();
    statutes = Statutes.read(STATUTES, TinyPack.LEXICON, faults);
    assertEquals(List.of(), faults);
  }

  private Due due(String record, Received received) {
    List<Fault> faults = new ArrayList<>();
    Optional<Due> due = Due.of(statutes.record(record, faults).orElseThrow(), received, faults);
    assertEquals(List.of(), faults);
    return due.orElseThrow();
  }

  private List<String> codes(String record, Received received) {
    List<Fault> faults = new ArrayList<>();
    statutes.record(record, faults).ifPresent(r -> Due.of(r, received, faults));
    return faults.stream().map(Fault::code).toList();
  }

  private static Received on(String text) {
    return Received.parse(text, new ArrayList<>()).orElseThrow();
  }

  private static LocalDate day(Deadline deadline) {
    return assertInstanceOf(Deadline.Counted.class, deadline).day();
  }

  @ParameterizedTest
  @CsvSource({
    // GDPR Art. 12(3) with Regulation 1182/71 Art. 3(2)(c), 3(4): same number, a shorter month,
    // Christmas; worked out by these articles, no guidelines were at hand to check against
    "gdpr.access, 2026-03-05, 2026-04-07", // 5 April 2026 is Easter Sunday
    "gdpr.access, 2026-08-31, 2026-09-30",
    "gdpr.access, 2026-11-25, 2026-12-28", // the 25th and 26th, then a Sunday
    "gdpr.access, 2026-01-31, 2026-03-02",
    "gdpr.notice.indirect, 2026-02-02, 2026-03-02", // Art. 14(3)(a)
    "uk.access, 2026-09-03, 2026-10-05", // the 3rd is a Saturday
    "ccpa.know, 2026-01-31, 2026-03-17", // 11 CCR 7021(b): 45 calendar days, a holiday or not
    "ccpa.optout, 2026-11-20, 2026-12-15", // 11 CCR 7026(f): 15 business days, Thanksgiving twice
    "ca.shine, 2026-12-30, 2027-01-29", // Civ. 1798.83(b)(1)(A): 30 days
    "ca.drop, 2026-08-01, 2026-09-15", // Civ. 1798.99.86(c): 45 days
    "hipaa.access, 2026-01-31, 2026-03-02", // 45 CFR 164.524(b)(2)(i): 30 days
    "hipaa.accounting, 2026-01-31, 2026-04-01", // 45 CFR 164.528(c)(1)(i): 60 days
    "hipaa.breach.person, 2024-01-31, 2024-03-31", // 45 CFR 164.404(b), over a leap day
    "canspam.optout, 2026-06-30, 2026-07-15", // 16 CFR 316.5; 3 July is kept for the 4th
    "casl.optout, 2026-06-30, 2026-07-15", // S.C. 2010 c. 23 s. 11(3); 1 July
    "casl.optout, 2026-09-28, 2026-10-14", // 30 September, Thanksgiving on the 12th
    "pipeda.access, 2026-01-31, 2026-03-02", // PIPEDA s. 8(3): 30 days
    "wa.access, 2026-01-31, 2026-03-17", // RCW 19.373.040: 45 days
  })
  void theLawWantsItBy(String record, String received, LocalDate by) {
    assertEquals(by, day(due(record, on(received)).due()));
  }

  @ParameterizedTest
  @CsvSource({
    "gdpr.access, 2026-01-31, 2026-04-30", // three months from receipt, Art. 12(3)
    "ccpa.know, 2026-01-31, 2026-05-01", // 90 days in all, 11 CCR 7021(b)
    "hipaa.access, 2026-01-31, 2026-04-01", // 60 days, 164.524(b)(2)(ii)
    "hipaa.amend, 2026-01-31, 2026-05-01", // 90 days, 164.526(b)(2)(ii)
  })
  void extendedItIs(String record, String received, LocalDate by) {
    assertEquals(by, day(due(record, on(received)).extended()));
  }

  @Test
  void anExtensionHoldsOnlyIfThePersonWasToldInTime() {
    Due late = due("gdpr.access", with(on("2026-01-31"), List.of(), "2026-03-03"));
    Due inTime = due("gdpr.access", with(on("2026-01-31"), List.of(), "2026-03-02"));

    assertEquals(LocalDate.of(2026, 3, 2), day(late.answer()));
    assertEquals(LocalDate.of(2026, 4, 30), day(inTime.answer()));
  }

  private static Received with(Received at, List<Clock.Pause> pauses, String told) {
    Optional<LocalDate> extended =
        told.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(told));
    return new Received(at.at(), at.hour(), Optional.empty(), pauses, extended, Optional.empty());
  }

  /** 11 CCR 7021(a): ten business days, without Cesar Chavez Day. */
  @Test
  void receiptIsConfirmedInTimeOrNot() {
    Received at = on("2026-03-30");
    for (int day : new int[] {14, 15}) {
      Optional<LocalDate> confirmed = Optional.of(LocalDate.of(2026, 4, day));
      Due due =
          due(
              "ccpa.know",
              new Received(
                  at.at(), false, Optional.empty(), List.of(), Optional.empty(), confirmed));
      assertEquals(LocalDate.of(2026, 4, 14), day(due.acknowledgement()));
      assertEquals(Optional.of(day == 14), due.acknowledgedInTime());
    }
  }

  /** UK GDPR Art. 12A: from proof of identity, standing still while the person clarifies. */
  @Test
  void theClockStartsLateAndStandsStillWhereTheLawSaysSo() {
    List<Clock.Pause> asked = Received.pauses(List.of("2026-06-10/2026-06-14"), new ArrayList<>());
    Received at =
        new Received(
            LocalDateTime.parse("2026-05-20T00:00"),
            false,
            Optional.of(LocalDate.of(2026, 6, 1)),
            asked,
            Optional.empty(),
            Optional.empty());

    Due due = due("uk.access", at);

    assertEquals(LocalDate.of(2026, 7, 6), day(due.due()));
    assertEquals(LocalDate.of(2026, 9, 7), day(due.extended())); // the 6th is a Sunday
  }

  /** Art. 33(1): hours from awareness; Regulation 1182/71 Art. 3(1): from the next full hour. */
  @Test
  void hoursRunThroughTheWeekendAndFromTheFirstHourWhereNoneIsKnown() {
    Deadline.Counted known =
        (Deadline.Counted) due("gdpr.breach.dpa", on("2026-11-20T23:10")).due();
    Deadline.Counted unknown = (Deadline.Counted) due("gdpr.breach.dpa", on("2026-11-20")).due();

    assertEquals(Optional.of(LocalDateTime.parse("2026-11-24T00:00")), known.end());
    assertEquals(Optional.of(LocalDateTime.parse("2026-11-23T00:00")), unknown.end());
  }

  /** Civ. 1798.83(a): the calendar year before; 45 CFR 164.528(a)(1): six years. */
  @Test
  void anAnswerReachesBackAsFarAsTheLawSays() {
    assertEquals(
        Optional.of(new Window(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31))),
        due("ca.shine", on("2026-12-30")).lookback());
    assertEquals(
        Optional.of(new Window(LocalDate.of(2020, 6, 1), LocalDate.of(2026, 5, 31))),
        due("hipaa.accounting", on("2026-06-01")).lookback());
  }

  @Test
  void aLawBindsFromItsDayOnAndAProposalNever() {
    assertFalse(due("uk.complaint", on("2026-06-18")).binds());
    assertTrue(due("uk.complaint", on("2026-06-19")).binds());
    assertFalse(due("hipaa.access.proposed", on("2026-06-19")).binds());
  }

  @Test
  void aCalendarThatDoesNotReachIsAFaultOnlyWhereItIsNeeded() {
    assertEquals(List.of("PRB-N081"), codes("uk.access", on("2040-01-31")));
    assertEquals(List.of("PRB-N081"), codes("casl.optout", on("2022-12-20")));
    assertInstanceOf(Deadline.Unreached.class, due("uk.access", on("2028-11-20")).extended());
    assertEquals(List.of(), codes("hipaa.access", on("2140-01-31")));
  }

  @Test
  void whatTheLawGivesNoRoomForIsAFault() {
    List<Clock.Pause> pause = Received.pauses(List.of("2026-02-03/2026-02-10"), new ArrayList<>());

    assertEquals(List.of("PRB-N082"), codes("ccpa.know", with(on("2026-01-31"), pause, "")));
    assertEquals(
        List.of("PRB-N082"), codes("ca.shine", with(on("2026-01-31"), List.of(), "2026-02-03")));
    assertEquals(
        List.of("PRB-N082"), codes("gdpr.access", with(on("2026-01-31"), List.of(), "2026-01-30")));
    assertEquals(List.of("PRB-N080"), codes("gdpr.acces", on("2026-01-31")));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-02-30, PRB-N015",
    "2026-02-03/2026-02-30, PRB-N015",
    "2026-02-10/2026-02-03, PRB-N082",
    "2026-02-03, PRB-N015"
  })
  void aPauseIsTwoDaysOfTheCalendar(String pause, String code) {
    List<Fault> faults = new ArrayList<>();
    Received.pauses(List.of(pause), faults);
    assertTrue(faults.stream().allMatch(f -> f.code().equals(code)), faults.toString());
    assertFalse(faults.isEmpty());
  }

  @Test
  void aDayOnWhichTheClockStoodStillTwiceIsNotCountedTwice() {
    List<Fault> faults = new ArrayList<>();
    Received.pauses(List.of("2026-02-03/2026-02-10", "2026-02-10/2026-02-12"), faults);
    assertEquals(List.of("PRB-N082"), faults.stream().map(Fault::code).toList());
  }
}
