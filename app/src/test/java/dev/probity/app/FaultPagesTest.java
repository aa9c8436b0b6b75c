// SPDX-License-Identifier: Apache-2.0
package dev.probity.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.probity.app.cli.Exit;
import dev.probity.app.cli.Surroundings;
import dev.probity.app.print.Terminal;
import dev.probity.notice.vocabulary.LexiconReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaultPagesTest {
  private static final Path ROOT = Path.of(System.getProperty("probity.root", ".."));

  @Test
  void everyCodeOfTheAppHasAPageAndATest() throws IOException {
    Set<String> raised = codes(ROOT.resolve("app/src/main/java"));

    assertEquals(raised, codes(ROOT.resolve("app/src/test/java")));
    Set<String> pages = new TreeSet<>();
    try (Stream<Path> files = Files.list(ROOT.resolve("docs/faults"))) {
      files
          .map(f -> f.getFileName().toString())
          .filter(f -> f.startsWith("PRB-A"))
          .forEach(f -> pages.add(f.replace(".md", "")));
    }
    assertEquals(raised, pages);
  }

  private static Set<String> codes(Path folder) throws IOException {
    Set<String> codes = new TreeSet<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Pattern.compile("PRB-A\\d{3}")
            .matcher(Files.readString(file))
            .results()
            .forEach(code -> codes.add(code.group()));
      }
    }
    return codes;
  }

  @Test
  void aBugBecomesAReferenceAndItsMessageIsNotKept(@TempDir Path folder) throws IOException {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
    Surroundings here =
        new Surroundings(
            new Terminal(stream, stream, false, false, false, 100),
            InputStream.nullInputStream(),
            folder,
            folder,
            InstantSource.fixed(Instant.ofEpochMilli(1_000_000)),
            LexiconReader::shipped);

    int code =
        new Outermost(here)
            .run(
                () -> {
                  throw new IllegalStateException("somebody@example.test");
                });

    String said = err.toString(StandardCharsets.UTF_8);
    assertEquals(Exit.WRONG_USE, code);
    assertTrue(said.startsWith("probity  PRB-A000  "), said);
    assertTrue(said.contains("LFLS"), said);
    String kept = Files.readString(folder.resolve("fault-LFLS.txt"));
    assertTrue(kept.startsWith("java.lang.IllegalStateException\n"), kept);
    assertFalse((said + kept).contains("somebody"));
  }
}
