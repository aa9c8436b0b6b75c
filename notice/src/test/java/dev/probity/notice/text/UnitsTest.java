// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class UnitsTest {
  private static List<String> split(String text) {
    return Units.split(NoticeText.of("n.txt", text), Reading.LINES).stream()
        .map(Unit::text)
        .toList();
  }

  @Test
  void aMarkABlankAndACapitalEndAUnit() {
    assertEquals(
        List.of("We knit.", "Do you?", "Yes!", "Note:", "Wool."),
        split("We knit. Do you? Yes! Note: Wool."));
    assertEquals(
        List.of("Vi stickar.", "Är det ull?", "Åh!", "Ökad värme."),
        split("Vi stickar. Är det ull? Åh! Ökad värme."));
  }

  @Test
  void lowerCaseDigitsAndMissingBlanksEndNone() {
    assertEquals(
        List.of("For these: wool, felt. and yarn"), split("For these: wool, felt. and yarn"));
    assertEquals(List.of("Row 4. 12 stitches."), split("Row 4. 12 stitches."));
    assertEquals(
        List.of("See knit.example/Wool.Blue?A:B now."),
        split("See knit.example/Wool.Blue?A:B now."));
    assertEquals(List.of("Ends.Here"), split("Ends.Here"));
  }

  @Test
  void anOpeningBracketOrQuoteBeginsAUnit() {
    assertEquals(List.of("We knit.", "(in winter)", "or."), split("We knit. (in winter)\nor."));
    assertEquals(
        List.of("We knit.", "[Or sew.", "“We” and you."), split("We knit. [Or sew. “We” and you."));
    assertEquals(List.of("Vi stickar.", "”Vi” är flera."), split("Vi stickar. ”Vi” är flera."));
    assertEquals(List.of("Wir stricken.", "„Wir“ alle."), split("Wir stricken. „Wir“ alle."));
  }

  @Test
  void quotesAndBracketsBehindAFullStopBelongToTheUnit() {
    assertEquals(
        List.of("We call it “wool.”", "Yarn is “yarn”.", "So."),
        split("We call it “wool.”  Yarn is “yarn”. So."));
    assertEquals(List.of("(We knit.)", "Daily."), split("(We knit.) Daily."));
    assertEquals(List.of("She said \"knit.\"", "We did."), split("She said \"knit.\" We did."));
  }

  @Test
  void abbreviationsEndNone() {
    for (String one :
        List.of(
            "Yarn Inc. Wool is here",
            "Ull, t.ex. Ett nystan",
            "Under 7 C.F.R. Part 9",
            "By 3 U.S.C. Title",
            "The Cal. Civ. Code",
            "Ask S. Sheep",
            "At 9 Loom Blvd. North",
            "Felt (e.g. Blue)",
            "Felt, i.e. Wool",
            "Yarn etc. We knit",
            "Wool Co., Ltd. (“Wool”)",
            "Från fr.o.m. Maj",
            "Färg m.m. Och ull",
            "Ask Dr. Sheep",
            "A Ph.D. Knitter",
            "Ull m.fl. Garn")) {
      assertEquals(List.of(one), split(one));
    }
  }

  @Test
  void wordsThatOnlyLookLikeOnesEndUnits() {
    for (List<String> two :
        List.of(
            List.of("Do we sell? No.", "We knit."), List.of("Write to me@wool.co.", "We knit."),
            List.of("We come by bus.", "You too."), List.of("Det land du bor i.", "Vi stickar."),
            List.of("In 2020.", "Then we stopped."),
                List.of("See wool.example/t.ex.", "We knit."))) {
      String text = String.join(" ", two);
      List<String> expected =
          text.startsWith("Do") ? List.of("Do we sell?", "No.", "We knit.") : two;
      assertEquals(expected, split(text));
    }
  }

  @Test
  void theMarkOfAListItemIsNoUnit() {
    for (String one :
        List.of("A. Yarn", "b. Wool", "12. Felt", "3.1. Silk", "iv. Lace", " • C. Tweed")) {
      assertEquals(List.of(one.replace(" • ", "")), split(one));
    }
    assertEquals(List.of("A. Yarn.", "Wool."), split("A. Yarn. Wool."));
  }

  @Test
  void bulletsAndBlanksAreDropped() {
    for (String line :
        List.of(
            "• Yarn",
            "  -\tYarn ",
            "\u00A0*\u00A0Yarn\u200B",
            "– Yarn",
            "\uF0B7 Yarn",
            "• - Yarn")) {
      assertEquals(List.of("Yarn"), split(line));
    }
    assertEquals(List.of("*Yarn is wool.", "-5 degrees"), split("*Yarn is wool.\n-5 degrees"));
    assertEquals(List.of(), split("\n - \n\t\n•\n"));
  }

  @Test
  void placesCountFromOneAndPerLine() {
    List<Unit> units =
        Units.split(NoticeText.of("n.txt", "Wool\r\n\r\n  • Yarn. Felt!\rSilk"), Reading.LINES);
    assertEquals(
        List.of(
            new Unit(1, 1, 1, 1, 5, "Wool"),
            new Unit(3, 1, 5, 3, 10, "Yarn."),
            new Unit(3, 2, 11, 3, 16, "Felt!"),
            new Unit(4, 1, 1, 4, 5, "Silk")),
        units);
    assertEquals("3.2", units.get(2).place().toString());
    assertEquals("n.txt:3:11", units.get(2).where("n.txt").toString());
  }

  @Test
  void keepsTheNumbersOfTheLinesGiven() {
    NoticeText some = new NoticeText("n", List.of(new Line(4, "Wool."), new Line(9, "Yarn.")));
    assertEquals(List.of(4, 9), Units.split(some, Reading.LINES).stream().map(Unit::line).toList());
  }
}
