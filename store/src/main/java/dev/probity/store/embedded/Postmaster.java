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

  boolean runs() {
    return ProcessHandle.of(process)
        .filter(p -> p.info().command().orElse("").endsWith("/postgres"))
        .isPresent();
  }

  /**
   * Takes the file away where its process is dead and not collected, as where Probity itself is the
   * first process of a container: PostgreSQL takes that for a life, and would not start again. Not
   * while any process stands in the folder, since two databases over one folder destroy it.
   */
  void clear() throws IOException {
    if (isDead() && !isOccupied()) Files.deleteIfExists(database.resolve(FILE));
  }

  private boolean isDead() {
    try {
      String stat = Files.readString(Path.of("/proc/" + process + "/stat"));
      // Why from the end: before it stands the program's name, which may hold anything.
      return stat.substring(stat.lastIndexOf(')')).startsWith(") Z");
    } catch (IOException gone) {
      // PostgreSQL sees that too.
      return false;
    }
  }

  private boolean isOccupied() throws IOException {
    Path here = database.toRealPath();
    return ProcessHandle.allProcesses().anyMatch(p -> standsIn(p.pid(), here));
  }

  private static boolean standsIn(long process, Path folder) {
    try {
      return Files.readSymbolicLink(Path.of("/proc/" + process + "/cwd")).equals(folder);
    } catch (IOException closed) {
      // Another user's, who does not own the folder; or it has ended.
      return false;
    }
  }
}
