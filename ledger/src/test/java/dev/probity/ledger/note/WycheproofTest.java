// SPDX-License-Identifier: Apache-2.0
package dev.probity.ledger.note;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Signatures that are wrong in every way that a library was ever found to overlook. */
class WycheproofTest {
  @Test
  void everyPublishedSignatureIsJudgedAsPublished() throws IOException {
    List<String> lines = lines();
    for (String line : lines) {
      String[] cells = line.split(" ");
      assertEquals(
          cells[4].equals("valid"),
          Ed25519.verifies(bytes(cells[1]), bytes(cells[2]), bytes(cells[3])),
          line);
    }
    assertEquals(151, lines.size());
  }

  private static byte[] bytes(String cell) {
    return HexFormat.of().parseHex(cell.equals("-") ? "" : cell);
  }

  private static List<String> lines() throws IOException {
    try (InputStream in = WycheproofTest.class.getResourceAsStream("ed25519.txt")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().filter(l -> !l.startsWith("#")).toList();
    }
  }
}
