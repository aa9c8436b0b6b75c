// SPDX-License-Identifier: Apache-2.0
package dev.probity.server.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.probity.server.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C while flows run: neither a database nor its data are left behind. */
@Timeout(300)
class StageStoppedTest {
  @TempDir Path folder;

  @Test
  void nothingIsLeftOfIt() throws Exception {
    // Why both: a signal finds it while it is being set, or while it is played on.
    stopped(stage -> Files.exists(stage.resolve("database/postmaster.pid")));
    stopped(stage -> Files.exists(stage.resolve("ledger")));
  }

  private void stopped(Predicate<Path> moment) throws Exception {
    Path root = Path.of(System.getProperty("probity.root", "..")).toRealPath();
    Process process =
        new ProcessBuilder(
                // Why: whoever started the build in the background may have it ignore this signal.
                "env",
                "--default-signal=INT",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dprobity.home=" + folder,
                "-cp",
                System.getProperty("java.class.path"),
                "dev.probity.server.Server",
                "enforce",
                root.resolve("packs/omron").toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("said").toFile())
            .start();
    boolean ended = false;
    while (!ended && stages().stream().noneMatch(moment))
      ended = process.waitFor(20, TimeUnit.MILLISECONDS);
    assertFalse(ended, Files.readString(folder.resolve("said")));
    Processes.signal("INT", process.pid());
    assertEquals(130, process.waitFor(), Files.readString(folder.resolve("said")));
    assertEquals(List.of(), Processes.in(folder));
    assertEquals(List.of(), stages());
  }

  private List<Path> stages() throws IOException {
    Path flows = folder.resolve(".probity/flows");
    if (!Files.exists(flows)) return List.of();
    try (Stream<Path> all = Files.list(flows)) {
      return all.filter(f -> String.valueOf(f.getFileName()).startsWith("data-")).toList();
    }
  }
}
