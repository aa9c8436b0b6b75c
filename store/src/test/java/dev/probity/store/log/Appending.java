// SPDX-License-Identifier: Apache-2.0
package dev.probity.store.log;

import dev.probity.ledger.log.Draft;
import dev.probity.ledger.log.Log;
import dev.probity.store.Login;
import dev.probity.store.Means;
import dev.probity.store.Store;
import dev.probity.store.Target;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A server's process that appends batches of two, and prints the first index of each once it is
 * acknowledged, or the code of the fault: without end, or one for each line that it is sent.
 */
final class Appending {
  private final Log log;

  private Appending(Log log) {
    this.log = log;
  }

  /**
   * @param args address, application's role and password, owner's, folder, controller, "load" or
   *     "asked"
   */
  public static void main(String[] args) throws IOException {
    Target target =
        new Target.External(args[0], new Login(args[1], args[2]), new Login(args[3], args[4]));
    // Why not the tests' own: asking for them starts their database once more.
    Means means = new Means(InstantSource.system(), new SecureRandom(), said -> {});
    Store store =
        switch (Store.open(target, means)) {
          case Store.Opening.Opened opened -> opened.store();
          case Store.Opening.Refused refused -> throw new AssertionError(refused.fault());
        };
    Appending appending = new Appending(store.ledgers(Path.of(args[5])).of(args[6]));
    if (args[7].equals("load")) appending.load();
    else appending.asked();
  }

  private void load() {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 8; i++)
        threads.execute(
            () -> {
              while (true) append();
            });
    }
  }

  private void asked() throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    System.out.println("ready");
    while (in.readLine() != null) append();
  }

  private void append() {
    String batch = UUID.randomUUID().toString();
    Draft one = index -> entry(index, batch);
    String said;
    try {
      said = String.valueOf(log.append(List.of(one, one)).first());
    } catch (LogRefused refused) {
      said = refused.fault().code();
    }
    synchronized (System.out) {
      System.out.println(said);
    }
  }

  private static byte[] entry(long index, String batch) {
    return ("entry " + index + " " + batch).getBytes(StandardCharsets.UTF_8);
  }
}
