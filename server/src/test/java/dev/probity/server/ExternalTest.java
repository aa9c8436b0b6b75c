// SPDX-License-Identifier: Apache-2.0
package dev.probity.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Servers on a PostgreSQL that is not theirs, named by settings. */
class ExternalTest {
  @TempDir Path folder;

  @Test
  void twoServersShareADatabaseThatIsNotTheirs() throws Exception {
    try (Apart apart = new Apart(folder)) {
      try (Running one = new Running(folder, apart.settings());
          Running two = new Running(folder, apart.settings())) {
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
      assertTrue(
          Files.exists(apart.data.resolve("database/postmaster.pid")), "and it is left running");
    }
  }
}
