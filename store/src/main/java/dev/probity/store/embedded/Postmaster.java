// SPDX-License-Identifier: Apache-2.0
package dev.probity.store.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A database's first process, as the file in its folder names it. Immutable.
 *
 * @param database the folder
 */
record Postmaster(Path database, long process) {
  private static final String FILE = "postmaster.pid";

  static Optional<Postmaster> of(Path database) throws IOException {
    Path file = database.resolve(FILE);
    if (!Files.exists(file)) return Optional.empty();
    List<String> lines = Files.readAllLines(file);
    if (lines.isEmpty() || !lines.getFirst().strip().matches("\\d{1,9}")) return Optional.empty();
    return Optional.of(new Postmaster(database, Long.parseLong(lines.getFirst().strip())));
  }

  /** Whether it lives and is this database's: its number may be another process's by now. */
  boolean runs() throws IOException {
    return isDatabase(process) && standsIn(process, database.toRealPath());
  }

  /**
   * Takes the file away where the process that it names is another's by now, or is dead and not
   * collected, as where Probity itself is the first process of a container: PostgreSQL takes either
   * for a life, and would not start again. Not while any process stands in the folder, since two
   * databases over one folder destroy it.
   */
  void clear() throws IOException {
    // Why not where there is none: PostgreSQL sees that too.
    if (stat(process).isPresent() && !runs() && !isOccupied())
      Files.deleteIfExists(database.resolve(FILE));
  }

  private boolean isOccupied() throws IOException {
    Path here = database.toRealPath();
    return ProcessHandle.allProcesses().anyMatch(p -> standsIn(p.pid(), here));
  }

  private static boolean standsIn(long process, Path folder) {
    try {
      return Files.readSymbolicLink(Path.of("/proc/" + process + "/cwd")).equals(folder);
    } catch (IOException closed) {
      // Another user's, whom root may not look into in most containers; or it has ended.
      return isDatabase(process) && owns(process, folder);
    }
  }

  private static boolean owns(long process, Path folder) {
    try {
      Object owner = Files.getAttribute(Path.of("/proc/" + process), "unix:uid");
      return owner.equals(Files.getAttribute(folder, "unix:uid"));
    } catch (IOException gone) {
      return false;
    }
  }

  private static boolean isDatabase(long process) {
    return stat(process).filter(s -> s.contains(" (postgres) ") && !s.contains(") Z ")).isPresent();
  }

  /** What everybody may know of a process. */
  private static Optional<String> stat(long process) {
    try {
      return Optional.of(Files.readString(Path.of("/proc/" + process + "/stat")));
    } catch (IOException gone) {
      return Optional.empty();
    }
  }
}
