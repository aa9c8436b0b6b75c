// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the command line understands, and what it says when it does not. */
class WordsTest {
  private static final List<String> COMMANDS =
      List.of(
          "demo",
          "cover",
          "mutate",
          "lint",
          "check",
          "compare",
          "decide",
          "view",
          "explain",
          "scenarios",
          "terms",
          "schema",
          "trace",
          "receipt",
          "ledger",
          "import",
          "prove",
          "diff",
          "due",
          "bench",
          "test",
          "version",
          "help");

  @Test
  void everyCommandHasHelpWithAWorkedExample() {
    assertAll(
        COMMANDS.stream()
            .<org.junit.jupiter.api.function.Executable>map(
                command ->
                    () -> {
                      Run run = Run.of(command, "--help");
                      assertEquals(Exit.FINE, run.code());
                      assertTrue(run.out().contains("Example:"), command);
                      assertTrue(run.out().contains("./probity " + command), command);
                      assertEquals(run.out(), Run.of("help", command).out());
                    }));
  }

  @Test
  void nothingSaidShowsAllCommands() {
    Run run = Run.of();

    assertEquals(Exit.FINE, run.code());
    assertTrue(COMMANDS.stream().allMatch(run.out()::contains));
    assertFalse(run.out().contains("training"));
  }

  @Test
  void aMistypedWordGetsTheNearest() {
    assertRefused(
        Run.of("covr"), "PRB-A001", "there is no command `covr`", "did you mean `cover`?");
    assertRefused(
        Run.of("help", "trase"),
        "PRB-A001",
        "there is no command `trase`",
        "did you mean `trace`?");
    assertRefused(
        Run.of("cover", "example", "--jsn"),
        "PRB-A001",
        "there is no option `--jsn`",
        "did you mean `--json`?");
    assertRefused(
        Run.of("explain", "example", "EXA-02O"),
        "PRB-A012",
        "no clause `EXA-02O`",
        "did you mean `EXA-020`?");
  }

  @Test
  void missingAndSuperfluousWordsAreNamed() {
    assertRefused(Run.of("cover"), "PRB-A001", "needs PACK", "--help");
    assertRefused(Run.of("decide", "example"), "PRB-A001", "needs QUESTION", "--help");
    assertRefused(Run.of("version", "now"), "PRB-A001", "one word too many: `now`", "--help");
    assertRefused(Run.of("cover", "example", "--lang", "tlh"), "PRB-A001", "--lang", "--help");
  }

  private static void assertRefused(Run run, String code, String sentence, String fix) {
    assertEquals(Exit.WRONG_USE, run.code());
    assertEquals("", run.out());
    assertTrue(run.err().contains("  " + code + "  "), run.err());
    assertTrue(run.err().contains(sentence), run.err());
    assertTrue(run.err().contains(fix), run.err());
    assertFalse(run.err().contains("Exception"), run.err());
  }

  @Test
  void coloursComeOnlyWhereTheyAreAsked() {
    assertTrue(Run.coloured("cover", "example").out().contains("\u001B["));
    Stream.of("cover", "lint", "explain")
        .forEach(
            command ->
                assertFalse(Run.of(command, "example", "EXA-020").out().contains("\u001B[")));
  }

  @Test
  void termsAreFoundByKeyAndByLabel() {
    assertTrue(Run.of("terms", "audiogram").out().contains("health.hearing.audiogram"));
    assertTrue(Run.of("terms", "postnummer").out().contains("contact.address.postcode"));
    assertEquals(Exit.FINDINGS, Run.of("terms", "zeppelin").code());
  }
}
