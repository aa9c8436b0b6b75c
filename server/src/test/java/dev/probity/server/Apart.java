// SPDX-License-Identifier: Apache-2.0
package dev.probity.server;

import dev.probity.store.Means;
import dev.probity.store.Target;
import dev.probity.store.embedded.Embedded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;

/** A PostgreSQL that is no server's own; nobody starts it again. */
final class Apart implements AutoCloseable {
  final Path data;
  private final Embedded database;
  private final Path password;

  Apart(Path folder) throws IOException {
    data = folder.resolve("apart");
    Target.Embedded apart = new Target.Embedded(data, data, System.getenv("PATH"));
    Means means = new Means(InstantSource.system(), new SecureRandom(), said -> {});
    database =
        switch (Embedded.start(apart, means)) {
          case Embedded.Outcome.Runs runs -> runs.embedded();
          case Embedded.Outcome.Refused refused -> throw new AssertionError(refused.fault());
        };
    password = Files.writeString(folder.resolve("owner"), database.owner().password());
  }

  /** As a server is told of it. */
  Map<String, String> settings() {
    return Map.of(
        "PROBITY_DATABASE_URL", database.url(),
        "PROBITY_DATABASE_USER", database.application().role(),
        "PROBITY_DATABASE_PASSWORD", database.application().password(),
        "PROBITY_DATABASE_OWNER", database.owner().role(),
        "PROBITY_DATABASE_OWNER_PASSWORD_FILE", password.toString());
  }

  @Override
  public void close() {
    database.close();
  }
}
