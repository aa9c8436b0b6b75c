// SPDX-License-Identifier: Apache-2.0
package dev.probity.server.flow;

import dev.probity.kernel.clock.Calendars;
import dev.probity.kernel.clock.Clock;
import dev.probity.kernel.clock.Span;
import dev.probity.kernel.fault.Where;
import dev.probity.notice.pack.Moments;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** The server's clock, which stands a flow's way: it ticks, and a step moves it. Thread-safe. */
final class Moving implements InstantSource {
  private final InstantSource real;
  private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

  Moving(InstantSource real) {
    this.real = real;
  }

  @Override
  public Instant instant() {
    return real.instant().plus(ahead.get());
  }

  /** Back to the real time, for the next flow. */
  void back() {
    ahead.set(Duration.ZERO);
  }

  /** To a date, or on by a span; working days are those of the American government's calendar. */
  void to(String moment, Where where) {
    Instant now = instant();
    Optional<Span> span = Span.parse(moment);
    Instant then =
        span.isPresent()
            ? on(now, span.get())
            : Moments.instant(moment, where, new ArrayList<>()).orElse(now);
    ahead.updateAndGet(before -> before.plus(Duration.between(now, then)));
  }

  private static Instant on(Instant now, Span span) {
    if (span instanceof Span.Hours(int count)) return now.plus(Duration.ofHours(count));
    LocalDate today = now.atOffset(ZoneOffset.UTC).toLocalDate();
    LocalDate due = new Clock(Calendars.US_FEDERAL, false).due(today, span);
    return now.plus(Duration.ofDays(due.toEpochDay() - today.toEpochDay()));
  }
}
