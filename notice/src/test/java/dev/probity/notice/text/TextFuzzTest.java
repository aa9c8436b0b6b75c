// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.probity.kernel.fault.Where;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whatever a file holds, it ends as a value, and soon. */
class TextFuzzTest {
  @Test
  void noBytesMakeTheReaderThrow() {
    int taken = 0;
    for (long seed = 0; seed < 1_000; seed++) {
      Prose prose = new Prose(seed);
      byte[] bytes = prose.nasty().getBytes(StandardCharsets.UTF_8);
      int flips = prose.random.nextInt(3);
      for (int i = 0; i < flips && bytes.length > 0; i++) {
        bytes[prose.random.nextInt(bytes.length)] = (byte) prose.random.nextInt();
      }
      taken += readAll("seed " + seed, bytes);
    }
    assertTrue(taken > 100 && taken < 900, "both kinds are met: " + taken);
  }

  private static int readAll(String seed, byte[] bytes) {
    return switch (NoticeText.decode("n", bytes, 2_000)) {
      case Decoded.Refused refused -> {
        assertTrue(refused.fault().code().matches("PRB-N10[0-3]"), seed);
        yield 0;
      }
      case Decoded.Text decoded -> {
        for (Reading reading : Reading.values()) {
          List<Unit> units = Units.split(decoded.text(), reading);
          assertTrue(!units.isEmpty(), seed);
          units.forEach(unit -> Fingerprint.of(unit.text()));
        }
        yield 1;
      }
    };
  }

  @Test
  void noCellMakesTheParserThrow() {
    List<String> bits = List.of("1", "42", ".", "-", " ", "0", "9999999", "x", "\t", "–", "\uD835");
    for (long seed = 0; seed < 1_000; seed++) {
      Prose prose = new Prose(seed);
      StringBuilder cell = new StringBuilder();
      int length = prose.random.nextInt(9);
      for (int i = 0; i < length; i++) cell.append(prose.pick(bits));
      switch (Cite.parse(cell.toString(), Where.file("n"))) {
        case Citation citation -> assertTrue(!citation.places().isEmpty(), "seed " + seed);
        case Cite.Mistake mistake -> assertEquals("PRB-N104", mistake.fault().code());
      }
    }
  }

  @Test
  void aLineOfTenMegabytesTakesLinearTime() {
    for (String bit : List.of(".", "A. ", "Ab! ", "\u00AD")) splitsInTime(bit, 10_000_000);
    for (String bit : List.of(". ", ".” ", ")", "a.a.", " ", "\u0301", "- ", ":   (")) {
      splitsInTime(bit, 1_000_000);
    }
  }

  private static void splitsInTime(String bit, int length) {
    NoticeText notice = NoticeText.of("n", "Wool\nW" + bit.repeat(length / bit.length()));
    for (Reading reading : Reading.values()) {
      List<Unit> units =
          assertTimeoutPreemptively(
              Duration.ofSeconds(20), () -> Units.split(notice, reading), "`" + bit + "`");
      assertTrue(!units.isEmpty(), bit);
    }
  }
}
