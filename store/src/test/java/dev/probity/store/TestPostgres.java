// SPDX-License-Identifier: Apache-2.0
package dev.probity.store;

import dev.probity.store.embedded.Embedded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;

/**
 * One PostgreSQL for all tests of a JVM: an embedded one, stopped and removed with it, or the one
 * that {@link Provided} finds.
 */
public final class TestPostgres {
  public static final Means MEANS = new Means(InstantSource.system(), new SecureRandom(), s -> {});

  private static final Provided SHARED = Provided.find().orElseGet(TestPostgres::start);

  private TestPostgres() {}

  /** The shared one, as an external database would be named. */
  public static Target.External shared() {
    return SHARED.target();
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

  private static Provided start() {
    try {
      Path data = Files.createTempDirectory("probity data");
      return switch (Embedded.start(in(data), MEANS)) {
        case Embedded.Outcome.Refused refused -> throw new AssertionError(refused.fault());
        case Embedded.Outcome.Runs runs -> {
          Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(runs.embedded(), data)));
          Embedded it = runs.embedded();
          yield new Provided(
              new Target.External(it.url(), it.application(), it.owner()), it.superuser());
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
