// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.lint;

import dev.probity.notice.TinyPack;
import dev.probity.notice.pack.PackReader;
import dev.probity.notice.pack.PackSource;
import dev.probity.notice.text.NoticeText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The hits and their clean twins in {@code packs/example/lint}. */
final class Example {
  static final Path ROOT = Path.of(System.getProperty("probity.root", ".."));
  private static final Path LINT = ROOT.resolve("packs/example/lint");

  private Example() {}

  /** Folders, which are named after rules. */
  static List<String> names() {
    try (Stream<Path> folders = Files.list(LINT)) {
      return folders
          .filter(Files::isDirectory)
          .map(f -> f.getFileName().toString())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is found there: by rules, or by reading, under the rule's name. */
  static List<Finding> findings(String rule, String twin) {
    Path folder = LINT.resolve(rule).resolve(twin);
    return switch (PackReader.read(folder, TinyPack.LEXICON)) {
      case PackReader.Outcome.Read read -> Lint.run(read.source(), notice(folder)).findings();
      case PackReader.Outcome.Faulty faulty ->
          faulty.faults().stream()
              .map(
                  f -> new Finding(named(f.code()), f.code(), "", f.sentence(), f.fix(), f.where()))
              .toList();
    };
  }

  private static String named(String code) {
    return Rules.ALL.stream()
        .filter(r -> r.code().equals(code))
        .map(Rule::name)
        .findFirst()
        .orElse("none");
  }

  static Optional<NoticeText> notice(Path folder) {
    Path file = folder.resolve("notice.txt");
    try {
      return Files.exists(file)
          ? Optional.of(NoticeText.of("notice.txt", Files.readString(file)))
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static PackSource pack(String rule, String twin) {
    return switch (PackReader.read(LINT.resolve(rule).resolve(twin), TinyPack.LEXICON)) {
      case PackReader.Outcome.Read read -> read.source();
      case PackReader.Outcome.Faulty faulty -> throw new AssertionError(faulty.faults().toString());
    };
  }
}
