// SPDX-License-Identifier: Apache-2.0
package dev.probity.store;

import dev.probity.store.embedded.Embedded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;

/** One embedded PostgreSQL for all tests of a JVM, stopped and removed with it. */
public final class TestPostgres {
  public static final Means MEANS = new Means(InstantSource.system(), new SecureRandom(), s -> {});

  private static final Embedded SHARED = start();

  private TestPostgres() {}

  /** The shared one, as an external database would be named. */
  public static Target.External shared() {
    return new Target.External(SHARED.url(), SHARED.application(), SHARED.owner());
  }

  /** The shared one's superuser. */
  public static Login superuser() {
    return SHARED.superuser();
  }

  /** A data directory with a blank in its name; its programs are unpacked once for all. */
  public static Target.Embedded in(Path data) {
    return new Target.Embedded(
        data, Path.of("target", "postgresql").toAbsolutePath(), System.getenv("PATH"));
  }

  private static Embedded start() {
    try {
      Path data = Files.createTempDirectory("probity data");
      return switch (Embedded.start(in(data), MEANS)) {
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
