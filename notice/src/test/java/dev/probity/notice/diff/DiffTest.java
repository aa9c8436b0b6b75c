// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.probity.kernel.clause.Clause;
import dev.probity.kernel.clause.Match;
import dev.probity.kernel.clause.Pack;
import dev.probity.kernel.clause.Terms;
import dev.probity.kernel.decide.Effect;
import dev.probity.kernel.term.Dimension;
import dev.probity.notice.TinyPack;
import dev.probity.notice.pack.PackFiles;
import dev.probity.notice.pack.PackReader;
import dev.probity.notice.pack.PackSource;
import dev.probity.notice.prove.LargePack;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class DiffTest {
  private static final String OLD =
      """
      pack: {id: tiny, version: "1", in-force: 2024-01-01, controller: Tiny Inc.}
      consents: {letter: {level: opt-in, asks: {en: May we write?}}}
      clauses:
        T-1: {lines: "1", says: The address is taken., proof: kernel, permit: collect, data: contact.email}
        T-2: {lines: "2", says: It serves the letter., proof: kernel, permit: use, data: contact.email, for: marketing, when: [{consent: letter}]}
        T-3: {lines: "3", says: It is never sold., proof: kernel, forbid: sell, data: contact.email, absolute: true}
        T-4: {lines: "4", says: It is kept from others., proof: kernel, forbid: disclose, data: contact.email, absolute: true}
        T-5: {lines: "5", says: Carriers get it., proof: kernel, permit: disclose, data: contact.email, to: service-provider}
      """;

  private static PackSource read(String text) {
    PackReader.Outcome read =
        PackReader.read(new PackFiles("tiny", Map.of("pack.yaml", text)), TinyPack.LEXICON);
    return assertInstanceOf(PackReader.Outcome.Read.class, read, read.toString()).source();
  }

  private static Diff diff(String before, String after) {
    return assertInstanceOf(Diff.Outcome.Compared.class, Diff.of(read(before), read(after))).diff();
  }

  @Test
  void otherWordsAreNoChange() {
    Diff diff =
        diff(
            OLD,
            OLD.replace("It is never sold.", "Nobody can buy it.")
                .replace(
                    "version: \"1\", in-force: 2024-01-01",
                    "version: \"2\", in-force: 2025-01-01"));
    assertEquals(List.of(), diff.changes());
    assertEquals(List.of(), diff.entries());
    assertFalse(diff.material());
  }

  @Test
  void aGuardThatGoesIsOneMaterialChange() {
    Diff diff = diff(OLD, OLD.replaceAll("(?m)^  T-4:.*\\n", ""));
    Change opened = diff.changes().getFirst();
    assertEquals(Effect.DENY, opened.from());
    assertEquals(Effect.PERMIT, opened.to());
    assertEquals(List.of("T-4"), opened.citedBefore());
    assertTrue(opened.material());
    assertEquals(Terms.of("contact.email"), opened.region().terms().get(Dimension.DATA));
    assertEquals(List.of("contact.email"), diff.tell());
    assertEquals(List.of("T-4"), diff.entries());
  }

  @Test
  void aWeakerConsentIsMaterialAndAStricterOneIsNot() {
    String weaker = OLD.replace("level: opt-in", "level: implied");
    Diff loosened = diff(OLD, weaker);
    assertTrue(loosened.material());
    assertEquals(List.of("letter"), loosened.askAgain());
    assertEquals(List.of("consent:letter"), loosened.settings());
    assertTrue(loosened.changes().stream().anyMatch(c -> c.to() == Effect.PERMIT));
    Diff tightened = diff(weaker, OLD);
    assertTrue(tightened.changes().stream().noneMatch(Change::material));
    assertTrue(Strictness.of(read(OLD), read(weaker)).atLeast());
    assertFalse(Strictness.of(read(weaker), read(OLD)).atLeast());
  }

  @Test
  void packsOfTwoControllersAreNoVersionsOfOneNotice() {
    PackSource other = read(OLD.replace("Tiny Inc.", "Other Inc."));
    Diff.Outcome.Refused refused =
        assertInstanceOf(Diff.Outcome.Refused.class, Diff.of(read(OLD), other));
    assertEquals("PRB-N030", refused.fault().code());
    assertTrue(Strictness.of(read(OLD), other).atLeast());
  }

  @Test
  void twoPacksOfSixHundredClausesTakeUnderTwoSeconds() {
    LargePack large = LargePack.of(600, 3);
    Match match =
        new Match(
            Map.of(
                Dimension.ACTION, Terms.of("disclose"),
                Dimension.DATA, Terms.of("contact.email"),
                Dimension.RECIPIENT, Terms.of("advertiser")),
            null);
    Clause permit = new Clause.Permit("new", "new", match, List.of(), List.of());
    Pack before = large.pack("1");
    Pack after = large.without(large.clauses().get(7).cite()).with(permit).pack("2");
    long best = Long.MAX_VALUE;
    for (int i = 0; i < 5; i++) {
      Duration start = processor();
      List<Change> changes = Diff.changes(before, after, List.of());
      best = Math.min(best, processor().minus(start).toMillis());
      assertTrue(changes.stream().anyMatch(c -> c.citedAfter().contains("new")), "" + changes);
    }
    assertTrue(best < 2_000, best + " ms");
  }

  /** Processor time, since beside busy neighbours the clock tells of them. */
  private static Duration processor() {
    return ProcessHandle.current().info().totalCpuDuration().orElseThrow();
  }
}
