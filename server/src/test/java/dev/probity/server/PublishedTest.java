// SPDX-License-Identifier: Apache-2.0
package dev.probity.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a start tells the log: each version of a notice that it does not know, once. */
@Timeout(300)
class PublishedTest {
  @TempDir Path folder;

  @Test
  void eachVersionOnceHoweverOftenAServerStarts() throws Exception {
    Path home = Running.example(folder.resolve("home"));
    assertEquals(published(2), log(home));
    assertEquals(published(2), log(home));
    Path pack = home.resolve("packs/example/pack.yaml");
    Files.writeString(pack, "# another comment is the same pack\n", StandardOpenOption.APPEND);
    assertEquals(published(2), log(home));
    String words = Files.readString(pack);
    Files.writeString(pack, words.replace("in-force: 2026-03-01", "in-force: 2026-03-02"));
    assertEquals(published(3), log(home));
  }

  private static List<String> published(int times) {
    return Collections.nCopies(times, "pack-published");
  }

  private List<String> log(Path home) throws Exception {
    try (Running server = new Running(folder, home, List.of("-XX:TieredStopAtLevel=1"), Map.of())) {
      return kinds(server);
    }
  }

  private static List<String> kinds(Running server) throws IOException {
    return List.copyOf(ReadLog.of(server, List.of()).kinds().values());
  }
}
