// SPDX-License-Identifier: Apache-2.0
package dev.probity.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.probity.store.Means;
import dev.probity.store.Target;
import dev.probity.store.embedded.Embedded;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Servers on a PostgreSQL that is not theirs, named by settings. */
class ExternalTest {
  @TempDir Path folder;

  @Test
  void twoServersShareADatabaseThatIsNotTheirs() throws Exception {
    Path data = folder.resolve("database");
    Target.Embedded apart = new Target.Embedded(data, data, System.getenv("PATH"));
    Means means = new Means(InstantSource.system(), new SecureRandom(), said -> {});
    Embedded database =
        switch (Embedded.start(apart, means)) {
          case Embedded.Outcome.Runs runs -> runs.embedded();
          case Embedded.Outcome.Refused refused -> throw new AssertionError(refused.fault());
        };
    try (database) {
      Path password = Files.writeString(folder.resolve("owner"), database.owner().password());
      Map<String, String> settings =
          Map.of(
              "PROBITY_DATABASE_URL", database.url(),
              "PROBITY_DATABASE_USER", database.application().role(),
              "PROBITY_DATABASE_PASSWORD", database.application().password(),
              "PROBITY_DATABASE_OWNER", database.owner().role(),
              "PROBITY_DATABASE_OWNER_PASSWORD_FILE", password.toString());
      try (Running one = new Running(folder, settings);
          Running two = new Running(folder, settings)) {
        String answer = one.post("subjects", "{}").body();
        String id = answer.substring(answer.indexOf("sub_"), answer.indexOf("sub_") + 36);
        String about = "{\"subject\": \"" + id + "\"";
        String facts = about + ", \"add\": {\"region\": \"EEA\"}}";
        assertEquals(200, one.post("facts", facts).statusCode());
        assertTrue(two.post("facts/read", about + "}").body().contains("EEA"));
        assertEquals(200, two.get("/health/readiness").statusCode());
        assertFalse(Files.exists(one.data.resolve("database")), "no database of its own");
        assertFalse(Files.exists(one.data.resolve("log")), "the log goes where containers look");
      }
      assertTrue(Files.exists(data.resolve("database/postmaster.pid")), "and it is left running");
    }
  }
}
