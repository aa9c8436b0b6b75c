// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.cover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.probity.kernel.decide.Reference;
import dev.probity.notice.TinyPack;
import dev.probity.notice.pack.PackSource;
import dev.probity.notice.scenario.Ask;
import dev.probity.notice.scenario.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What flows count for, and what they do not. */
class EnforcingTest {
  private static final String CLAUSES =
      """
      clauses:
        T-1: {lines: "1", says: The address is taken., proof: server, strength: may}
        T-2: {lines: "2", says: It can be taken back., proof: server, forbid: use, when: [{consent: letter, is: withdrawn}]}
        T-2b: {row: T-2, says: Then nothing is passed on., forbid: disclose, when: [{consent: letter, is: withdrawn}]}
        T-3: {lines: "3", says: It is never sold., proof: kernel, forbid: sell, absolute: true}
        T-4: {lines: "4", says: The page is there., control: {probe: page, at-most: P1D}}
      points:
        letters: {keeps: T-1, fields: {contact.email: required}, for: marketing, from: subject}
      """;

  private static final String INSIDE =
      "- {flow: in, keeps: T-1, steps: [{collect: letters, who: anna, fields: {}}]}\n";
  private static final String OUTSIDE =
      "- {flow: out, keeps: T-1, steps: [{collect: letters, who: anna, expect: refused}]}\n";
  private static final String BACK =
      "- {flow: back, keeps: %s, steps: [{withdraw: letter, who: anna}]}\n";

  @Test
  void whatIsAllowedNeedsADoorThatDoesItAndOneThatRefuses() {
    assertFalse(row("T-1", INSIDE, true).kept());
    assertFalse(row("T-1", OUTSIDE, true).kept());
    assertEquals(
        "a flow in which a door refuses what lies outside T-1",
        row("T-1", INSIDE, true).needs().getLast());
    assertEquals(
        "a flow in which a door does what T-1 allows", row("T-1", OUTSIDE, true).needs().getLast());
    assertEquals(List.of(), row("T-1", INSIDE + OUTSIDE, true).needs());
    assertTrue(row("T-1", INSIDE + OUTSIDE, true).kept());
    assertFalse(row("T-1", INSIDE + OUTSIDE, false).kept(), "a flow that failed");
  }

  @Test
  void everyEntryOfARowNeedsOne() {
    assertTrue(row("T-2", BACK.formatted("T-2"), true).enforced(), "named by its row");
    assertFalse(row("T-2", BACK.formatted("T-2b"), true).enforced());
    assertTrue(row("T-2", BACK.formatted("[T-2b]") + BACK.formatted("[T-2]"), true).enforced());
  }

  @Test
  void aFlowThatDidNotRunCountsForNothing() {
    PackSource source = TinyPack.with(CLAUSES, INSIDE + OUTSIDE);
    Cover cover = new Cover(source, new Reference(source.history()));
    RowState row = cover.rows(cover.verdicts()).getFirst();
    assertEquals("its flow to be run: `./probity enforce`", row.needs().getLast());
    assertFalse(row.kept());
    Coverage coverage = new Coverage("", "", List.of(), List.of(), List.of(), cover.verdicts());
    assertEquals(2, coverage.flowsNotRun());
  }

  @Test
  void anotherPlaceOfProofIsNotReachedByAFlow() {
    assertFalse(row("T-3", BACK.formatted("T-3"), true).enforced());
  }

  @Test
  void aProbeShowsAControlAndKeepsNoPromise() {
    assertTrue(probed(true).shown());
    assertFalse(probed(true).open());
    assertFalse(probed(true).kept());
    assertTrue(probed(false).open());
    assertEquals(List.of("the probe failed: nothing there"), probed(false).needs());
  }

  private static RowState probed(boolean fine) {
    Probed probed = new Probed("page", fine, Instant.EPOCH, "nothing there");
    PackSource source = TinyPack.with(CLAUSES, "[]");
    Cover cover =
        new Cover(
            source, new Reference(source.history()), new Shown(List.of(), Map.of("T-4", probed)));
    return cover.rows(cover.verdicts()).getLast();
  }

  private static RowState row(String id, String flows, boolean fine) {
    PackSource source = TinyPack.with(CLAUSES, flows);
    List<String> mistakes = fine ? List.of() : List.of("it did not");
    List<Verdict> ran =
        source.scenarios().stream()
            .filter(s -> s.ask() instanceof Ask.Flow)
            .map(s -> new Verdict(s, true, Optional.empty(), List.of(), List.of(), mistakes))
            .toList();
    Cover cover = new Cover(source, new Reference(source.history()), new Shown(ran, Map.of()));
    return cover.rows(cover.verdicts()).stream().filter(r -> r.row().equals(id)).findFirst().get();
  }
}
