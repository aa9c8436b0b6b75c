// SPDX-License-Identifier: Apache-2.0
package dev.probity.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.probity.kernel.decide.Effect;
import org.junit.jupiter.api.Test;

/** What is timed side by side answers alike. */
class AgreementTest {
  @Test
  void everyDoorTheReferenceAndTheOtherEngineAnswerAlike() {
    Agreement found = Agreement.check(60, 200, 200);
    assertEquals(0, found.disagreements());
    for (Effect effect : new Effect[] {Effect.PERMIT, Effect.DENY, Effect.NOT_COVERED}) {
      assertTrue(found.mix().getOrDefault(effect, 0) >= 10, "too few to tell: " + found.mix());
    }
  }
}
