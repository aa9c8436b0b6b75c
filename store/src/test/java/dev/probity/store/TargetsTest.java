// SPDX-License-Identifier: Apache-2.0
package dev.probity.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TargetsTest {
  private static final Map<String, String> WHOLE =
      Map.of(
          "PROBITY_DATABASE_URL", "postgresql://db:5432/probity",
          "PROBITY_DATABASE_USER", "app",
          "PROBITY_DATABASE_PASSWORD", "one",
          "PROBITY_DATABASE_OWNER", "own",
          "PROBITY_DATABASE_OWNER_PASSWORD", "two");

  @Test
  void theDataDirectoryIsTheSettingElseUnderTheHome() {
    assertEquals(Path.of("/d"), Targets.data(Map.of("PROBITY_DATA", "/d", "HOME", "/h")));
    assertEquals(Path.of("/s/probity"), Targets.data(Map.of("XDG_STATE_HOME", "/s", "HOME", "/h")));
    assertEquals(Path.of("/h/.local/state/probity"), Targets.data(Map.of("HOME", "/h")));
  }

  @Test
  void anAddressMakesItExternal() {
    assertEquals(
        new Targets.Chosen.Found(
            new Target.External(
                "jdbc:postgresql://db:5432/probity",
                new Login("app", "one"),
                new Login("own", "two"))),
        Targets.of(WHOLE));
  }

  @Test
  void aPasswordMayStandInAFile(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("password"), "from a file\n");
    Map<String, String> settings = new HashMap<>(WHOLE);
    settings.remove("PROBITY_DATABASE_PASSWORD");
    settings.put("PROBITY_DATABASE_PASSWORD_FILE", file.toString());

    Targets.Chosen.Found found = (Targets.Chosen.Found) Targets.of(settings);
    Target.External external = (Target.External) found.target();
    assertEquals("from a file", external.application().password());
    assertFalse(external.toString().contains("from a file"));
  }

  @Test
  void everythingThatIsMissingIsSaidAtOnce() {
    Targets.Chosen.Faulty faulty =
        (Targets.Chosen.Faulty)
            Targets.of(Map.of("PROBITY_DATABASE_URL", "jdbc:postgresql://me:secret@db/x"));

    assertEquals(5, faulty.faults().size());
    assertFalse(faulty.toString().contains("secret"));
    faulty.faults().forEach(fault -> assertEquals("PRB-S010", fault.code()));
  }
}
