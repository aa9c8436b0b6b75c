// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.probity.kernel.fault.Fault;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class NoticeTextTest {
  private static Decoded decode(byte[] bytes) {
    return NoticeText.decode("wool.txt", bytes, NoticeText.MAX_BYTES);
  }

  private static Fault refused(byte[] bytes) {
    return refused(decode(bytes));
  }

  private static Fault refused(Decoded decoded) {
    return switch (decoded) {
      case Decoded.Text text -> throw new AssertionError("taken: " + text);
      case Decoded.Refused refused -> refused.fault();
    };
  }

  private static List<String> lines(byte[] bytes) {
    return switch (decode(bytes)) {
      case Decoded.Text decoded -> decoded.text().lines().stream().map(Line::text).toList();
      case Decoded.Refused refused -> throw new AssertionError(refused.fault());
    };
  }

  @Test
  void readsUtf8WithOrWithoutAByteOrderMark() {
    assertEquals(List.of("Ull", "", "Får"), lines("Ull\n\r\nFår\n".getBytes(UTF_8)));
    assertEquals(List.of("Ull"), lines("Ull\r".getBytes(UTF_8)));
    assertEquals(List.of("Ull \u0085~"), lines("Ull \u0085~".getBytes(UTF_8)));
    assertEquals(List.of("Ull"), lines("\uFEFFUll".getBytes(UTF_8)));
    assertEquals(List.of("a", "b", "c", "", "d\fe"), lines("a\nb\r\nc\r\rd\fe".getBytes(UTF_8)));
  }

  @Test
  void saysWhereItIsNotUtf8() {
    Fault latin = refused("Wool\nUll, f\u00E5r".getBytes(ISO_8859_1));
    assertEquals("PRB-N101", latin.code());
    assertEquals("wool.txt:2:7", latin.where().toString());
    assertTrue(latin.sentence().contains("byte E5 at offset 11"), latin.sentence());
    Fault cut = refused(new byte[] {'a', (byte) 0xE2, (byte) 0x82});
    assertEquals("wool.txt:1:2", cut.where().toString());
    assertEquals("PRB-N101", refused("Wool".getBytes(UTF_16)).code());
    assertEquals("PRB-N101", refused(new byte[] {(byte) 0xC0, (byte) 0x80}).code());
  }

  @Test
  void saysWhatIsBinary() {
    Fault zero = refused("Wool\n\u0000".getBytes(UTF_8));
    assertEquals("PRB-N102", zero.code());
    assertEquals("wool.txt:2:1", zero.where().toString());
    assertEquals("PRB-N102", refused("Wool".getBytes(UTF_16LE)).code());
    assertEquals("PRB-N102", refused("Wool\u007F".getBytes(UTF_8)).code());
    assertEquals("PRB-N102", refused("Wool \u001B[31m".getBytes(UTF_8)).code());
    assertTrue(refused("%PDF-1.7\n%âãÏÓ".getBytes(ISO_8859_1)).sentence().contains("PDF"));
  }

  @Test
  void refusesAnEmptyNotice() {
    for (String empty : List.of("", "\uFEFF", "\n \u00A0\n", " -\n•\n")) {
      assertEquals("PRB-N103", refused(empty.getBytes(UTF_8)).code());
    }
  }

  @Test
  void refusesMoreThanTheBoundWithoutReadingIt() throws IOException {
    assertEquals("PRB-N100", refused(NoticeText.decode("n", new byte[11], 10)).code());
    byte[] ten = "0123456789".getBytes(UTF_8);
    assertEquals(Decoded.Text.class, NoticeText.decode("n", ten, 10).getClass());
    InputStream file = new ByteArrayInputStream(new byte[1_000]);
    assertEquals("PRB-N100", refused(NoticeText.read("n", file, 10)).code());
    assertEquals(989, file.available());
  }

  @Test
  void linesAscend() {
    List<Line> twice = List.of(new Line(2, "Wool"), new Line(2, "Yarn"));
    assertThrows(IllegalArgumentException.class, () -> new NoticeText("n", twice));
    assertThrows(IllegalArgumentException.class, () -> new Line(0, "Wool"));
  }
}
