// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.cli;

import dev.probity.app.print.Terminal;
import dev.probity.notice.vocabulary.Lexicon;
import dev.probity.notice.vocabulary.LexiconReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;

/** One run of a command as the shell sees it: what it wrote and how it ended. */
record Run(int code, String out, String err) {
  static final Path HOME = Path.of(System.getProperty("probity.root", ".."));

  private static final Lexicon LEXICON = LexiconReader.shipped();

  static Run of(String... words) {
    return with("", false, words);
  }

  static Run asking(String input, String... words) {
    return with(input, false, words);
  }

  static Run coloured(String... words) {
    return with("", true, words);
  }

  private static Run with(String input, boolean colour, String... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal = new Terminal(stream(out), stream(err), colour, colour, false, 100);
    Surroundings here =
        new Surroundings(
            terminal,
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
            HOME,
            HOME.resolve("app/target"),
            InstantSource.fixed(Instant.parse("2026-06-01T00:00:00Z")),
            () -> LEXICON);
    int code = Commands.run(here, words);
    terminal.flush();
    return new Run(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, false, StandardCharsets.UTF_8);
  }
}
