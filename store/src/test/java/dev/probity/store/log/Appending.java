// SPDX-License-Identifier: Apache-2.0
package dev.probity.store.log;

import dev.probity.ledger.log.Appended;
import dev.probity.ledger.log.Log;
import dev.probity.store.Login;
import dev.probity.store.Store;
import dev.probity.store.Target;
import dev.probity.store.TestPostgres;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A process that appends until it is killed and prints each index once it is acknowledged. */
final class Appending {
  private Appending() {}

  /**
   * @param args address, application's role and password, owner's, folder, controller
   */
  public static void main(String[] args) {
    Target target =
        new Target.External(args[0], new Login(args[1], args[2]), new Login(args[3], args[4]));
    Store store =
        switch (Store.open(target, TestPostgres.MEANS)) {
          case Store.Opening.Opened opened -> opened.store();
          case Store.Opening.Refused refused -> throw new AssertionError(refused.fault());
        };
    Log log = store.ledgers(Path.of(args[5])).of(args[6]);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 8; i++) threads.execute(() -> append(log));
    }
  }

  private static void append(Log log) {
    while (true) {
      Appended appended =
          log.append(List.of(index -> ("entry " + index).getBytes(StandardCharsets.UTF_8)));
      synchronized (System.out) {
        System.out.println(appended.first());
      }
    }
  }
}
