// SPDX-License-Identifier: Apache-2.0
package dev.probity.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where things are while the tests of the whole run. */
final class Repository {
  private Repository() {}

  static Path root() {
    return Path.of(System.getProperty("probity.root", "..")).toAbsolutePath().normalize();
  }

  static Path pack(String name) {
    return root().resolve("packs").resolve(name);
  }

  /** Folders in packs/ that hold a pack. */
  static List<Path> packs() {
    return packsIn(root().resolve("packs"));
  }

  static List<Path> statutes() {
    return packsIn(root().resolve("packs/statutes"));
  }

  private static List<Path> packsIn(Path folder) {
    try (Stream<Path> folders = Files.list(folder)) {
      return folders.filter(f -> Files.exists(f.resolve("pack.yaml"))).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The notices and the catalogue lie beside the repository, or nowhere. */
  static Optional<Path> shared(String within) {
    Optional<Path> found =
        Optional.of(root().resolveSibling("shared").resolve(within)).filter(Files::exists);
    if (found.isEmpty())
      System.out.println("NOT RUN: ../shared/" + within + " is not beside the repository");
    return found;
  }
}
