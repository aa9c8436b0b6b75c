// SPDX-License-Identifier: Apache-2.0
package dev.probity.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What the machine itself says of a database's processes; they all stand in its folder. */
public final class Processes {
  private Processes() {}

  /** Those that live and stand in this folder or below it. */
  public static List<ProcessHandle> in(Path folder) {
    return ProcessHandle.allProcesses()
        .filter(process -> stands(process.pid()).filter(at -> at.startsWith(folder)).isPresent())
        .toList();
  }

  private static Optional<Path> stands(long process) {
    try {
      return Optional.of(Files.readSymbolicLink(Path.of("/proc/" + process + "/cwd")));
    } catch (IOException gone) {
      return Optional.empty();
    }
  }

  /** The first process of the database of this data directory. */
  static long postmaster(Path data) throws IOException {
    List<String> lines = Files.readAllLines(data.resolve("database/postmaster.pid"));
    return Long.parseLong(lines.getFirst().strip());
  }

  public static void signal(String signal, long process) throws Exception {
    Process kill = new ProcessBuilder("kill", "-" + signal, "" + process).start();
    assertEquals(0, kill.waitFor());
  }
}
