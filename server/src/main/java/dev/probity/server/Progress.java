// SPDX-License-Identifier: Apache-2.0
package dev.probity.server;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Says what a start is at, where that takes more than a second. One thread. */
final class Progress implements AutoCloseable {
  private final Consumer<String> says;
  private CountDownLatch over = new CountDownLatch(0);

  Progress(Consumer<String> says) {
    this.says = says;
  }

  /** What is begun now; what was begun before is over. */
  void now(String what) {
    close();
    CountDownLatch mine = new CountDownLatch(1);
    over = mine;
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                if (!mine.await(1, TimeUnit.SECONDS)) says.accept(what + " ...");
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
  }

  @Override
  public void close() {
    over.countDown();
  }
}
