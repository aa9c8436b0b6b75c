// SPDX-License-Identifier: Apache-2.0
package dev.probity.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Codes in the rooms of the server, pages in the docs, and tests that provoke them agree. */
class ServerFaultPagesTest {
  private static final List<String> ROOMS = List.of("store", "web", "server");
  private static final Pattern CODE = Pattern.compile("PRB-[SUW]\\d{3}");

  @Test
  void everyCodeHasAPageAndATest() throws IOException {
    Set<String> raised = codes("src/main/java");

    assertTrue(raised.size() > 10, raised.toString());
    assertEquals(raised, codes("src/test/java"));
    Set<String> pages = new TreeSet<>();
    try (Stream<Path> files = Files.list(Repository.root().resolve("docs/faults"))) {
      for (Path page : files.toList()) {
        String code = page.getFileName().toString().replace(".md", "");
        if (!CODE.matcher(code).matches()) continue;
        pages.add(code);
        String text = Files.readString(page);
        assertTrue(text.startsWith("# " + code + ": "), page.toString());
        assertTrue(text.contains("Example") && text.contains("**Fix.**"), page.toString());
      }
    }
    assertEquals(raised, pages);
  }

  private static Set<String> codes(String within) throws IOException {
    Set<String> codes = new TreeSet<>();
    for (String room : ROOMS) {
      try (Stream<Path> files = Files.walk(Repository.root().resolve(room).resolve(within))) {
        for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList())
          CODE.matcher(Files.readString(file)).results().forEach(m -> codes.add(m.group()));
      }
    }
    return codes;
  }
}
