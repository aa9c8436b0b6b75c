// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.prove;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.probity.kernel.clause.Clause;
import dev.probity.kernel.clause.Condition;
import dev.probity.kernel.clause.ConsentLevel;
import dev.probity.kernel.clause.Match;
import dev.probity.kernel.clause.Pack;
import dev.probity.kernel.clause.Terms;
import dev.probity.kernel.clause.Tie;
import dev.probity.kernel.decide.Reference;
import dev.probity.kernel.fault.Fault;
import dev.probity.kernel.fault.Where;
import dev.probity.kernel.term.DataClass;
import dev.probity.kernel.term.Dimension;
import dev.probity.notice.TinyPack;
import dev.probity.notice.pack.Assertion;
import dev.probity.notice.pack.AssertionReader;
import dev.probity.notice.pack.PackReader;
import dev.probity.notice.pack.PackSource;
import dev.probity.notice.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ProverTest {
  private static final Assertion NO_PHI_TO_ADVERTISERS =
      new Assertion(
          "",
          true,
          new Match(
              Map.of(
                  Dimension.ACTION, Terms.of("disclose", "sell"),
                  Dimension.RECIPIENT, Terms.of("advertiser")),
              DataClass.PHI),
          List.of(),
          List.of(
              new Condition.Consent(
                  Condition.Consent.ANY, ConsentLevel.AUTHORISATION, Set.of(Tie.PURPOSE), false)),
          "",
          List.of(),
          Where.file("test"));

  @Test
  void aGuardedPackIsProvedInUnderASecond() {
    Pack pack = LargePack.of(600, 1).pack("1");
    long best = Long.MAX_VALUE;
    for (int i = 0; i < 6; i++) {
      long start = System.nanoTime();
      assertInstanceOf(
          Conclusion.Proved.class, Prover.of(pack).prove(NO_PHI_TO_ADVERTISERS), "it is guarded");
      best = Math.min(best, System.nanoTime() - start);
    }
    assertTrue(best < 1_000_000_000L, best / 1_000_000 + " ms");
  }

  @Test
  void aPlantedPermitOrALostGuardIsFound() {
    for (int seed = 0; seed < 12; seed++) {
      LargePack guarded = LargePack.of(120, seed);
      assertInstanceOf(
          Conclusion.Proved.class, Prover.of(guarded.pack("1")).prove(NO_PHI_TO_ADVERTISERS));
      Match planted =
          new Match(
              Map.of(
                  Dimension.ACTION, Terms.of("disclose"),
                  Dimension.DATA, Terms.of("health.mental"),
                  Dimension.RECIPIENT, Terms.of("advertiser")),
              null);
      Clause bad = new Clause.Permit("bad", "bad", planted, List.of(), List.of());
      refuted(guarded.without(LargePack.GUARD).with(bad).pack("1"), seed);
    }
  }

  private static void refuted(Pack pack, long seed) {
    Conclusion conclusion = Prover.of(pack).prove(NO_PHI_TO_ADVERTISERS);
    Conclusion.Refuted refuted =
        assertInstanceOf(Conclusion.Refuted.class, conclusion, "seed " + seed);
    assertEquals(refuted.decision(), Reference.of(pack).decide(refuted.witness()));
    assertTrue(refuted.decision().permits());
  }

  @Test
  void withoutTheGuardTheOnlyWayRoundIsFound() {
    PackSource source =
        TinyPack.with(
            """
            clauses:
              T-1: {lines: "1", says: a, proof: kernel, permit: collect, data: health}
              T-2: {lines: "2", says: b, proof: kernel, permit: disclose, data: health.mental, when: [{consent: letter, level: authorisation}]}
              T-3: {lines: "3", says: c, proof: kernel, permit: disclose, data: health.mental, to: third-party, for: research, when: [{evidence: legal.demand}, {age: {of: subject, at-least: 18}}]}
            assertions:
              guarded: {never: disclose, data: health, unless: [{consent: letter, level: authorisation}], says: Only with an authorisation.}
            """,
            "[]");
    Assertion standing = AssertionReader.of(source).getFirst();
    assertEquals("guarded", standing.id());
    Conclusion.Refuted refuted =
        assertInstanceOf(Conclusion.Refuted.class, Prover.of(source).prove(standing));
    assertEquals(List.of("T-3"), refuted.decision().because());
    assertEquals(1, refuted.witness().facts().evidence().size());
    assertTrue(refuted.witness().facts().consents().isEmpty());
  }

  @Test
  void idleClausesAreNamed() {
    PackSource source =
        TinyPack.with(
            """
            clauses:
              T-1: {lines: "1", says: a, proof: kernel, permit: collect, data: contact.email}
              T-2: {lines: "2", says: b, proof: kernel, permit: use, data: health}
              T-3: {lines: "3", says: c, proof: kernel, forbid: use, data: contact.email, for: marketing, absolute: true}
              T-4: {lines: "4", says: d, proof: kernel, permit: use, data: contact.email, for: marketing}
              T-5: {lines: "5", says: e, proof: kernel, permit: use, data: contact.email, when: [{age: {of: subject, below: 13}}, {age: {of: subject, at-least: 18}}]}
            points:
              door: {keeps: T-1, fields: {contact.email: required}, when: [{age: {of: subject, below: 0}}]}
            """,
            "[]");
    List<String> found =
        Prover.findings(source).stream().map(f -> f.kind() + " " + f.id()).toList();
    assertEquals(
        List.of(
            "SHADOWED T-2",
            "SHADOWED T-4",
            "NEVER_MET T-5",
            "NEVER_MET T-1#point:door",
            "CLOSED_POINT door"),
        found);
  }

  @Test
  void unknownWordsAreFaults() {
    PackSource source = TinyPack.with("[]");
    List<Fault> faults = new ArrayList<>();
    var node = YamlReader.read("a.yaml", "{never: disclose, data: contact.emial, too: me}", faults);
    new AssertionReader(source.words(faults)).read("", node.orElseThrow());
    assertEquals(
        List.of("PRB-N013", "PRB-N010"), faults.stream().map(Fault::code).toList(), "" + faults);
    PackReader.Outcome read =
        TinyPack.read(
            "assertions: {a: {data: contact.email}, b: {never: use, always: use}, c: {never: use,"
                + " keeps: T-9}}",
            "[]");
    assertEquals(
        List.of("PRB-N011", "PRB-N016", "PRB-N021"),
        assertInstanceOf(PackReader.Outcome.Faulty.class, read).faults().stream()
            .map(Fault::code)
            .toList());
  }
}
