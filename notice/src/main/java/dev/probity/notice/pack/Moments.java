// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.pack;

import dev.probity.kernel.fault.Fault;
import dev.probity.kernel.fault.Where;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Dates, instants and durations as packs write them. Stateless. */
public final class Moments {
  /** ISO 8601, business days as {@code P10BD}. */
  private static final Pattern DURATION =
      Pattern.compile(
          "P(\\d{1,4}BD|(?=.)(\\d{1,4}Y)?(\\d{1,4}M)?(\\d{1,4}W)?(\\d{1,5}D)?(T(?=.)(\\d{1,4}H)?(\\d{1,4}M)?(\\d{1,4}S)?)?)");

  private static final List<String> WORDS = List.of("UNSTATED", "INDEFINITE", "at-once");

  private Moments() {}

  /** A date means its first instant, UTC. */
  public static Optional<Instant> instant(String text, Where where, List<Fault> faults) {
    try {
      return Optional.of(
          text.contains("T")
              ? Instant.parse(text)
              : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant());
    } catch (DateTimeException e) {
      faults.add(
          new Fault(
              "PRB-N015",
              "`" + text + "` is not a date",
              "write 2026-01-31, or 2026-01-31T09:00:00Z",
              where));
      return Optional.empty();
    }
  }

  public static Optional<Period> period(String text, Where where, List<Fault> faults) {
    try {
      return Optional.of(Period.parse(text));
    } catch (DateTimeException e) {
      faults.add(
          new Fault("PRB-N015", "`" + text + "` is not a period", "write P30D, P6M or P2Y", where));
      return Optional.empty();
    }
  }

  /** A layer of a time: a duration, a word, or the name of what law sets it. */
  public static void checkLayer(String text, Where where, List<Fault> faults) {
    boolean fine =
        WORDS.contains(text)
            || (text.startsWith("P") ? DURATION.matcher(text).matches() : !text.isBlank());
    if (!fine) {
      faults.add(
          new Fault(
              "PRB-N015",
              "`" + text + "` is not a duration",
              "write P30D, P10BD (business days), P1Y, UNSTATED, INDEFINITE or at-once",
              where));
    }
  }
}
