// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class CompareCommandTest {
  private static final String READING =
      "{name: A reading, ask: {collect: health.vital.blood-pressure, from: app}}";

  private static final int USUAL = 100;

  @Test
  void withNothingSaidAllPacksStandSideBySide() {
    Run run = Run.of("compare");

    assertEquals(Exit.FINE, run.code(), run.err());
    String head = run.out().lines().findFirst().orElse("");
    assertTrue(head.matches(" +inogen +ombre +omron +imetrix +innomax"), head);
    assertTrue(run.out().lines().allMatch(l -> l.length() <= USUAL), run.out());
    assertTrue(run.out().contains("no clause speaks: the notice is silent"), run.out());
  }

  @Test
  void whereColumnsDoNotFitEachQuestionIsABlock() {
    String[] seven = {
      "compare", "inogen", "ombre", "omron", "imetrix", "innomax", "example", "statutes/gdpr"
    };
    String[] asked = java.util.Arrays.copyOf(seven, seven.length + 2);
    asked[seven.length] = "--ask";
    asked[seven.length + 1] = "-";
    Run run = Run.asking(READING, asked);

    assertTrue(run.out().startsWith("A reading\n"), run.out());
    assertTrue(run.out().contains("\n  omron    OUT_OF_SCOPE  OMR-010b\n"), run.out());
    assertTrue(run.out().contains("\n  inogen   NOT_COVERED   no clause speaks\n"), run.out());
  }

  @Test
  void inFullEachAnswerSaysItsClauses() {
    Run run = Run.asking(READING, "compare", "omron", "imetrix", "--ask", "-", "--full");

    assertTrue(run.out().contains("OMR-010b  notice 12-13"), run.out());
    assertTrue(run.out().contains("IMX-018  notice 8"), run.out());
  }

  @Test
  void programsGetEachAnswerWithItsClauses() {
    Run run = Run.asking(READING, "compare", "omron", "imetrix", "--ask", "-", "--json");

    String omron = "\"omron\":{\"effect\":\"OUT_OF_SCOPE\",\"because\":[\"OMR-010b\"]";
    assertTrue(run.out().startsWith("[{\"question\":\"A reading\",\"answers\":{" + omron));
  }

  @Test
  void aFileThatNamesNoPackIsPutToAllOfThem() {
    Run run = Run.asking("[" + READING + "]", "compare", "--ask", "-", "--json");

    for (String pack : new String[] {"inogen", "ombre", "omron", "imetrix", "innomax"})
      assertTrue(run.out().contains("\"" + pack + "\":{\"effect\""), pack);
  }

  @Test
  void aWordOfOnePackIsKnownToAllAndOneOfNoneNamesThem() {
    String question = "{name: x, ask: {disclose: contact.emial, to: crazy-egg}}";
    Run run = Run.asking(question, "compare", "omron", "imetrix", "--ask", "-");

    assertEquals(Exit.WRONG_USE, run.code());
    assertTrue(run.err().contains("`contact.emial` is not a known data of omron, imetrix"));
    assertTrue(run.err().contains("did you mean `contact.email`?"), run.err());
    assertEquals(1, run.err().lines().filter(l -> l.contains("PRB-")).count(), run.err());
  }

  @Test
  void whatOnePackIsAskedInIsBlamedOnItAlone() {
    String question =
        "{name: x, ask: {use: contact.email}, put: {omron: {ask: {for: marketting}}}}";
    Run run = Run.asking(question, "compare", "omron", "imetrix", "--ask", "-");

    assertTrue(run.err().contains("`marketting` is not a known purpose of omron\n"), run.err());
  }

  @Test
  void onlyDecisionsCanBeCompared() {
    Run run = Run.asking("{name: x, ask: {event: breach}}", "compare", "omron", "--ask", "-");

    assertEquals(Exit.WRONG_USE, run.code());
    assertTrue(run.err().contains("PRB-N028"), run.err());
  }
}
