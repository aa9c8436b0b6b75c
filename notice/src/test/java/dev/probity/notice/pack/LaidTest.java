// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.probity.kernel.decide.Reference;
import dev.probity.notice.TinyPack;
import dev.probity.notice.cover.Cover;
import dev.probity.notice.scenario.Verdict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A law laid over a pack reaches whom the pack names, asks for its own facts, and obliges. */
class LaidTest {
  private static final String PACK =
      """
      pack: {id: shop, version: "1", in-force: 2024-01-01, controller: Shop Inc.}
      recipients:
        friend: {under: partner}
      overlays:
        - {pack: law, when: [{region: {of: subject, in: [SE]}}]}
      clauses:
        S-1: {lines: "1", says: Friends get the address., proof: kernel, permit: [collect, disclose], data: contact.email}
        S-2: {lines: "2", says: A breach is written down., proof: server, duty: {on: breach, do: [record]}}
      """;
  private static final String LAW =
      """
      pack: {id: law, version: "1", in-force: 2020-01-01}
      choices:
        wish: {from: page, values: ["on", "off"], default: "off"}
      clauses:
        L-1: {lines: "1", says: Not to others against a wish., proof: kernel, forbid: disclose, to: third-party, when: [{choice: wish, is: "on"}]}
        L-2: {lines: "2", says: A breach is told., proof: server, duty: {on: breach, do: [{tell: authority}]}}
      parameters:
        law.wish: {keeps: L-1, right: opt-out, cite: s. 1, from: 2020-01-01, confidence: V}
        law.breach: {keeps: L-2, right: breach, cite: s. 2, from: 2020-01-01, confidence: H}
      """;
  private static final String SCENARIOS =
      """
      - {keeps: S-1, given: {region: SE}, ask: {disclose: contact.email, to: friend}, expect: PERMIT}
      - {keeps: S-1, given: {region: SE, choice: {wish: "on"}}, ask: {disclose: contact.email, to: friend}, expect: {DENY: ["law:L-1"]}}
      - {keeps: S-1, given: {region: US, choice: {wish: "on"}}, ask: {disclose: contact.email, to: friend}, expect: PERMIT}
      - {keeps: S-2, given: {region: SE}, ask: {event: breach}, expect: {because: [S-2, "law:L-2"], acts: [record, "tell:authority"]}}
      - {keeps: S-2, given: {region: US}, ask: {event: breach}, expect: {because: [S-2], acts: [record]}}
      """;

  private static PackSource shop() {
    Map<String, String> texts =
        Map.of("pack.yaml", PACK, "overlays/law/pack.yaml", LAW, "scenarios/all.yaml", SCENARIOS);
    return switch (PackReader.read(new PackFiles("shop", texts), TinyPack.LEXICON)) {
      case PackReader.Outcome.Read read -> read.source();
      case PackReader.Outcome.Faulty faulty -> throw new AssertionError(faulty.faults().toString());
    };
  }

  @Test
  void itNarrowsAndObligesWhereItApplies() {
    PackSource shop = shop();
    List<Verdict> verdicts = new Cover(shop, new Reference(shop.history())).verdicts();

    assertEquals(5, verdicts.stream().filter(Verdict::passed).count(), verdicts.toString());
  }

  @Test
  void itIsNoPromiseOfTheNotice() {
    assertEquals(List.of("S-1", "S-2"), List.copyOf(shop().rows()));
  }

  @Test
  void whatRestsOnAnUncheckedRecordIsUnverified() {
    PackSource shop = shop();

    assertTrue(shop.unverified("law:L-2"));
    assertFalse(shop.unverified("law:L-1"));
    assertFalse(shop.unverified("S-1"), "a notice's own clause rests on the notice");
    assertEquals("L-2", shop.entry("law:L-2").orElseThrow().id());
    assertTrue(shop.entry("other:L-2").isEmpty());
  }
}
