// SPDX-License-Identifier: Apache-2.0
package dev.probity.web;

import dev.probity.store.Means;
import dev.probity.store.Store;
import dev.probity.store.Target;
import dev.probity.store.embedded.Embedded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;

/** One embedded PostgreSQL for all tests of this JVM, stopped with it. */
final class TestStore {
  private static final Means MEANS = new Means(InstantSource.system(), new SecureRandom(), s -> {});
  private static final Embedded SHARED = start();

  private TestStore() {}

  static Store open(InstantSource clock) {
    Target target = new Target.External(SHARED.url(), SHARED.application(), SHARED.owner());
    return switch (Store.open(target, new Means(clock, MEANS.random(), MEANS.says()))) {
      case Store.Opening.Opened opened -> opened.store();
      case Store.Opening.Refused refused -> throw new AssertionError(refused.fault().toString());
    };
  }

  private static Embedded start() {
    try {
      Path data = Files.createTempDirectory("probity data");
      Target.Embedded target =
          new Target.Embedded(
              data, Path.of("target", "postgresql").toAbsolutePath(), System.getenv("PATH"));
      return switch (Embedded.start(target, MEANS)) {
        case Embedded.Outcome.Refused refused -> throw new AssertionError(refused.fault());
        case Embedded.Outcome.Runs runs -> {
          Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(runs.embedded(), data)));
          yield runs.embedded();
        }
      };
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void stop(Embedded embedded, Path data) {
    embedded.close();
    try (var files = Files.walk(data)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList())
        Files.delete(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
