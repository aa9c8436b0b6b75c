// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.engine;

import dev.probity.kernel.clause.History;
import dev.probity.kernel.decide.Decision;
import dev.probity.kernel.decide.Reference;
import dev.probity.kernel.question.Question;
import java.util.SplittableRandom;

/** A handful of questions near the boundaries of a history, for one case of a law. Stateless. */
final class Cases {
  private static final int QUESTIONS = 12;

  private Cases() {}

  /** What is tried with each. */
  interface Case {
    /** Whether the law had something to say. */
    boolean attempt(Question question, Decision decision, Dice dice);
  }

  static int each(History history, long seed, Case attempt) {
    Reference reference = new Reference(history);
    Nearby nearby = new Nearby(history, seed);
    Dice dice = new Dice(new SplittableRandom(~seed));
    int cases = 0;
    for (int i = 0; i < QUESTIONS; i++) {
      Question question = nearby.next();
      if (attempt.attempt(question, reference.decide(question), dice)) cases++;
    }
    return cases;
  }
}
