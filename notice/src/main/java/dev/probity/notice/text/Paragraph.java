// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.text;

import java.util.ArrayList;
import java.util.List;

/** Lines read as one text, with the way back from an offset in it to line and column. */
final class Paragraph {
  /** The line that stands at {@code offset} of the joined text, from its character {@code from}. */
  private record Piece(int offset, Line line, int from) {}

  private static final List<String> AND_OR = List.of("and", "or", "och", "eller", "samt");

  private final List<Piece> pieces = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();

  Paragraph(Line first) {
    pieces.add(new Piece(0, first, 0));
    text.append(first.text());
  }

  /** Adds a wrapped line: one blank between, none where a word was broken at a hyphen. */
  void append(Line line) {
    int end = text.length();
    while (end > 0 && Chars.blank(text.charAt(end - 1))) end--;
    text.setLength(end);
    int from = Bullets.skipEmpty(line.text(), 0);
    if (!brokenWord(end, line.text(), from)) text.append(' ');
    pieces.add(new Piece(text.length(), line, from));
    text.append(line.text(), from, line.text().length());
  }

  /** "back-" and "to-back" are one word, "post-" and "och fax" ("pre-" and "or post") are not. */
  private boolean brokenWord(int end, String next, int from) {
    if (end < 2) return false;
    char last = text.charAt(end - 1);
    if (last == '\u00AD') return true;
    return last == '-'
        && Character.isLetter(text.charAt(end - 2))
        && AND_OR.stream().noneMatch(word -> next.startsWith(word + " ", from));
  }

  String text() {
    return text.toString();
  }

  int line(int offset) {
    return piece(offset).line().number();
  }

  /** The column of the character at {@code offset}, from 1. */
  int column(int offset) {
    Piece piece = piece(offset);
    return offset - piece.offset() + piece.from() + 1;
  }

  private Piece piece(int offset) {
    int low = 0;
    int high = pieces.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (pieces.get(middle).offset() <= offset) low = middle;
      else high = middle - 1;
    }
    return pieces.get(low);
  }
}
