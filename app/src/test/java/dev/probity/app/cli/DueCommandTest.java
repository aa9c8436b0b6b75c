// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the command prints, and what it says to those who mistype. */
class DueCommandTest {
  @Test
  void aPersonSeesTheDaysHowTheyWereCountedAndHowSureTheyAre() {
    Run run = Run.of("due", "gdpr.access", "--received", "2026-01-31");

    assertEquals(Exit.FINE, run.code());
    for (String part :
        new String[] {
          "2026-03-02", "ends on 2026-02-28", "2026-04-30", "1182/71", "(unverified)", "in force"
        }) {
      assertTrue(run.out().contains(part), part + "\n" + run.out());
    }
    assertFalse(run.out().contains("acknowledge"), "the law is silent");
  }

  @Test
  void aProgramSeesTheSame() {
    Run run =
        Run.of(
            "due",
            "ccpa.know",
            "--received",
            "2026-03-30",
            "--acknowledged",
            "2026-04-15",
            "--extended",
            "2026-05-10",
            "--json");

    for (String part :
        new String[] {
          "\"due\":{\"date\":\"2026-05-14\"",
          "\"answerBy\":{\"date\":\"2026-06-28\"",
          "\"extensionHolds\":true",
          "\"acknowledgedInTime\":false",
          "\"unverified\":false",
          "\"looksBack\":{\"from\":\"2025-03-30\",\"to\":\"2026-03-29\"}"
        }) {
      assertTrue(run.out().contains(part), part + "\n" + run.out());
    }
  }

  @Test
  void withoutARecordAllAreListed() {
    String json = Run.of("due", "--json").out();
    Run run = Run.of("due");

    assertEquals(Exit.FINE, run.code());
    assertTrue(json.split("\\{\"record\"").length > 60, json);
    assertEquals(json.split("\\{\"record\"").length - 1, entries(run.out()));
  }

  /** Lines that are not the rest of a long one. */
  private static long entries(String table) {
    return table.lines().filter(line -> line.matches("  \\S.*")).count();
  }

  @Test
  void whatDoesNotBindSaysSoBeforeAnyDay() {
    String out = Run.of("due", "hipaa.access.proposed", "--received", "2026-01-31").out();

    assertTrue(out.indexOf("does not bind on this day") < out.indexOf("received"), out);
    assertTrue(out.contains("proposed"), out);
  }

  @ParameterizedTest
  @CsvSource({
    "gdpr.acces --received 2026-01-31, PRB-N080, did you mean `gdpr.access`?",
    "gdpr.access --received 2026-02-30, PRB-N015, `2026-02-30` is not a date",
    "gdpr.access, PRB-A001, --received DATE",
    "uk.access --received 2040-01-31, PRB-N081, knows the years",
    "ccpa.know --received 2026-01-31 --paused 2026-02-01/2026-02-02, PRB-N082, nothing stops",
    "gdpr.access --received 2026-01-31 --started 2026-02-02, PRB-N082, its own event",
  })
  void aMistakeIsAFaultAndNoDay(String words, String code, String says) {
    Run run = Run.of(("due " + words).split(" "));

    assertEquals(Exit.WRONG_USE, run.code());
    assertEquals("", run.out());
    assertTrue(run.err().contains(code) && run.err().contains(says), run.err());
    assertFalse(run.err().contains("Exception"), run.err());
  }
}
