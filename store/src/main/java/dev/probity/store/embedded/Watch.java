// SPDX-License-Identifier: Apache-2.0
package dev.probity.store.embedded;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Starts a database of ours again whenever it ends, killed or stopped by somebody else: at once,
 * then after a wait that doubles up to half a minute, and never gives up, since room on a disk may
 * be what it waits for. Until then every door answers that the database does not. One thread of its
 * own.
 */
final class Watch implements AutoCloseable {
  private static final long LOOK_MILLIS = 250;
  private static final long LONGEST_MILLIS = 30_000;

  private final Cluster cluster;
  private final int port;
  private final Consumer<String> says;
  private final Thread thread;
  private final CountDownLatch closed = new CountDownLatch(1);

  private Watch(Cluster cluster, int port, Consumer<String> says) {
    this.cluster = cluster;
    this.port = port;
    this.says = says;
    this.thread = Thread.ofPlatform().name("database-watch").daemon().unstarted(this::run);
  }

  static Watch begin(Cluster cluster, int port, Consumer<String> says) {
    Watch watch = new Watch(cluster, port, says);
    watch.thread.start();
    return watch;
  }

  private void run() {
    while (!closedWithin(LOOK_MILLIS)) if (!lives()) again();
  }

  private boolean closedWithin(long millis) {
    try {
      return closed.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private boolean lives() {
    try {
      return cluster.process().isPresent();
    } catch (IOException e) {
      // Why: who cannot look does not know that it ended.
      return true;
    }
  }

  private void again() {
    says.accept("The embedded database ended; starting it again.");
    for (long wait = LOOK_MILLIS; !starts(); wait = Math.min(2 * wait, LONGEST_MILLIS))
      if (closedWithin(wait)) return;
    says.accept("The embedded database runs again.");
  }

  private boolean starts() {
    try {
      if (!lives()) cluster.start(port);
      return true;
    } catch (Refused refused) {
      says.accept(refused.fault().code() + " " + refused.fault().sentence());
    } catch (IOException e) {
      says.accept("The embedded database has no place (" + e.getClass().getSimpleName() + ").");
    } catch (RuntimeException | Error e) {
      // Why any: who watches no more starts nothing any more.
      says.accept("The embedded database does not start (" + e.getClass().getSimpleName() + ").");
    }
    return false;
  }

  /** Waits for a start that is under way; nothing is started after it. */
  @Override
  public void close() {
    closed.countDown();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
