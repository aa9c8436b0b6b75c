// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnswersTest {
  private static final String SEEN =
      "{given: {relation: fitter-of, region: SE}, ask: {disclose: device.fault.code, to:"
          + " audiologist, for: device-support}}";

  @Test
  void aDecisionForProgramsHasItsKeysInOrder() {
    Run run = Run.asking(SEEN, "decide", "example", "-", "--json");

    assertEquals(Exit.FINE, run.code());
    assertTrue(
        run.out()
            .matches(
                "\\{\"effect\":\"PERMIT\",\"because\":\\[\"EXA-020\"\\],\"almost\":\\[\\],"
                    + "\"acts\":\\[\"record\"\\],\"remedies\":\\[\\],"
                    + "\"elements\":\\{\"device.fault.code\":\"PERMIT\"\\},"
                    + "\"pack\":\"example@2026-03-01#[0-9a-f]+\"\\}\\R"),
        run.out());
  }

  @Test
  void aDecisionThatDeniesIsAnAnswer() {
    Run run = Run.asking(SEEN.replace("relation: fitter-of, ", ""), "decide", "example", "-");

    assertEquals(Exit.FINE, run.code());
    assertTrue(run.out().contains("DENY"), run.out());
    assertTrue(run.out().contains("EXA-020"), run.out());
    assertTrue(run.out().contains("notice 25.1"), run.out());
  }

  @Test
  void anEventSaysWhatIsDueInThreeLayers() {
    Run run = Run.asking("{ask: {event: breach}}", "decide", "example", "-", "--json");

    assertTrue(
        run.out()
            .contains("\"EXA-040\":{\"notice\":\"P3D\",\"operator\":\"P2D\",\"law\":\"PT72H\"}"),
        run.out());
  }

  @Test
  void severalMistakesInAQuestionAreToldAtOnce() {
    Run run =
        Run.asking(
            "{given: {relation: fiter-of}, ask: {disclose: device.fault.cod, to: audiologist, why:"
                + " fun}}",
            "decide",
            "example",
            "-");

    assertEquals(Exit.WRONG_USE, run.code());
    assertEquals("", run.out());
    assertEquals(
        3, run.err().lines().filter(l -> l.startsWith("standard input:1:")).count(), run.err());
  }

  @Test
  void whatIsNoQuestionIsRefused(@TempDir Path folder) throws IOException {
    Path latin = Files.write(folder.resolve("q.json"), "{å}".getBytes(StandardCharsets.ISO_8859_1));
    Path large = Files.write(folder.resolve("l.json"), new byte[1_000_001]);

    assertTrue(Run.of("decide", "example", "none.json").err().contains("PRB-A002"));
    assertTrue(Run.of("decide", "example", folder.toString()).err().contains("PRB-A003"));
    assertTrue(Run.of("decide", "example", latin.toString()).err().contains("PRB-A005"));
    assertTrue(Run.of("decide", "example", large.toString()).err().contains("PRB-A004"));
    assertEquals(Exit.WRONG_USE, Run.asking("{\"ask\": ", "decide", "example", "-").code());
  }

  @Test
  void aViewKeepsValuesAsTheyCameAndNamesWhatWithholdsTheOthers() {
    Run run =
        Run.asking(
            "{\"device.serial\": \"KV-1\", \"health.therapy.usage-hours\": 7.50, \"contact.email\":"
                + " \"somebody@example.test\"}",
            "view",
            "example",
            "-",
            "--to",
            "audiologist",
            "--for",
            "fitting",
            "--fact",
            "relation=fitter-of",
            "--fact",
            "region=SE",
            "--json");

    assertEquals(Exit.FINE, run.code());
    assertTrue(
        run.out()
            .startsWith(
                "{\"fields\":{\"device.serial\":\"KV-1\",\"health.therapy.usage-hours\":7.50},"),
        run.out());
    assertTrue(run.out().contains("\"withheld\":{\"contact.email\":[\"EXA-020\"]}"), run.out());
    assertFalse(run.out().contains("somebody"), run.out());
  }

  @Test
  void aFieldThatIsNoElementAndAFactWithoutValueAreRefused() {
    Run run = Run.asking("{\"shoe-size\": 42}", "view", "example", "-", "--fact", "region");

    assertEquals(Exit.WRONG_USE, run.code());
    assertTrue(run.err().contains("`shoe-size` is not a known data"), run.err());
    assertTrue(run.err().contains("the fact `region` has no value"), run.err());
    assertTrue(Run.asking("{}", "view", "example", "-").err().contains("PRB-A011"));
  }

  @Test
  void explainShowsWhereAClauseStands() {
    Run run = Run.of("explain", "example", "EXA-020");

    assertEquals(Exit.FINE, run.code());
    assertTrue(run.out().contains("clauses.yaml:"), run.out());
    assertTrue(run.out().contains("notice 25.1"), run.out());
    assertTrue(run.out().contains("audiologist.yaml:"), run.out());
  }
}
