// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.text;

import dev.probity.kernel.fault.Fault;
import dev.probity.kernel.fault.Where;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/** The strict way from bytes to a text: UTF-8 or a fault that says where it stops being UTF-8. */
final class Utf8 {
  private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);

  private static final byte[] BOM = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private Utf8() {}

  static Decoded decode(String name, byte[] bytes, int maxBytes) {
    Where file = Where.file(name);
    if (bytes.length > maxBytes) {
      return refused(
          "PRB-N100",
          "The notice is longer than " + maxBytes + " bytes.",
          "Give the text of one notice only, or raise the bound.",
          file);
    }
    if (startsWith(bytes, PDF)) {
      return refused(
          "PRB-N102",
          "This is a PDF, not text.",
          "Name the file with the ending .pdf, so that its text is extracted.",
          file);
    }
    if (startsWith(bytes, (byte) 0xFE, (byte) 0xFF)
        || startsWith(bytes, (byte) 0xFF, (byte) 0xFE)) {
      return refused("PRB-N101", "This is UTF-16, not UTF-8.", "Save the notice as UTF-8.", file);
    }
    return characters(name, bytes);
  }

  private static Decoded characters(String name, byte[] bytes) {
    int start = startsWith(bytes, BOM) ? BOM.length : 0;
    ByteBuffer in = ByteBuffer.wrap(bytes, start, bytes.length - start);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CoderResult end =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT)
            .decode(in, out, true);
    String text = out.flip().toString();
    if (end.isError()) {
      String odd = HexFormat.of().withUpperCase().toHexDigits(bytes[in.position()]);
      return refused(
          "PRB-N101",
          "This is not UTF-8: no character begins with byte %s at offset %d."
              .formatted(odd, in.position()),
          "Save the notice as UTF-8.",
          where(name, text, text.length()));
    }
    return text(name, text);
  }

  private static Decoded text(String name, String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isISOControl(c) || c >= 0x80 || "\t\n\u000B\f\r".indexOf(c) >= 0) continue;
      return refused(
          "PRB-N102",
          "Control character U+%04X: this is a binary file, or UTF-16.".formatted((int) c),
          "Give the notice as UTF-8 text.",
          where(name, text, i));
    }
    NoticeText notice = NoticeText.of(name, text);
    if (notice.lines().stream().allMatch(Line::blank)) {
      return refused(
          "PRB-N103",
          "The notice holds no text.",
          "Give the file that holds the notice.",
          Where.file(name));
    }
    return new Decoded.Text(notice);
  }

  /** The place just behind the first {@code length} characters. */
  private static Where where(String name, String text, int length) {
    List<Line> before = NoticeText.of(name, text.substring(0, length) + "|").lines();
    return new Where(name, before.size(), before.getLast().text().length());
  }

  private static boolean startsWith(byte[] bytes, byte... head) {
    if (bytes.length < head.length) return false;
    for (int i = 0; i < head.length; i++) if (bytes[i] != head[i]) return false;
    return true;
  }

  private static Decoded refused(String code, String sentence, String fix, Where where) {
    return new Decoded.Refused(new Fault(code, sentence, fix, where));
  }
}
