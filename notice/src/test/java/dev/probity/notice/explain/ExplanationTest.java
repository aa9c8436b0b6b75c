// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.probity.notice.TinyPack;
import dev.probity.notice.pack.PackSource;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ExplanationTest {
  private final PackSource source =
      TinyPack.with(
          """
          clauses:
            T-1: {lines: "1", says: Shown to partners., permit: disclose, data: contact.email, to: partner}
            T-2: {lines: "2", says: Not to third parties., forbid: disclose, to: [partner, advertiser], except: [T-3]}
            T-3: {lines: "3", says: But the name., permit: disclose, data: contact.name, to: partner}
            T-4: {lines: "4", says: Never phones., forbid: disclose, data: contact.phone}
          """,
          "[]");

  @Test
  void aProhibitionBeatsThePermitsItMeetsSaveThoseItYieldsTo() {
    Explanation clause = Explanation.of(source, "T-2").orElseThrow();
    assertEquals(Set.of("T-1"), clause.beats());
    assertEquals(Set.of("T-3"), clause.yieldsTo());
  }

  @Test
  void aPermitIsBeatenOnlyByWhatMeetsIt() {
    assertEquals(Set.of("T-2"), Explanation.of(source, "T-1").orElseThrow().beatenBy());
    assertEquals(Set.of(), Explanation.of(source, "T-3").orElseThrow().beatenBy());
  }

  @Test
  void anIdNobodyHasIsNotExplained() {
    assertTrue(Explanation.of(source, "T-9").isEmpty());
  }
}
