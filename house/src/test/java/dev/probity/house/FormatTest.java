// SPDX-License-Identifier: Apache-2.0
package dev.probity.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every Java file reads as google-java-format writes it; CONTRIBUTING.md says how to have it so.
 */
class FormatTest {
  private final Formatter formatter = new Formatter();

  @Test
  void everyFileIsFormatted() throws IOException, FormatterException {
    List<String> ragged = new ArrayList<>();
    int files = 0;
    for (String room :
        List.of("kernel", "notice", "store", "web", "app", "server", "house", "bench")) {
      for (Path file : javaFiles(Repository.root().resolve(room).resolve("src"))) {
        files++;
        String text = Files.readString(file);
        String formatted = formatter.formatSource(text);
        if (text.equals(formatted)) continue;
        if ("write".equals(System.getProperty("golden"))) Files.writeString(file, formatted);
        else ragged.add(file.toString());
      }
    }
    assertEquals(List.of(), ragged);
    assertNotEquals(0, files);
  }

  @Test
  void aRaggedFileIsSeen() throws FormatterException {
    String ragged = "class  A{int b ;}\n";
    assertNotEquals(ragged, formatter.formatSource(ragged));
  }

  private static List<Path> javaFiles(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) return List.of();
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(f -> f.toString().endsWith(".java")).sorted().toList();
    }
  }
}
