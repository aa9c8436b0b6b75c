// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Codes in the code, pages in the docs, and tests that provoke them agree. */
class FaultPagesTest {
  private static final Path ROOT = Path.of(System.getProperty("probity.root", ".."));
  private static final Pattern CODE = Pattern.compile("PRB-N\\d{3}");

  @Test
  void everyCodeOfThisRoomHasAPageAndATest() throws IOException {
    Set<String> raised = codes(ROOT.resolve("notice/src/main/java"));
    Set<String> pages = new TreeSet<>();
    try (Stream<Path> files = Files.list(ROOT.resolve("docs/faults"))) {
      files
          .map(f -> f.getFileName().toString().replace(".md", ""))
          .filter(f -> CODE.matcher(f).matches())
          .forEach(pages::add);
    }

    assertTrue(raised.size() > 30, raised.toString());
    assertEquals(raised, pages);
    assertEquals(raised, codes(ROOT.resolve("notice/src/test/java")));
  }

  @Test
  void everyPageSaysWhatItMeansShowsItAndMendsIt() throws IOException {
    try (Stream<Path> files = Files.list(ROOT.resolve("docs/faults"))) {
      for (Path page : files.toList()) {
        String code = page.getFileName().toString().replace(".md", "");
        if (!code.matches("PRB-[NL]\\d{3}")) continue;
        String text = Files.readString(page);
        assertTrue(text.startsWith("# " + code + ": "), page.toString());
        assertTrue(text.contains("Example"), page + " shows no example");
        assertTrue(text.contains("**Fix.**"), page + " mends nothing");
      }
    }
  }

  private static Set<String> codes(Path folder) throws IOException {
    Set<String> codes = new TreeSet<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        CODE.matcher(Files.readString(file)).results().forEach(m -> codes.add(m.group()));
      }
    }
    return codes;
  }
}
