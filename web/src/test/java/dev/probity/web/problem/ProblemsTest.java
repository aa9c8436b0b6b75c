// SPDX-License-Identifier: Apache-2.0
package dev.probity.web.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ProblemsTest {
  /** Only our own doors say these; the framework around them never does. */
  private static final Set<Integer> OUR_OWN = Set.of(409, 422);

  @Test
  void aMistakeOfOursBecomesAReference() {
    Problems problems = new Problems(InstantSource.fixed(Instant.ofEpochMilli(1_000_000)));
    Problem answer = problems.problem(new IllegalStateException("anna@mail.test"));
    String text = new String(answer.json(), StandardCharsets.UTF_8);

    assertEquals(500, answer.status());
    assertTrue(text.contains("PRB-W011") && text.contains("\"reference\":\"LFLS\""), text);
    assertFalse(text.contains("anna"));
  }

  @Test
  void aFileThatCannotBeWrittenIsNoMistakeOfOurs() {
    Problems problems = new Problems(InstantSource.fixed(Instant.ofEpochMilli(1_000_000)));
    Problem answer =
        problems.problem(new UncheckedIOException(new IOException("/keys/anna: no room")));
    String text = new String(answer.json(), StandardCharsets.UTF_8);

    assertEquals(503, answer.status());
    assertTrue(text.contains("PRB-W029"), text);
    assertFalse(text.contains("anna"));
  }

  @Test
  void everyKindHasACodeOfItsOwnAndKeepsItsStatus() {
    TreeSet<String> codes = new TreeSet<>();
    for (Kind kind : EnumSet.allOf(Kind.class)) {
      codes.add(kind.problem().code());
      if (!OUR_OWN.contains(kind.status()))
        assertEquals(kind.status(), Kind.of(kind.status()).status());
    }
    assertEquals(Kind.values().length, codes.size());
    assertEquals(Kind.MALFORMED, Kind.of(418));
    assertEquals(Kind.OURS, Kind.of(502));
  }
}
