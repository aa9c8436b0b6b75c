// SPDX-License-Identifier: Apache-2.0
package dev.probity.house;

import dev.probity.notice.pack.PackReader;
import dev.probity.notice.pack.PackSource;
import dev.probity.notice.text.Decoded;
import dev.probity.notice.text.NoticeText;
import dev.probity.notice.vocabulary.Lexicon;
import dev.probity.notice.vocabulary.LexiconReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** Reads packs and notices for tests; a faulty pack fails the test with its faults. */
final class Packs {
  static final Lexicon LEXICON = LexiconReader.shipped();

  private Packs() {}

  static PackSource read(Path folder) {
    return switch (PackReader.read(folder, LEXICON)) {
      case PackReader.Outcome.Read read -> read.source();
      case PackReader.Outcome.Faulty faulty ->
          throw new AssertionError(
              faulty.faults().stream().map(Object::toString).collect(Collectors.joining("\n")));
    };
  }

  static NoticeText notice(Path file) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      return switch (NoticeText.decode(
          file.getFileName().toString(), bytes, NoticeText.MAX_BYTES)) {
        case Decoded.Text text -> text.text();
        case Decoded.Refused refused -> throw new AssertionError(refused.fault().toString());
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
