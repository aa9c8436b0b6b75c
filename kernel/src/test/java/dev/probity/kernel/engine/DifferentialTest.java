// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.probity.kernel.clause.History;
import dev.probity.kernel.decide.Decision;
import dev.probity.kernel.decide.Effect;
import dev.probity.kernel.decide.Reference;
import dev.probity.kernel.question.Question;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * The two engines on a million questions near the boundaries of random notices: effect, reasons,
 * near misses, acts, remedies, elements and version, compared as one value. More questions with
 * {@code -Dprobity.differential}.
 */
final class DifferentialTest {
  private static final int QUESTIONS = Integer.getInteger("probity.differential", 1_000_000);
  private static final int EACH = 250;

  private static final List<Cells.Budget> BUDGETS =
      List.of(
          Cells.Budget.NOTHING,
          new Cells.Budget(0, 64),
          new Cells.Budget(0, 1 << 11),
          Cells.Budget.USUAL);

  @Test
  void theEnginesAgree() {
    List<String> disagreements =
        LongStream.range(0, (QUESTIONS + EACH - 1) / EACH)
            .parallel()
            .mapToObj(seed -> disagreement(seed, 9, EACH))
            .filter(said -> !said.isEmpty())
            .toList();
    assertEquals(List.of(), disagreements);
  }

  /** Packs of several words of bits, so that words are skipped and cells are kept as usual. */
  @Test
  void theEnginesAgreeOnLargePacks() {
    List<String> disagreements =
        LongStream.range(0, 12)
            .parallel()
            .mapToObj(seed -> disagreement(-1 - seed, 300, EACH))
            .filter(said -> !said.isEmpty())
            .toList();
    assertEquals(List.of(), disagreements);
  }

  private static String disagreement(long seed, int size, int questions) {
    History history = RandomPacks.seeded(seed, size).history();
    Cells.Budget budget = BUDGETS.get((int) Math.floorMod(seed, (long) BUDGETS.size()));
    return new Differential(seed, questions)
        .objection(history, Compiled.of(history, budget))
        .map(said -> "pack " + seed + ": " + said)
        .orElse("");
  }

  /** Questions that all end alike would compare nothing. */
  @Test
  void questionsEndInEveryWay() {
    Map<Effect, Integer> effects = new EnumMap<>(Effect.class);
    int almost = 0;
    int remedies = 0;
    int acts = 0;
    for (long seed = 0; seed < 100; seed++) {
      History history = RandomPacks.seeded(seed, 9).history();
      Reference reference = new Reference(history);
      Nearby nearby = new Nearby(history, seed);
      for (int i = 0; i < 50; i++) {
        Decision decision = reference.decide(nearby.next());
        effects.merge(decision.effect(), 1, Integer::sum);
        if (!decision.almost().isEmpty()) almost++;
        if (!decision.remedies().isEmpty()) remedies++;
        if (!decision.acts().isEmpty()) acts++;
      }
    }
    effects.forEach((effect, count) -> assertTrue(count > 100, effect + " only " + count));
    assertEquals(Effect.values().length, effects.size());
    assertTrue(almost > 100 && remedies > 500 && acts > 500, almost + " " + remedies + " " + acts);
  }

  @Test
  void theSameSeedDrawsTheSameQuestions() {
    History history = RandomPacks.seeded(3, 9).history();
    Nearby one = new Nearby(history, 5);
    Nearby other = new Nearby(RandomPacks.seeded(3, 9).history(), 5);
    for (int i = 0; i < 100; i++) {
      Question question = one.next();
      assertEquals(question, other.next());
    }
  }
}
