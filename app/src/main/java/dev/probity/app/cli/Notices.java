// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.cli;

import dev.probity.app.extract.Extract;
import dev.probity.app.extract.Extractor;
import dev.probity.app.extract.Limits;
import dev.probity.notice.pack.PackSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a command's notice comes from: the file it names, or else the pack's own. */
record Notices(Surroundings here) {
  private static final String NAME = "notice(\\.[a-z]{2})?\\.(txt|md|html?|pdf)";

  Extract read(String file) {
    return read(Path.of(file), file);
  }

  private Extract read(Path file, String name) {
    return new Extractor(Limits.USUAL, here.clock()).read(file, name);
  }

  /** The notice named after the pack in a folder of notices, else the pack's own. */
  Optional<Extract> of(PackSource source, String folder) {
    return Stream.of("txt", "md", "html", "htm", "pdf")
        .map(ending -> Path.of(folder, source.header().id() + "." + ending))
        .filter(file -> !folder.isEmpty() && Files.exists(file))
        .findFirst()
        .map(file -> read(file, file.toString()))
        .or(() -> own(source));
  }

  /** The file {@code notice.*} in the pack's folder, in the first of its languages that has one. */
  Optional<Extract> own(PackSource source) {
    List<String> languages = source.header().languages();
    try (Stream<Path> files = Files.list(Path.of(source.folder()))) {
      return files
          .filter(f -> f.getFileName().toString().matches(NAME))
          .min(
              Comparator.<Path>comparingInt(f -> rank(f, languages))
                  .thenComparing(Comparator.naturalOrder()))
          .map(f -> read(f, f.toString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int rank(Path file, List<String> languages) {
    String[] parts = file.getFileName().toString().split("\\.");
    int at = parts.length > 2 ? languages.indexOf(parts[1]) : -1;
    return at < 0 ? languages.size() : at;
  }
}
