// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.probity.kernel.fault.Fault;
import dev.probity.notice.TinyPack;
import dev.probity.notice.lint.Lint;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Real packs with a few mistakes in them are read, or their faults are told; nothing is thrown. */
class PackFuzzTest {
  private static final Path PACKS =
      Path.of(System.getProperty("probity.root", "..")).resolve("packs");
  private static final List<String> WORDS =
      List.of(
          "{",
          "}",
          "[",
          "]",
          ": ",
          ", ",
          "- ",
          "\"",
          "permit: use",
          "any-but",
          "unless: []",
          "null",
          "when: [{age: {}}]",
          "covers: [purpose]",
          "[]",
          "{}",
          "PT",
          "999999999999",
          "P99999Y",
          "2024-13-99",
          "\u0000",
          "å",
          "row: A",
          "except: [A]",
          "only: data",
          "knowing: true");

  private final Random random = new Random();

  @Test
  void noMistakeInThePackOfTheExampleMakesTheReaderThrow() {
    int faulty = fuzz("example", 1_000);

    assertTrue(faulty > 500 && faulty < 1_000, "both kinds are met: " + faulty);
  }

  @Test
  void norInTheLargerPacks() {
    for (String pack : List.of("inogen", "ombre")) assertTrue(fuzz(pack, 60) > 20, pack);
  }

  private int fuzz(String pack, int seeds) {
    List<Fault> none = new ArrayList<>();
    PackFiles files = PackFiles.read(PACKS.resolve(pack), none);
    assertEquals(List.of(), none);
    int faulty = 0;
    for (int seed = 0; seed < seeds; seed++) {
      random.setSeed(seed);
      PackFiles damaged = new PackFiles(pack, damaged(files.texts()));
      try {
        switch (PackReader.read(damaged, TinyPack.LEXICON)) {
          case PackReader.Outcome.Faulty found -> {
            faulty++;
            for (Fault f : found.faults()) told(f, pack);
          }
          case PackReader.Outcome.Read read -> {
            if (seed % 20 == 0) Lint.run(read.source(), Optional.empty());
          }
        }
      } catch (RuntimeException | StackOverflowError e) {
        throw new AssertionError(pack + " seed " + seed, e);
      }
    }
    return faulty;
  }

  private static void told(Fault fault, String pack) {
    assertTrue(fault.code().matches("PRB-N\\d{3}"), fault.toString());
    assertTrue(!fault.sentence().isBlank() && !fault.fix().isBlank(), fault.toString());
    assertTrue(fault.where().file().startsWith(pack), fault.toString());
  }

  private Map<String, String> damaged(Map<String, String> texts) {
    Map<String, String> damaged = new TreeMap<>(texts);
    damaged.keySet().removeIf(f -> f.startsWith("../"));
    if (random.nextInt(10) > 0) damaged.keySet().removeIf(f -> f.startsWith("versions/"));
    List<String> names = List.copyOf(damaged.keySet());
    for (int i = random.nextInt(3); i >= 0; i--) {
      damaged.compute(pick(names), (name, text) -> damaged(text == null ? "" : text));
    }
    return damaged;
  }

  private String damaged(String text) {
    if (text.isEmpty()) return pick(WORDS);
    int at = random.nextInt(text.length());
    int end = Math.min(text.length(), at + 1 + random.nextInt(12));
    List<String> lines = new ArrayList<>(text.lines().toList());
    int line = random.nextInt(lines.size());
    switch (random.nextInt(8)) {
      case 0 -> lines.remove(line);
      case 1 -> lines.add(random.nextInt(lines.size()), lines.get(line));
      case 2 -> lines.set(line, "  " + lines.get(line));
      case 3 -> lines.set(line, lines.get(line).stripLeading());
      case 4 -> {
        return text.substring(0, at) + text.substring(end);
      }
      case 5 -> {
        return text.substring(0, at) + pick(WORDS) + text.substring(at);
      }
      case 6 -> {
        return text.substring(0, at) + (char) random.nextInt(0x2100) + text.substring(at + 1);
      }
      default -> {
        return text.substring(0, at);
      }
    }
    return String.join("\n", lines);
  }

  private <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }
}
