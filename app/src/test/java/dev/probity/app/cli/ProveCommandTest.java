// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.probity.app.print.Json;
import dev.probity.kernel.decide.Effect;
import dev.probity.kernel.fault.Fault;
import dev.probity.notice.pack.AssertionReader;
import dev.probity.notice.pack.PackReader;
import dev.probity.notice.pack.PackSource;
import dev.probity.notice.prove.Conclusion;
import dev.probity.notice.prove.Prover;
import dev.probity.notice.scenario.Ask;
import dev.probity.notice.scenario.AskReader;
import dev.probity.notice.scenario.QuestionFile;
import dev.probity.notice.vocabulary.Lexicon;
import dev.probity.notice.vocabulary.LexiconReader;
import dev.probity.notice.yaml.YamlReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProveCommandTest {
  private static final String GUARDED =
      "{never: disclose, class: PHI, to: advertiser, says: Only authorised., unless: [{consent:"
          + " purpose, level: authorisation, covers: [purpose]}%s]}";
  private static final String HIPAA = ", {evidence: [basis.hipaa]}";

  @TempDir Path folder;

  @Test
  void theTwoLinesOfARefutationAreAQuestionThatDecideAnswersTheSameWay() {
    Run run = Run.asking("{never: disclose, class: PHI}", "prove", "ombre", "-");

    assertEquals(Exit.FINDINGS, run.code(), run.out() + run.err());
    List<String> lines = run.out().lines().toList();
    Run decided = Run.asking(lines.get(1) + "\n" + lines.get(2), "decide", "ombre", "-");
    assertEquals(Exit.FINE, decided.code(), decided.err());
    assertTrue(decided.out().startsWith("  PERMIT"), decided.out());
    assertTrue(run.out().contains(decided.out()), run.out() + decided.out());
  }

  /** Everything an assertion can say, of every pack: what refutes it is read back as it was. */
  @Test
  void whateverRefutesAnAssertionOfARealPackIsAQuestionFile() throws Exception {
    Lexicon lexicon = LexiconReader.shipped();
    Set<Effect> seen = EnumSet.noneOf(Effect.class);
    try (Stream<Path> packs = Files.list(Run.HOME.resolve("packs"))) {
      for (Path pack : packs.filter(p -> Files.exists(p.resolve("pack.yaml"))).sorted().toList()) {
        PackReader.Outcome read = PackReader.read(pack, lexicon);
        refute(assertInstanceOf(PackReader.Outcome.Read.class, read).source(), seen);
      }
    }
    assertEquals(EnumSet.allOf(Effect.class), seen);
  }

  private static void refute(PackSource source, Set<Effect> seen) {
    Prover prover = Prover.of(source);
    List<String> actions = List.of("collect", "use", "disclose", "sell", "transfer", "retain");
    int next = source.header().id().length();
    for (String rest :
        List.of(
            "never: %s",
            "always: %s",
            "always: %s, data: health, unless: [{region: {of: subject, in: [US-CA, EEA]}}]",
            "always: %s, data: health.hearing, when: [{role: processor}]",
            "always: %s, when: [{consent: purpose}, {age: {of: subject, at-least: 13}}]",
            "never: %s, unless: [{consent: purpose}, {role: controller}]",
            "never: %s, when: [{evidence: legal.demand, covers: [recipient]}]",
            "always: %s, when: [{consent: purpose, covers: [mode]}, {notice: presented}]")) {
      String action = actions.get(next++ % actions.size());
      refute(source, prover, "{" + rest.formatted(action) + "}", seen);
    }
  }

  private static void refute(PackSource source, Prover prover, String text, Set<Effect> seen) {
    List<Fault> faults = new ArrayList<>();
    var assertion =
        YamlReader.read("a", text, faults)
            .flatMap(n -> new AssertionReader(source.words(faults)).read("", n));
    assertEquals(List.of(), faults, text);
    if (!(prover.prove(assertion.orElseThrow()) instanceof Conclusion.Refuted refuted)) return;
    String file = Json.text(QuestionFile.tree(refuted.witness()));
    var ask =
        YamlReader.read("q", file, faults)
            .flatMap(n -> new AskReader(source.words(faults), Instant.EPOCH).file(n));
    assertEquals(List.of(), faults, file);
    var asked = assertInstanceOf(Ask.Decide.class, ask.orElseThrow());
    assertEquals(refuted.witness(), asked.question(), file);
    assertEquals(refuted.decision(), new Answers(source).decide(asked), file);
    seen.add(refuted.decision().effect());
  }

  @Test
  void aProofSaysSoAndExitsZero() {
    Run run = Run.asking(GUARDED.formatted(HIPAA), "prove", "ombre", "-");

    assertEquals(Exit.FINE, run.code(), run.out() + run.err());
    assertTrue(run.out().startsWith("proved   Only authorised."), run.out());
    assertFalse(run.out().contains("\u001B"), run.out());
    Run coloured = Run.coloured("prove", "ombre", file("a.yaml", GUARDED.formatted(HIPAA)));
    assertTrue(coloured.out().startsWith("\u001B["), coloured.out());
  }

  @Test
  void withoutAnAssertionThePackIsSearchedForWhatHasNoEffect() throws Exception {
    Path pack = Files.createDirectory(folder.resolve("tiny"));
    Files.writeString(
        pack.resolve("pack.yaml"),
        """
        pack: {id: tiny, version: "1", in-force: 2024-01-01, controller: Tiny Inc.}
        clauses:
          T-1: {lines: "1", says: a, proof: kernel, permit: collect, data: contact.email}
          T-2: {lines: "2", says: b, proof: kernel, forbid: use, data: contact.email, absolute: true}
          T-3: {lines: "3", says: c, proof: kernel, permit: use, data: contact.email, for: account}
        assertions:
          kept: {never: use, data: contact.email, keeps: T-2, says: The address is not used.}
          lost: {never: collect, data: contact.email}
        """);
    Run run = Run.of("prove", pack.toString());

    assertEquals(Exit.FINDINGS, run.code(), run.out() + run.err());
    assertTrue(run.out().contains("proved   kept: The address is not used."), run.out());
    assertTrue(run.out().contains("refuted  lost"), run.out());
    assertTrue(run.out().contains("shadowed  T-3"), run.out());
    Run programs = Run.of("prove", pack.toString(), "--json");
    assertTrue(programs.out().contains("\"assertion\":\"kept\",\"says\""), programs.out());
    assertTrue(
        programs.out().contains("\"idle\":[{\"kind\":\"shadowed\",\"id\":\"T-3\""), programs.out());
  }

  @Test
  void whatCannotBeReadIsAFaultEach() {
    refused("{never: disclose, to: advertisor}", "PRB-N013", "did you mean `advertiser`?");
    refused("{never: disclose, too: advertiser}", "PRB-N010", "did you mean `to`?");
    refused("{data: health}", "PRB-N011", "`never` or `always`");
    refused("{never: use, always: use}", "PRB-N016", "not both");
    refused("{never: use, when: [{channel: secure}]}", "PRB-N029", "channel");
    refused("{never: [use", "PRB-N002", "YAML");
    refused("", "PRB-N002", "empty");
    refused("- never: use", "PRB-N012", "map of fields");
    Run missing = Run.of("prove", "example", folder.resolve("none.yaml").toString());
    assertEquals(Exit.WRONG_USE, missing.code());
    assertTrue(missing.err().contains("PRB-A002"), missing.err());
  }

  private static void refused(String text, String code, String says) {
    Run run = Run.asking(text, "prove", "example", "-");
    assertEquals(Exit.WRONG_USE, run.code(), run.out());
    assertEquals("", run.out());
    assertTrue(run.err().contains(code) && run.err().contains(says), run.err());
    assertEquals(1, run.err().lines().filter(l -> l.contains("PRB-")).count(), run.err());
  }

  @Test
  void aPackThatDoesNotLoadIsNotProved() throws Exception {
    Path pack = Files.createDirectory(folder.resolve("broken"));
    Files.writeString(pack.resolve("pack.yaml"), "pack: {id: broken\n");
    Run run = Run.of("prove", pack.toString());
    assertEquals(Exit.WRONG_USE, run.code(), run.out());
    assertTrue(run.err().contains("PRB-N002"), run.err());
  }

  private String file(String name, String text) {
    try {
      return Files.writeString(folder.resolve(name), text).toString();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
