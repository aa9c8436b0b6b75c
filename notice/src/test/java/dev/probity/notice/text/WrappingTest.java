// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class WrappingTest {
  private static final String WRAPPED =
      """
      - Our wool
      -
      Wool comes from sheep that live on the hill behind
      the mill. We wash it twice, comb it and spin it in
      the old way; nobody but the miller and her brother
      may enter. Ask at the door.
      Felt is sold by weight, yarn by length, and blue
      dye by neither, in our shop and at the market;
      Silk is not sold at all by the mill
      • Linen is what we weave for those who come by twice-
        daily coach from the city on the river below us
      """;

  private static List<Unit> sentences(String text) {
    return Units.split(NoticeText.of("n.txt", text), Reading.SENTENCES);
  }

  @Test
  void joinsWhatWasWrappedAndNothingElse() {
    assertEquals(
        List.of(
            "Our wool",
            "Wool comes from sheep that live on the hill behind the mill.",
            "We wash it twice, comb it and spin it in the old way; nobody but the miller and her"
                + " brother may enter.",
            "Ask at the door.",
            "Felt is sold by weight, yarn by length, and blue dye by neither, in our shop and at"
                + " the market;",
            "Silk is not sold at all by the mill",
            "Linen is what we weave for those who come by twice-daily coach from the city on the"
                + " river below us"),
        sentences(WRAPPED).stream().map(Unit::text).toList());
  }

  @Test
  void saysWhereASentenceBeginsAndEnds() {
    List<Unit> units = sentences(WRAPPED);
    Unit first = units.get(1);
    assertEquals(List.of(3, 1, 1, 4, 10), ends(first));
    assertEquals(List.of(4, 1, 11, 6, 11), ends(units.get(2)));
    assertEquals(List.of(6, 1, 12, 6, 28), ends(units.get(3)));
    assertEquals(List.of(10, 1, 3, 11, 50), ends(units.getLast()));
  }

  private static List<Integer> ends(Unit unit) {
    return List.of(unit.line(), unit.number(), unit.column(), unit.lastLine(), unit.endColumn());
  }

  @Test
  void aLineThatIsAParagraphStaysAlone() {
    String wide = "our wool is washed " + "and combed ".repeat(30);
    String text = wide + "\nthen spun\n" + wide + "\n" + wide + "\nand sold\n";
    assertEquals(5, sentences(text).size());
  }

  @Test
  void aListOfShortLinesOfAllLengthsStaysAList() {
    String list =
        "wool\nfine yarn\nfelt by weight and by length\nblue\ndye and silk\nlinen\nlace\n";
    assertEquals(7, sentences(list).size());
  }

  @Test
  void aBlankLineOrAGapInTheNumbersEndsAParagraph() {
    Line one = new Line(1, "Wool comes from sheep that live on the");
    Line far = new Line(3, "hill behind the mill of our good miller");
    Line near = new Line(2, far.text());
    assertEquals(2, Units.split(new NoticeText("n", List.of(one, far)), Reading.SENTENCES).size());
    assertEquals(1, Units.split(new NoticeText("n", List.of(one, near)), Reading.SENTENCES).size());
    assertEquals(2, sentences(one.text() + "\n\n" + far.text()).size());
  }

  private static final String RULER = "wool ".repeat(7) + "yarns";

  /** Lines of 40, so that the width is known, and below them two lines under test. */
  private static List<String> below(String first, String second) {
    String text = (RULER + "\n").repeat(4) + "\n" + first + "\n" + second;
    return sentences(text).stream().map(Unit::text).skip(1).toList();
  }

  private static void joined(String first, String second) {
    assertEquals(List.of(first.replaceAll("\\h+$", "") + " " + second), below(first, second));
  }

  private static void apart(String first, String second) {
    assertEquals(2, below(first, second).size(), first + " | " + second);
  }

  private static String line(int length, String end) {
    return "wool ".repeat(length).substring(0, length - end.length()) + end;
  }

  @Test
  void aFinishedLineIsJoinedOnlyWhenTheNextWordDidNotFit() {
    joined(line(36, "k;"), "Wool");
    apart(line(35, "k;"), "Wool");
    joined(line(35, "k;"), "Wo\u00A0ol by");
    apart(line(35, "k;"), "Wo ol by");
    apart(line(34, "k,") + "     ", "• Wool");
  }

  @Test
  void anUnfinishedLineIsJoinedWhenItIsNearlyFull() {
    joined(line(30, "k"), "Wool");
    joined(line(30, "k") + " \u00A0 ", "Wool");
    apart(line(29, "k"), "Wool");
    apart(line(29, "k") + "    ", "Wool");
  }

  @Test
  void anUnfinishedLongLineIsJoinedWhenASmallLetterFollows() {
    joined(line(28, "k"), "by");
    apart(line(27, "k"), "by");
    apart(line(28, "k"), "By");
    apart(line(28, "k:"), "by");
  }

  @Test
  void capitalsGoOnInCapitalsAndEndBeforeSmallLetters() {
    String shout = line(28, "k").toUpperCase(Locale.ROOT);
    joined(shout, "BY");
    apart(line(27, "k").toUpperCase(Locale.ROOT), "BY");
    apart(line(38, "k").toUpperCase(Locale.ROOT), "Wool by");
    joined(line(38, "k").toUpperCase(Locale.ROOT), "2021");
  }

  @Test
  void listMarksBeginAParagraph() {
    for (String mark : List.of("B. Wool", "iv. wool", "12. Wool", "• wool", "- wool")) {
      apart(line(38, "k"), mark);
    }
    for (String none : List.of("B.Wool", ". wool", "wool.")) joined(line(38, "k"), none);
  }

  @Test
  void wordsBrokenAtAHyphenAreClosedUp() {
    assertEquals(List.of(line(36, "k-") + "to-back"), below(line(36, "k-"), "to-back"));
    assertEquals(List.of(line(36, "k\u00AD") + "ing"), below(line(36, "k\u00AD"), "ing"));
    for (String word : List.of("och", "eller", "and", "or", "samt")) {
      joined(line(36, "k-"), word + " wool");
    }
    joined(line(36, " -"), "woollen");
    assertEquals(List.of(line(36, "k-") + "orange"), below(line(36, "k-"), "orange"));
  }

  @Test
  void aSentenceThatFillsItsLineEndsThere() {
    List<Unit> units = sentences((RULER + "\n").repeat(4) + line(37, "k.") + "\nWoollen.");
    assertEquals(List.of(1, 1, 1, 5, 38), ends(units.get(0)));
    assertEquals(List.of(6, 1, 1, 6, 9), ends(units.get(1)));
  }

  @Test
  void blankLinesSayNothingOfTheWidth() {
    assertEquals(1, sentences("\n".repeat(100) + RULER + "\n" + RULER).size());
  }

  @Test
  void noPageIsWiderThanTwoHundred() {
    assertEquals(1, sentences(line(200, "k") + "\n" + line(200, "k")).size());
    assertEquals(2, sentences(line(201, "k") + "\n" + line(201, "k")).size());
  }
}
