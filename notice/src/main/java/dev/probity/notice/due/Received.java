// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.due;

import dev.probity.kernel.clock.Clock;
import dev.probity.kernel.fault.Fault;
import dev.probity.kernel.fault.Where;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * When something came, and what happened to the law's clock since. Immutable.
 *
 * @param at the event the law counts from; the first instant of the day where no hour is known
 * @param hour whether the hour is known
 * @param started the day the clock started, where that is later: identity proved, a fee paid
 * @param pauses when it stood still
 * @param extended the day the person was told of an extension
 * @param acknowledged the day receipt was confirmed
 */
public record Received(
    LocalDateTime at,
    boolean hour,
    Optional<LocalDate> started,
    List<Clock.Pause> pauses,
    Optional<LocalDate> extended,
    Optional<LocalDate> acknowledged) {
  static final Where LINE = Where.file("command line");

  public Received {
    pauses = pauses.stream().sorted(Comparator.comparing(Clock.Pause::from)).toList();
  }

  public static Received on(LocalDate day) {
    return new Received(
        day.atStartOfDay(), false, Optional.empty(), List.of(), Optional.empty(), Optional.empty());
  }

  /** The day after which the law counts. */
  LocalDate counted() {
    return started.orElse(at.toLocalDate());
  }

  /** Reads what a person writes: {@code 2026-01-31} or {@code 2026-01-31T14:20}. */
  public static Optional<Received> parse(String text, List<Fault> faults) {
    if (!text.contains("T")) return date(text, faults).map(Received::on);
    try {
      LocalDateTime at = LocalDateTime.parse(text);
      return Optional.of(
          new Received(at, true, Optional.empty(), List.of(), Optional.empty(), Optional.empty()));
    } catch (DateTimeException e) {
      faults.add(noDate(text, "write 2026-01-31, or 2026-01-31T14:20"));
      return Optional.empty();
    }
  }

  public static Optional<LocalDate> date(String text, List<Fault> faults) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeException e) {
      faults.add(noDate(text, "write a day that is in the calendar, such as 2026-01-31"));
      return Optional.empty();
    }
  }

  private static Fault noDate(String text, String fix) {
    return new Fault("PRB-N015", "`" + text + "` is not a date", fix, LINE);
  }

  /** Pauses as people write them, both days included: {@code 2026-02-03/2026-02-10}. */
  public static List<Clock.Pause> pauses(List<String> texts, List<Fault> faults) {
    List<Clock.Pause> pauses = new ArrayList<>();
    for (String text : texts) {
      String[] ends = text.split("/", -1);
      if (ends.length != 2) {
        faults.add(noDate(text, "write FROM/TO, such as 2026-02-03/2026-02-10"));
        continue;
      }
      Optional<LocalDate> from = date(ends[0], faults);
      Optional<LocalDate> to = date(ends[1], faults);
      if (from.isEmpty() || to.isEmpty()) continue;
      if (to.get().isBefore(from.get())) {
        faults.add(
            new Fault("PRB-N082", "`" + text + "` ends before it begins", "swap the days", LINE));
      } else {
        pauses.add(new Clock.Pause(from.get(), to.get()));
      }
    }
    return overlapping(pauses, faults);
  }

  /** Why: a day on which the clock stood still for two reasons stood still once. */
  private static List<Clock.Pause> overlapping(List<Clock.Pause> pauses, List<Fault> faults) {
    List<Clock.Pause> sorted =
        pauses.stream().sorted(Comparator.comparing(Clock.Pause::from)).toList();
    for (int i = 1; i < sorted.size(); i++) {
      if (sorted.get(i).from().isAfter(sorted.get(i - 1).to())) continue;
      faults.add(
          new Fault(
              "PRB-N082",
              "two pauses share the day " + sorted.get(i).from(),
              "write one pause from the first day to the last",
              LINE));
    }
    return sorted;
  }
}
