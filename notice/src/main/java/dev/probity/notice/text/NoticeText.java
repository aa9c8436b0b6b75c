// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.text;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * A notice as numbered lines, in ascending order. Immutable; reading costs one pass over the text.
 */
public record NoticeText(String name, List<Line> lines) {
  /**
   * The bound to give where no other is known: 4 MiB. The longest notices in use hold a few hundred
   * kilobytes of text, so ten times that is room enough, and a file of that size still aligns in a
   * second.
   */
  public static final int MAX_BYTES = 4 << 20;

  public NoticeText {
    lines = List.copyOf(lines);
    int last = 0;
    for (Line line : lines) {
      if (line.number() <= last) {
        throw new IllegalArgumentException("line " + line.number() + " after line " + last);
      }
      last = line.number();
    }
  }

  /** The lines of {@code text}; a line ends at LF, CRLF or a lone CR, as editors count. */
  public static NoticeText of(String name, String text) {
    List<Line> lines = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '\n' && c != '\r') continue;
      lines.add(new Line(lines.size() + 1, text.substring(start, i)));
      if (c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n') i++;
      start = i + 1;
    }
    if (start < text.length()) lines.add(new Line(lines.size() + 1, text.substring(start)));
    return new NoticeText(name, lines);
  }

  /** The notice in {@code bytes}, or why they are none: too many, not UTF-8, binary, empty. */
  public static Decoded decode(String name, byte[] bytes, int maxBytes) {
    return Utf8.decode(name, bytes, maxBytes);
  }

  /** As {@link #decode}, never holding more than {@code maxBytes} and one of {@code in}. */
  public static Decoded read(String name, InputStream in, int maxBytes) throws IOException {
    return Utf8.decode(name, in.readNBytes(Math.addExact(maxBytes, 1)), maxBytes);
  }
}
