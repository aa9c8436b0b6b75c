// SPDX-License-Identifier: Apache-2.0
package dev.probity.web;

import dev.probity.store.subject.Erasures;
import dev.probity.vault.keys.KeyStore;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a server does unasked, at its start and every hour: ends erasures that a server which died
 * has begun, destroys keys that no duty needs any more and those of people whom nobody came to
 * know, and makes copies of the key store worthless by the day that receipts name. Several servers
 * may do it at once. One thread of its own.
 */
final class Upkeep implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);

  private final List<String> controllers;
  private final Erasures erasures;
  private final KeyStore keys;
  private final InstantSource clock;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("upkeep").daemon().factory());

  Upkeep(
      Collection<String> controllers,
      Erasures erasures,
      KeyStore keys,
      InstantSource clock,
      MeterRegistry meters) {
    this.controllers = List.copyOf(controllers);
    this.erasures = erasures;
    this.keys = keys;
    this.clock = clock;
    Gauge.builder("probity.keys.days", this, upkeep -> upkeep.left())
        .description("days until copies of the key store have to be made worthless")
        .register(meters);
  }

  void begin() {
    var unused = thread.scheduleWithFixedDelay(this::run, 0, 1, TimeUnit.HOURS);
  }

  private void run() {
    try {
      once();
    } catch (RuntimeException e) {
      // Why no more than its kind: its message may quote anything. In an hour it is tried again.
      LOG.atError().addKeyValue("kind", e.getClass().getName()).log("upkeep did not end");
    }
  }

  /** Once through everything. */
  void once() {
    int ended = 0;
    int unlinked = 0;
    int swept = 0;
    for (String controller : controllers) {
      ended += erasures.finish(controller);
      unlinked += erasures.unlink(controller);
      swept += erasures.sweep(controller);
    }
    LocalDate due = keys.due();
    boolean late = today().isAfter(due);
    boolean kept = keys.keepWord();
    if (late)
      LOG.atWarn()
          .addKeyValue("due", due.toString())
          .log("copies of keys were not worthless by the day that receipts named");
    LOG.atInfo()
        .addKeyValue("erasures", ended)
        .addKeyValue("links", unlinked)
        .addKeyValue("newcomers", swept)
        .addKeyValue("rotated", kept)
        .addKeyValue("due", keys.due().toString())
        .log("upkeep");
  }

  private long left() {
    return ChronoUnit.DAYS.between(today(), keys.due());
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  /** Waits for what is under way, which another start would have to end otherwise. */
  @Override
  public void close() {
    thread.close();
  }
}
