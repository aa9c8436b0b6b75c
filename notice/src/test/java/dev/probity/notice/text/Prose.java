// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Invented text from a seed: sentences, paragraphs, and worse. */
final class Prose {
  private static final List<String> WORDS =
      List.of(
          "wool",
          "yarn",
          "felt",
          "we",
          "spin",
          "ull",
          "får",
          "och",
          "åtta",
          "mill",
          "by",
          "the",
          "sheep",
          "hill",
          "dye",
          "blue",
          "(blue)",
          "“dyed”",
          "t.ex.",
          "e.g.",
          "Inc.",
          "Ängen",
          "North",
          "7",
          "2021",
          "a@mill.example",
          "mill.example/Wool.A",
          "it’s",
          "half-spun");
  private static final List<String> NASTY =
      List.of(
          ".",
          "!",
          "?",
          ":",
          " ",
          "\u00A0",
          "\u200B",
          "\u00AD",
          "\uFEFF",
          "”",
          "\"",
          "'",
          "(",
          ")",
          "]",
          "•",
          "-",
          "–",
          "A",
          "å",
          "Å",
          "i",
          "V",
          "7",
          "\n",
          "\r",
          "\t",
          "Inc",
          "t.ex",
          "C.F.R",
          "\uD835",
          "\uDC00",
          "\uD835\uDC00",
          "\u0301",
          "\uFB01",
          "@",
          "/",
          "*",
          "\u2028",
          "\u0085");

  final Random random;

  Prose(long seed) {
    random = new Random(seed);
  }

  /** A capital, some words, a mark. */
  String sentence() {
    StringBuilder out = new StringBuilder("Ö");
    int words = 3 + random.nextInt(20);
    for (int i = 0; i < words; i++) out.append(' ').append(pick(WORDS));
    return out.append(" end").append(pick(List.of(".", ".", "!", "?", ".”"))).toString();
  }

  List<String> sentences(int count) {
    List<String> out = new ArrayList<>();
    for (int i = 0; i < count; i++) out.add(sentence());
    return out;
  }

  /** Anything at all, with much of what the reader has rules about. */
  String nasty() {
    StringBuilder out = new StringBuilder();
    int length = random.nextInt(400);
    for (int i = 0; i < length; i++) {
      out.append(random.nextInt(8) > 0 ? pick(NASTY) : Character.toString(random.nextInt(0xD800)));
    }
    return out.toString();
  }

  /** Breaks a paragraph as a typewriter does. */
  static String wrap(String paragraph, int width) {
    StringBuilder out = new StringBuilder();
    int column = 0;
    for (String word : paragraph.split(" ")) {
      boolean first = out.isEmpty();
      boolean fits = column + 1 + word.length() <= width;
      if (!first) out.append(fits ? ' ' : '\n');
      out.append(word);
      column = first || !fits ? word.length() : column + 1 + word.length();
    }
    return out.toString();
  }

  <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
