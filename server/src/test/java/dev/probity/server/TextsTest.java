// SPDX-License-Identifier: Apache-2.0
package dev.probity.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.probity.notice.vocabulary.LexiconReader;
import dev.probity.web.publish.Published;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Texts of notices are known by their sentences. */
class TextsTest {
  private static final Path ROOT = Path.of(System.getProperty("probity.root", ".."));
  private static final Packs PACKS = Packs.read(ROOT, LexiconReader.shipped());

  @TempDir Path folder;

  @Test
  void aTextIsThatOfThePackThatEncodesIt() throws Exception {
    Path packs = ROOT.resolve("packs");
    Files.copy(packs.resolve("example/notice.en.md"), folder.resolve("one.md"));
    Files.copy(packs.resolve("example/notice.sv.md"), folder.resolve("two.md"));
    Files.copy(packs.resolve("manvila/notice.sv.md"), folder.resolve("example.md"));
    Files.writeString(folder.resolve("other.txt"), "Nothing that any pack encodes.\n");
    Files.writeString(folder.resolve("other.bin"), "\u0000");
    Texts texts = Texts.read(folder.toString(), PACKS, InstantSource.system());
    assertEquals(List.of(), texts.faults());
    assertEquals(Set.of("example", "manvila"), texts.notices().byController().keySet());
    List<Published> example = texts.notices().byController().get("example");
    Set<String> languages = new TreeSet<>();
    for (Published text : example) {
      if (!text.version().equals("2026-03-01")) continue;
      languages.add(text.language());
      assertEquals(64, text.sha256().length());
      assertTrue(text.known() > text.sentences().size() / 2, text.language());
    }
    assertEquals(Set.of("en", "sv"), languages);
  }

  @Test
  void aFolderThatIsNoneIsSaid() {
    Texts texts = Texts.read(folder.resolve("missing").toString(), PACKS, InstantSource.system());
    assertEquals("PRB-W038", texts.faults().getFirst().code());
  }
}
