// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.due;

import dev.probity.kernel.clock.Calendars;
import dev.probity.kernel.clock.Clock;
import dev.probity.kernel.clock.Span;
import dev.probity.kernel.clock.Window;
import dev.probity.kernel.clock.WorkingDays;
import dev.probity.kernel.fault.Fault;
import dev.probity.notice.pack.Parameter;
import dev.probity.notice.pack.Time;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What one record of a law comes to for one event: by when to acknowledge, to answer and, extended,
 * to answer at last. Immutable; costs a walk over the days of the year.
 */
public record Due(
    Parameter record,
    Received received,
    Deadline acknowledgement,
    Deadline due,
    Deadline extended,
    Optional<Window> lookback) {
  private static final Set<String> STARTERS = Set.of("identity", "fee");

  /** Counts, or says in faults why what is asked does not fit the record or the calendar. */
  public static Optional<Due> of(Parameter record, Received received, List<Fault> faults) {
    int before = faults.size();
    fitting(record, received, faults);
    Due due =
        new Due(
            record,
            received,
            first(record, record.acknowledgement(), Received.on(received.at().toLocalDate())),
            first(record, record.due(), received),
            extended(record, received),
            lookback(record, received));
    Stream.of(due.acknowledgement, due.due, due.answer())
        .distinct()
        .filter(Deadline.Unreached.class::isInstance)
        .forEach(d -> faults.add(unreached((Deadline.Unreached) d)));
    return faults.size() == before ? Optional.of(due) : Optional.empty();
  }

  /** Whether the law binds on the day of the event. */
  public boolean binds() {
    return record.validity().on(received.at().toLocalDate());
  }

  /** The deadline that holds: the extended one once the person was told in time. */
  public Deadline answer() {
    return extensionHolds().orElse(false) ? extended : due;
  }

  /** Whether the person was told of the extension in time; nothing where nobody was told. */
  public Optional<Boolean> extensionHolds() {
    return received.extended().map(told -> inTime(told, due));
  }

  /** Whether receipt was confirmed in time; nothing where it was not or need not be. */
  public Optional<Boolean> acknowledgedInTime() {
    return acknowledgement instanceof Deadline.Counted
        ? received.acknowledged().map(day -> inTime(day, acknowledgement))
        : Optional.empty();
  }

  private static boolean inTime(LocalDate day, Deadline deadline) {
    return deadline instanceof Deadline.Counted c && !day.isAfter(c.day());
  }

  // What a person said happened, against what the law allows to happen.

  private static void fitting(Parameter record, Received received, List<Fault> faults) {
    LocalDate day = received.at().toLocalDate();
    List<String> tolls = record.counting().tolls();
    if (!received.pauses().isEmpty() && tolls.isEmpty()) {
      faults.add(unfit("nothing stops the clock of `" + record.id() + "`", "leave --paused out"));
    }
    if (received.started().isPresent() && tolls.stream().noneMatch(STARTERS::contains)) {
      faults.add(
          unfit(
              "`" + record.id() + "` counts from its own event, whatever came later",
              "leave --started out"));
    }
    if (received.extended().isPresent() && !(record.extension() instanceof Time.Counted)) {
      faults.add(unfit("`" + record.id() + "` cannot be extended", "leave --extended out"));
    }
    received.pauses().forEach(p -> after(day, p.from(), faults));
    received.started().ifPresent(d -> after(day, d, faults));
    received.extended().ifPresent(d -> after(day, d, faults));
    received.acknowledged().ifPresent(d -> after(day, d, faults));
  }

  private static void after(LocalDate received, LocalDate day, List<Fault> faults) {
    if (day.isBefore(received)) {
      faults.add(unfit(day + " lies before the day of receipt, " + received, "mend either day"));
    }
  }

  private static Fault unfit(String sentence, String fix) {
    return new Fault("PRB-N082", sentence, fix, Received.LINE);
  }

  private static Fault unreached(Deadline.Unreached deadline) {
    return new Fault(
        "PRB-N081",
        deadline.sentence(),
        "count these days by hand; holidays that no law fixes yet are not guessed",
        Received.LINE);
  }

  // Counting.

  private static Deadline first(Parameter record, Time time, Received received) {
    if (!(time instanceof Time.Counted counted)) return new Deadline.Uncounted(time);
    if (counted.span() instanceof Span.Hours hours) return hours(counted, hours, received);
    LocalDate day = received.counted();
    return reached(
        () ->
            new Deadline.Counted(
                counted.written(),
                clock(record, false).due(day, counted.span(), received.pauses()),
                clock(record, true).due(day, counted.span(), received.pauses()),
                Optional.empty()));
  }

  private static Deadline hours(Time.Counted counted, Span.Hours hours, Received received) {
    LocalDateTime end = Clock.dueAt(received.at(), hours);
    LocalDate day = end.toLocalDate();
    return new Deadline.Counted(counted.written(), day, day, Optional.of(end));
  }

  private static Deadline extended(Parameter record, Received received) {
    if (!(record.due() instanceof Time.Counted first)
        || !(record.extension() instanceof Time.Counted more)) {
      return new Deadline.Uncounted(record.extension());
    }
    LocalDate day = received.counted();
    List<Clock.Pause> pauses = received.pauses();
    return reached(
        () ->
            new Deadline.Counted(
                first.written() + " + " + more.written(),
                clock(record, false).extended(day, first.span(), more.span(), pauses),
                clock(record, true).extended(day, first.span(), more.span(), pauses),
                Optional.empty()));
  }

  private static Deadline reached(Supplier<Deadline> counting) {
    try {
      return counting.get();
    } catch (WorkingDays.OutOfReach e) {
      return new Deadline.Unreached(Objects.requireNonNull(e.getMessage()));
    }
  }

  /** Why: where no calendar is named days and months count; business days need one to be read. */
  private static Clock clock(Parameter record, boolean rolls) {
    return record
        .counting()
        .calendar()
        .map(days -> new Clock(days, rolls && record.counting().rolls()))
        .orElse(new Clock(Calendars.EU, false));
  }

  private static Optional<Window> lookback(Parameter record, Received received) {
    LocalDate day = received.at().toLocalDate();
    return switch (record.lookback()) {
      case Time.Counted c -> Optional.of(Window.lookingBack(day, c.span()));
      case Time.Named n when n.what().equals("preceding-calendar-year") ->
          Optional.of(Window.precedingCalendarYear(day));
      case Time.Named n -> Optional.empty();
      case Time.Promptly p -> Optional.empty();
      case Time.Silent s -> Optional.empty();
    };
  }
}
