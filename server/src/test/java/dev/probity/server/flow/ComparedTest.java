// SPDX-License-Identifier: Apache-2.0
package dev.probity.server.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.probity.notice.pack.PackReader;
import dev.probity.notice.pack.PackSource;
import dev.probity.notice.scenario.Wanted;
import dev.probity.notice.vocabulary.LexiconReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** Answers beside what a flow wants, at their edges. */
class ComparedTest {
  private static final Path ROOT = Path.of(System.getProperty("probity.root", ".."));
  private final Compared compared = new Compared(example());

  /** A door that is missing, or shut for another reason, has refused nothing. */
  @ParameterizedTest
  @CsvSource({"400, W003", "401, W001", "403, W002", "404, W008", "422, W004", "503, W012"})
  void whatIsNoRefusalFailsAFlowThatWantsOne(int status, String code) {
    String problem = "{\"type\": \"urn:probity:problem:PRB-" + code + "\"}";
    assertEquals(
        List.of("the door answered " + status + " PRB-" + code),
        compared.done(wanted(false), answer(status, problem)));
  }

  @Test
  void whatWasDoneIsNoRefusal() {
    assertEquals(
        List.of("it was done, which was not expected"),
        compared.done(wanted(false), answer(200, "{}")));
  }

  @Test
  void aRefusalMustHaveItsReason() {
    String problem =
        "{\"type\": \"urn:probity:problem:PRB-" + "W030\", \"because\": [\"EXA-017\"]}";
    assertEquals(List.of(), compared.done(wanted(false, "EXA-017"), answer(403, problem)));
    assertEquals(
        List.of("expected EXA-018 in `because`, got [EXA-017]"),
        compared.done(wanted(false, "EXA-018"), answer(403, problem)));
    assertEquals(
        List.of("it was refused because of EXA-017, which was not expected"),
        compared.done(wanted(true), answer(403, problem)));
  }

  @Test
  void aTextCountsInAnyLanguageOfThePack() {
    String swedish =
        "{\"says\": \"När du återkallar upphör nyheterna; dina beställningar och hörapparater"
            + " påverkas inte.\"}";
    Wanted wanted =
        new Wanted(
            true,
            List.of(),
            Optional.empty(),
            List.of("withdraw-consequences"),
            List.of(),
            List.of());
    assertEquals(List.of(), compared.done(wanted, answer(200, swedish)));
    assertFalse(compared.done(wanted, answer(200, "{\"says\": \"Bye.\"}")).isEmpty());
  }

  @Test
  void wordsOfAPageAreReadAsPeopleReadThem() {
    assertEquals(
        " Who's there? < & ", Pages.words("<p class=\"x\">Who&#39;s\n there? &lt; &amp;</p>"));
  }

  private static Wanted wanted(boolean done, String... because) {
    return new Wanted(done, List.of(because), Optional.empty(), List.of(), List.of(), List.of());
  }

  private static Doors.Answer answer(int status, String text) {
    return new Doors.Answer(
        status,
        text.getBytes(StandardCharsets.UTF_8),
        text,
        JsonMapper.shared().readTree(text),
        false,
        "");
  }

  private static PackSource example() {
    return switch (PackReader.read(ROOT.resolve("packs/example"), LexiconReader.shipped())) {
      case PackReader.Outcome.Read read -> read.source();
      case PackReader.Outcome.Faulty faulty -> throw new AssertionError(faulty.faults());
    };
  }
}
