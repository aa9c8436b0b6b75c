// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The folder with the real notices and the catalogue, which is never part of the repository: the
 * system property {@code probity.shared}, or a folder {@code shared} beside the repository.
 */
final class SharedFolder {
  /** A look at the real files. */
  interface Check {
    void in(Path shared) throws IOException;
  }

  private SharedFolder() {}

  static void check(String what, Check check) throws IOException {
    Optional<Path> shared = find();
    if (shared.isPresent()) {
      check.in(shared.get());
    } else {
      System.out.println("NOT RUN: " + what + ": no folder `shared` beside the repository");
    }
  }

  static NoticeText notice(Path shared, String pack) throws IOException {
    byte[] bytes = Files.readAllBytes(shared.resolve("notices").resolve(pack + ".txt"));
    return switch (NoticeText.decode(pack + ".txt", bytes, NoticeText.MAX_BYTES)) {
      case Decoded.Text decoded -> decoded.text();
      case Decoded.Refused refused -> throw new AssertionError(refused.fault());
    };
  }

  private static Optional<Path> find() {
    String named = System.getProperty("probity.shared");
    if (named != null) return Optional.of(Path.of(named)).filter(SharedFolder::holdsNotices);
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path beside = at.resolve("shared");
      if (holdsNotices(beside)) return Optional.of(beside);
    }
    return Optional.empty();
  }

  private static boolean holdsNotices(Path folder) {
    return Files.isDirectory(folder.resolve("notices"));
  }
}
