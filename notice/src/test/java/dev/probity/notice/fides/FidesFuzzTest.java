// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.fides;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.probity.notice.TinyPack;
import dev.probity.notice.pack.PackFiles;
import dev.probity.notice.pack.PackReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Damaged manifests are read or refused, never thrown upon; what is read is always a pack. */
class FidesFuzzTest {
  private static final int SEEDS = 1_000;
  private static final List<String> WORDS =
      List.of(
          "{",
          "}",
          "[",
          "]",
          ": ",
          "- ",
          "\"",
          "null",
          "~",
          "true",
          "[]",
          "{}",
          "-1",
          "99999999999999999999",
          "user",
          "system",
          "user.contact.",
          "..",
          "sales",
          "ANY",
          "NONE",
          "third_party_sharing",
          "Consent",
          "P1Y",
          "0 days",
          "\u0000",
          "\u2028",
          "å",
          "*a",
          "&a");

  private final Random random = new Random();

  @Test
  void noDamageMakesTheImportThrowOrWriteWhatIsNoPack() {
    int refused = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      random.setSeed(seed);
      List<Manifest> manifests = new ArrayList<>(Velobud.manifests());
      for (int i = random.nextInt(3); i >= 0; i--) {
        int at = random.nextInt(manifests.size());
        Manifest m = manifests.get(at);
        manifests.set(at, new Manifest(m.name(), m.kept(), damaged(m.text())));
      }
      try {
        switch (Velobud.read(manifests)) {
          case FidesImport.Outcome.Faulty faulty -> {
            refused++;
            assertTrue(faulty.faults().stream().allMatch(f -> f.where().file().endsWith(".yml")));
          }
          case FidesImport.Outcome.Imported made -> {
            var read = PackReader.read(new PackFiles("fuzz", made.files()), TinyPack.LEXICON);
            assertTrue(read instanceof PackReader.Outcome.Read, seed + ": " + read + made.files());
          }
        }
      } catch (RuntimeException | StackOverflowError e) {
        throw new AssertionError("seed " + seed, e);
      }
    }
    assertTrue(refused > SEEDS / 10 && refused < SEEDS * 9 / 10, "both happen: " + refused);
  }

  private String damaged(String text) {
    if (text.isEmpty()) return pick(WORDS);
    List<String> lines = new ArrayList<>(text.lines().toList());
    int line = random.nextInt(lines.size());
    String there = lines.get(line);
    int at = random.nextInt(there.length() + 1);
    switch (random.nextInt(7)) {
      case 0 -> lines.remove(line);
      case 1 -> lines.add(random.nextInt(lines.size()), there);
      case 2 -> lines.set(line, there.substring(0, at) + pick(WORDS) + there.substring(at));
      case 3 -> lines.set(line, there.substring(0, at));
      case 4 -> lines.set(line, there.replaceFirst(": .*", ": " + pick(WORDS)));
      case 5 -> lines.set(line, there.replaceFirst("\\w+:", pick(WORDS) + ":"));
      default -> lines.set(line, "  " + there);
    }
    return String.join("\n", lines);
  }

  private <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }
}
