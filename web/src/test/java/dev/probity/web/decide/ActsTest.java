// SPDX-License-Identifier: Apache-2.0
package dev.probity.web.decide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.probity.kernel.clause.Clause;
import dev.probity.kernel.clause.Overlay;
import dev.probity.kernel.clause.Pack;
import dev.probity.ledger.entry.Word;
import dev.probity.notice.pack.PackReader;
import dev.probity.notice.vocabulary.LexiconReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the log can write of acts and clauses. */
class ActsTest {
  private static final Path PACKS =
      Path.of(System.getProperty("probity.root", "..")).resolve("packs");

  @Test
  void actsAreReadAsTheyWere() {
    List<String> acts = List.of("block", "mark:disputed", "carry:opt-out-instructions");
    assertEquals(acts, Acts.texts(Acts.words(acts)));
  }

  /** Every clause of every pack and of every law laid over one, as answers cite them. */
  @Test
  void whateverAnswersCiteIsAWordOfItsOwn() throws IOException {
    try (Stream<Path> folders = Files.list(PACKS)) {
      for (Path folder : folders.filter(f -> Files.exists(f.resolve("pack.yaml"))).toList()) {
        Set<String> cites = new TreeSet<>();
        Pack pack = pack(folder);
        for (Clause clause : pack.clauses()) cites.add(clause.cite());
        for (Overlay overlay : pack.overlays())
          for (Clause clause : overlay.pack().clauses())
            cites.add(overlay.pack().id() + ":" + clause.cite());
        Set<Word> words = new TreeSet<>(Acts.words(cites));
        assertEquals(cites.size(), words.size(), folder.toString());
        assertTrue(!cites.isEmpty(), folder.toString());
      }
    }
  }

  private static Pack pack(Path folder) {
    return switch (PackReader.read(folder, LexiconReader.shipped())) {
      case PackReader.Outcome.Read read -> read.source().pack();
      case PackReader.Outcome.Faulty faulty -> throw new AssertionError(faulty.faults());
    };
  }
}
