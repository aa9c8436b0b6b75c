// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {
  @TempDir Path folder;

  @Test
  void packsAreCountedOneByOneAndTogether() {
    Run run = Run.of("check", "example", "statutes/gdpr", "--json");

    assertEquals(Exit.FINE, run.code(), run.out() + run.err());
    assertTrue(run.out().startsWith("{\"packs\":{\"example\":{\"sentences\":"), run.out());
    long example = number(run.out(), "\"example\":.*?\"scenarios\":(\\d+)");
    long gdpr = number(run.out(), "\"gdpr\":.*?\"scenarios\":(\\d+)");
    assertTrue(example > 0 && gdpr > 0, run.out());
    assertEquals(example + gdpr, number(run.out(), "\"sum\":.*?\"scenarios\":(\\d+)"));
  }

  private static long number(String text, String pattern) {
    return java.util.regex.Pattern.compile(pattern)
        .matcher(text)
        .results()
        .map(m -> Long.valueOf(m.group(1)))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aNoticeIsFoundByTheNameOfItsPack() throws IOException {
    Files.writeString(folder.resolve("example.txt"), "Nothing of this is in the pack.\n");
    Run run = Run.of("check", "example", "--notices", folder.toString());

    assertEquals(Exit.FINDINGS, run.code());
    assertTrue(run.out().matches("(?s).*\nexample +1 +1 .*\nsum +1 +1 .*"), run.out());
  }

  @Test
  void aPackThatCannotBeReadStopsItAll() {
    Run run = Run.of("check", "example", "nowhere");

    assertEquals(Exit.WRONG_USE, run.code());
    assertEquals("", run.out());
    assertTrue(run.err().contains("PRB-N001"), run.err());
  }
}
