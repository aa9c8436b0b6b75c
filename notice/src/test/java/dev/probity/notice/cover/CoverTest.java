// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.cover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.probity.kernel.decide.Reference;
import dev.probity.notice.TinyPack;
import dev.probity.notice.pack.PackSource;
import dev.probity.notice.pack.Standing;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CoverTest {
  private static List<RowState> rows(PackSource source) {
    Cover cover = new Cover(source, new Reference(source.history()));
    return cover.rows(cover.verdicts());
  }

  private static RowState row(String id, String scenarios) {
    return rows(TinyPack.with(scenarios)).stream()
        .filter(r -> r.row().equals(id))
        .findFirst()
        .orElseThrow();
  }

  /** The scenarios without the lines that hold a text. */
  private static String without(String text) {
    return TinyPack.SCENARIOS
        .lines()
        .filter(l -> !l.contains(text))
        .collect(Collectors.joining("\n"));
  }

  @Test
  void theTinyPackIsKept() {
    List<RowState> rows = rows(TinyPack.with(TinyPack.SCENARIOS));
    assertEquals(3, rows.stream().filter(RowState::kept).count());
    assertEquals(Standing.INFORMATIONAL, rows.getLast().standing());
    assertFalse(rows.getLast().open());
  }

  @Test
  void aPermitNeedsAScenarioInsideItsBounds() {
    RowState row = row("T-1", without("expect: PERMIT"));
    assertFalse(row.decided());
    assertEquals(List.of("a scenario that T-1 permits"), row.needs());
  }

  @Test
  void aPermitNeedsAScenarioOutsideItsBounds() {
    RowState row = row("T-1", without("NOT_COVERED"));
    assertEquals(List.of("a scenario outside T-1"), row.needs());
  }

  @Test
  void aProhibitionNeedsAScenarioItDenies() {
    String scenarios =
        TinyPack.SCENARIOS.replace(
            "{sell: contact.email, to: data-broker}, expect: DENY",
            "{use: contact.email}, expect: NOT_COVERED");
    assertEquals(List.of("a scenario that T-3 denies"), row("T-3", scenarios).needs());
  }

  @Test
  void aFailingScenarioUndoesTheRow() {
    String scenarios =
        TinyPack.SCENARIOS
            + "- {keeps: T-1, name: wrong, ask: {collect: contact.email}, expect: DENY}\n";
    RowState row = row("T-1", scenarios);
    assertFalse(row.decided());
    assertTrue(row.needs().contains("`wrong` fails"));
  }

  /** Citing a clause that had no hand in the answer counts for nothing. */
  @Test
  void aScenarioMustShowTheClauseItNames() {
    String scenarios =
        TinyPack.SCENARIOS
            + "- {keeps: T-3, name: borrowed, ask: {use: contact.email, for: marketing}, expect:"
            + " DENY}\n";
    assertTrue(row("T-3", scenarios).needs().contains("`borrowed` fails"));
  }

  @Test
  void aHarderPlaceOfProofIsNotReachedByDeciding() {
    PackSource source =
        TinyPack.with(
            """
            clauses:
              T-1: {lines: "1", says: Taken at the door., proof: server, permit: collect, data: contact.email}
            """,
            """
            - {keeps: T-1, ask: {collect: contact.email}, expect: PERMIT}
            - {keeps: T-1, ask: {collect: contact.phone}, expect: NOT_COVERED}
            """);
    RowState row = rows(source).getFirst();
    assertTrue(row.decided());
    assertFalse(row.kept());
    assertTrue(row.open());
    assertEquals(List.of("a scenario at its place of proof, the server"), row.needs());
  }
}
