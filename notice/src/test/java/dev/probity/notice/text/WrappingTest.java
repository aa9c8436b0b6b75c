// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
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
}
