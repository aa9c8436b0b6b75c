// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.probity.kernel.fault.Fault;
import dev.probity.kernel.fault.Where;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CiteTest {
  private static final Where HERE = new Where("clauses.yaml", 3, 12);

  static Citation citation(String cell) {
    return switch (Cite.parse(cell, HERE)) {
      case Citation citation -> citation;
      case Cite.Mistake mistake -> throw new AssertionError(mistake.fault());
    };
  }

  private static Fault mistake(String cell) {
    return switch (Cite.parse(cell, HERE)) {
      case Citation citation -> throw new AssertionError("`" + cell + "` was read as " + citation);
      case Cite.Mistake mistake -> mistake.fault();
    };
  }

  private static String places(String cell) {
    return citation(cell).places().toString();
  }

  @Test
  void everyFormExpands() {
    assertEquals("[42]", places("42"));
    assertEquals("[96.1]", places("96.1"));
    assertEquals("[68, 69]", places("68-69"));
    assertEquals("[17.1, 17.2]", places("17.1 17.2"));
    assertEquals("[11, 13]", places("13 11"));
    assertEquals("[82.1, 82.2, 82.3]", places("82.1-3"));
    assertEquals("[1.2, 1.3, 1.4]", places("1.2-1.4"));
    assertEquals("[63, 65.1, 66.1]", places(" 63  65.1\t66.1 "));
    assertEquals(10, citation("183-192").places().size());
    assertEquals(10_000, citation("1-10000").places().size());
    assertEquals(1, citation("1 ".repeat(500)).places().size());
  }

  @Test
  void formsOfOneMeaningHaveEqualPlaces() {
    assertEquals(citation("82.1-3").places(), citation("82.3 82.1 82.2").places());
    assertEquals(citation("68-70").places(), citation("68 69-70 69").places());
  }

  @Test
  void printsAsACellIsWritten() {
    for (String cell : List.of("42", "68-69", "96.1", "82.1-3", "63 65.1 66.1-2 70-71")) {
      assertEquals(cell, citation(cell).toString());
    }
  }

  @Test
  void aBadCellIsAFaultThatNamesThePart() {
    Map<String, String> said =
        Map.ofEntries(
            Map.entry("", "is empty"),
            Map.entry(" \t", "is empty"),
            Map.entry("12 x", "`x`, which is no place"),
            Map.entry("0", "`0`, which is no place"),
            Map.entry("4.0", "`4.0`, which is no place"),
            Map.entry("11, 13", "`11,`, which is no place"),
            Map.entry("68\u201369", "which is no place"),
            Map.entry("1.2-3.4", "`1.2-3.4`, which is no place"),
            Map.entry("-3", "`-3`, which is no place"),
            Map.entry("99999999999999999999", "which is no place"),
            Map.entry("9-3", "`9-3`, which runs backwards"),
            Map.entry("9.3-1", "`9.3-1`, which runs backwards"),
            Map.entry("1-10001", "more than 10000 places"),
            Map.entry("1 ".repeat(600), "is longer than 1000 characters"));
    said.forEach(
        (cell, part) -> {
          Fault fault = mistake(cell);
          assertEquals("PRB-N104", fault.code());
          assertEquals(HERE, fault.where());
          assertTrue(fault.sentence().contains(part), fault.sentence());
        });
  }

  @Test
  void aCitationBeyondTheTextDangles() {
    NoticeText notice = NoticeText.of("wool.txt", "Wool\n\nYarn. Felt.\n-\nSilk");
    List<Unit> units = Units.split(notice, Reading.LINES);
    for (String good : List.of("1", "1-5", "3.1 3.2", "3.1-2", "4-5")) {
      assertEquals(List.of(), citation(good).dangling(notice, units, HERE));
    }
    for (String bad : List.of("2", "6", "1-6", "3.3", "3.1-3", "2.1")) {
      List<Fault> faults = citation("1 " + bad).dangling(notice, units, HERE);
      assertEquals(1, faults.size(), bad);
      assertEquals("PRB-N105", faults.getFirst().code());
      assertTrue(faults.getFirst().sentence().contains("`" + bad + "`"), faults.toString());
    }
    Fault third = citation("3.3").dangling(notice, units, HERE).getFirst();
    assertTrue(third.fix().startsWith("Line 3 holds 2 sentences"), third.toString());
  }

  @Test
  void aUnitIsTracedByNumberOrByLine() {
    List<Unit> units = Units.split(NoticeText.of("n", "Wool. Yarn.\nFelt\nSilk"), Reading.LINES);
    List<Traced> traced = Traced.of(units, Map.of("B", citation("1.2 2"), "A", citation("1.2")));
    assertEquals(
        List.of(List.of(), List.of("A", "B"), List.of("B"), List.of()),
        traced.stream().map(Traced::by).toList());
    assertEquals(List.of(false, true, true, false), traced.stream().map(Traced::complete).toList());
    assertTrue(citation("1.2").touches(units.get(1)));
    assertFalse(citation("1.2").touches(units.get(0)));
    assertTrue(citation("1-2").touches(units.get(2)));
    assertFalse(citation("1 3").touches(units.get(2)));
    assertFalse(citation("2.2-3").touches(units.get(2)));
  }

  @Test
  void aWrappedSentenceIsTracedWhenTogetherAllItsLinesAre() {
    Unit wrapped = new Unit(4, 2, 9, 6, 20, "Wool comes from sheep.");
    Map<String, Citation> two = Map.of("A", citation("3-4"), "B", citation("6"));
    assertEquals(
        new Traced(wrapped, List.of("A", "B"), false), Traced.of(List.of(wrapped), two).getFirst());
    Map<String, Citation> all = Map.of("A", citation("3-5"), "B", citation("6"));
    assertEquals(
        new Traced(wrapped, List.of("A", "B"), true), Traced.of(List.of(wrapped), all).getFirst());
    Map<String, Citation> named = Map.of("A", citation("4.2"));
    assertEquals(
        new Traced(wrapped, List.of("A"), true), Traced.of(List.of(wrapped), named).getFirst());
  }

  @Test
  void thePacksCellsSayHowTheNoticeIsRead() {
    assertEquals(Reading.SENTENCES, Reading.of(List.of(citation("1"), citation("2-3"))));
    assertEquals(Reading.LINES, Reading.of(List.of(citation("1"), citation("2 3.1"))));
  }
}
