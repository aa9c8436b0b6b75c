// SPDX-License-Identifier: Apache-2.0
package dev.probity.store.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How to run a program without being root, which PostgreSQL refuses. An ordinary user needs
 * nothing; root becomes nobody in a user namespace of its own or, where a container forbids those,
 * another user of the machine. Immutable.
 *
 * @param prefix words before the program's own
 * @param owner who must own the database's files, as the machine numbers users
 */
record Unprivileged(List<String> prefix, int owner) {
  static Unprivileged of(Programs programs, Path data) throws Refused, IOException {
    int me = (Integer) Files.getAttribute(Path.of("/proc/self"), "unix:uid");
    if (me != 0) return new Unprivileged(List.of(), me);
    Optional<String> unshare = programs.find("unshare");
    if (unshare.isPresent()) {
      List<String> prefix = List.of(unshare.get(), "-U");
      if (works(programs, prefix)) return new Unprivileged(prefix, 0);
    }
    Optional<String> setpriv = programs.find("setpriv");
    if (setpriv.isPresent()) {
      for (String user : List.of("postgres", "nobody")) {
        List<String> prefix =
            List.of(setpriv.get(), "--reuid=" + user, "--regid=65534", "--clear-groups");
        if (works(programs, prefix)) return new Unprivileged(prefix, number(user));
      }
    }
    throw new Refused(
        "PRB-S004",
        "PostgreSQL does not run as root, and neither `unshare` nor `setpriv` works here",
        "start Probity as an ordinary user, or set PROBITY_DATABASE_URL to a PostgreSQL of your"
            + " own",
        data);
  }

  private static boolean works(Programs programs, List<String> prefix) throws IOException {
    return programs.run(prefix, List.of("/bin/true")).well();
  }

  private static int number(String user) throws IOException {
    Path root = Path.of("/");
    var principal = root.getFileSystem().getUserPrincipalLookupService();
    Path probe = Files.createTempFile("probity", "");
    try {
      Files.setOwner(probe, principal.lookupPrincipalByName(user));
      return (Integer) Files.getAttribute(probe, "unix:uid", LinkOption.NOFOLLOW_LINKS);
    } finally {
      Files.delete(probe);
    }
  }

  /** Gives the files to their owner, where they are another's. */
  void claim(Path folder) throws IOException {
    if (Files.getAttribute(folder, "unix:uid").equals(owner)) return;
    try (var files = Files.walk(folder)) {
      for (Path file : files.toList())
        Files.setAttribute(file, "unix:uid", owner, LinkOption.NOFOLLOW_LINKS);
    }
  }
}
