// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.clock;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;

/**
 * Counts from an event to a deadline by one legal tradition. The day of the event does not count; a
 * deadline is the last day, whole. Immutable.
 *
 * @param days working days of the place that counts
 * @param rolls whether a last day that does not work moves to the next that does (Regulation
 *     1182/71 Art. 3(4)); hours never do
 */
public record Clock(WorkingDays days, boolean rolls) {
  /** Days during which a clock stands still, both included. */
  public record Pause(LocalDate from, LocalDate to) {
    public Pause {
      if (to.isBefore(from)) throw new IllegalArgumentException("a pause ends after it begins");
    }
  }

  /** The last day of a span that begins to run after {@code event}. */
  public LocalDate due(LocalDate event, Span span) {
    return due(event, span, List.of());
  }

  /** The same with days on which the clock stood still (tolling): each adds a day to the period. */
  public LocalDate due(LocalDate event, Span span, List<Pause> pauses) {
    LocalDate last = raw(event, span);
    for (Pause pause :
        pauses.stream().sorted(java.util.Comparator.comparing(Pause::from)).toList()) {
      LocalDate from = pause.from().isAfter(event) ? pause.from() : event.plusDays(1);
      if (from.isAfter(last) || pause.to().isBefore(from)) continue;
      last =
          span instanceof Span.BusinessDays
              ? days.after(last, stoodStill(from, pause.to()))
              : last.plusDays(from.datesUntil(pause.to().plusDays(1)).count());
    }
    return rolls && rolling(span) ? days.onOrAfter(last) : last;
  }

  private int stoodStill(LocalDate from, LocalDate to) {
    return (int) from.datesUntil(to.plusDays(1)).filter(days::works).count();
  }

  private static boolean rolling(Span span) {
    return span instanceof Span.Days || span instanceof Span.Months;
  }

  private LocalDate raw(LocalDate event, Span span) {
    return switch (span) {
      case Span.AtOnce s -> event;
      case Span.Days s -> event.plusDays(s.count());
      case Span.BusinessDays s -> days.after(event, s.count());
      case Span.Months s -> sameDay(event, s.count());
      case Span.Hours s -> event.plusDays((s.count() + 23) / 24);
    };
  }

  /** The day of the same number, or the last day of a month too short to have it (Art. 3(2)(c)). */
  private static LocalDate sameDay(LocalDate event, int months) {
    YearMonth month = YearMonth.from(event).plusMonths(months);
    return month.atDay(Math.min(event.getDayOfMonth(), month.lengthOfMonth()));
  }

  /**
   * The last instant of a span of hours, which begins with the hour after the event (Art. 3(1)).
   */
  public static LocalDateTime dueAt(LocalDateTime event, Span.Hours span) {
    LocalDateTime begins = event.withMinute(0).withSecond(0).withNano(0);
    if (!begins.equals(event)) begins = begins.plusHours(1);
    return begins.plusHours(span.count());
  }

  /**
   * An extension runs on from the unrolled end of the first period; a pause counts in one of them.
   */
  public LocalDate extended(LocalDate event, Span first, Span extension, List<Pause> pauses) {
    Clock unrolled = new Clock(days, false);
    LocalDate end =
        first instanceof Span.Months a && extension instanceof Span.Months b
            ? unrolled.due(event, new Span.Months(a.count() + b.count()), pauses)
            : unrolled.due(unrolled.due(event, first, pauses), extension, pauses);
    return rolls && rolling(extension) ? days.onOrAfter(end) : end;
  }
}
