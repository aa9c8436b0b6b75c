// SPDX-License-Identifier: Apache-2.0
package dev.probity.web.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.probity.web.decide.FactSheet;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class EstablishingTest {
  private static final Instant SINCE = Instant.parse("2026-02-01T00:00:00.250Z");

  /** Moments are compared as moments: with a fraction of a second, without one, as a date. */
  @Test
  void whatIsAgreedToByUseCountsFromItsVersionOn() {
    assertEquals(true, held("2026-02-01T00:00:00.250Z", SINCE));
    assertEquals(true, held("2026-02-01T00:00:00.300Z", SINCE));
    assertEquals(true, held("2026-02-01T00:00:01Z", SINCE));
    assertEquals(false, held("2026-02-01T00:00:00Z", SINCE));
    assertEquals(false, held("2026-02-01T00:00:00.1Z", SINCE));
    Instant midnight = Instant.parse("2026-02-01T00:00:00Z");
    assertEquals(true, held("2026-02-01T00:00:00.5Z", midnight));
    assertEquals(true, held("2026-02-01", midnight));
    assertEquals(false, held("2026-01-31", midnight));
    assertEquals(false, held("", midnight));
  }

  private static boolean held(String from, Instant since) {
    String facts =
        """
        {"consent": [{"id": "use", "level": "implied", "from": "%s"}]}
        """
            .formatted(from);
    return Establishing.held(FactSheet.of(facts.getBytes(StandardCharsets.UTF_8)), "use", since);
  }
}
