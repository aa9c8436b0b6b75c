// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.print;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;

/**
 * A bar on {@code err} for what takes over a second, where somebody watches. It draws at most ten
 * times a second and leaves one line behind: how long it took. Safe for many threads.
 */
public final class Progress implements AutoCloseable {
  private static final Duration SILENT = Duration.ofSeconds(1);
  private static final Duration STEP = Duration.ofMillis(100);
  private static final int CELLS = 30;

  private final Terminal terminal;
  private final String what;
  private final InstantSource clock;
  private final Instant began;
  private Instant next;
  private boolean drawn;

  public Progress(Terminal terminal, String what, InstantSource clock) {
    this.terminal = terminal;
    this.what = what;
    this.clock = clock;
    this.began = clock.instant();
    this.next = began.plus(SILENT);
  }

  /** {@code done} of {@code all} steps are behind us. */
  public synchronized void at(int done, int all) {
    if (!terminal.live() || clock.instant().isBefore(next)) return;
    next = clock.instant().plus(STEP);
    drawn = true;
    int filled = all == 0 ? CELLS : (int) ((long) CELLS * done / all);
    terminal
        .err()
        .print(
            "\r\u001B[K%s  %s%s  %d of %d"
                .formatted(
                    what, "\u2588".repeat(filled), "\u2591".repeat(CELLS - filled), done, all));
    terminal.err().flush();
  }

  @Override
  public synchronized void close() {
    Duration took = Duration.between(began, clock.instant());
    if (!terminal.live() || took.compareTo(SILENT) < 0) return;
    if (drawn) terminal.err().print("\r\u001B[K");
    terminal.err().printf(Locale.ROOT, "%s  %.1f s%n", what, took.toMillis() / 1e3);
    terminal.err().flush();
  }
}
