// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.engine;

import dev.probity.kernel.clause.History;
import dev.probity.kernel.decide.Decision;
import dev.probity.kernel.decide.Reference;
import dev.probity.kernel.question.Question;
import java.util.Optional;

/**
 * Compares a compiled notice with the reference engine, which defines what it means, on questions
 * near the notice's own boundaries; a decision counts as a whole, with its reasons and remedies.
 * Immutable; costs a reference decision a question.
 */
public record Differential(long seed, int questions) implements Check {
  @Override
  public Optional<String> objection(History next, Engine compiled) {
    Reference reference = new Reference(next);
    Nearby nearby = new Nearby(next, seed);
    for (int i = 0; i < questions; i++) {
      Question question = nearby.next();
      Decision meant = reference.decide(question);
      Decision made = compiled.decide(question);
      if (!meant.equals(made)) return Optional.of(difference(question, meant, made, i));
    }
    return Optional.empty();
  }

  /** No facts in the sentence, though they are invented: nobody should have to wonder. */
  private String difference(Question question, Decision meant, Decision made, int number) {
    return "question %d of seed %d (%s %s %s) should be %s %s and is %s %s"
        .formatted(
            number,
            seed,
            question.action(),
            question.data(),
            question.terms(),
            meant.effect(),
            meant.because(),
            made.effect(),
            made.because());
  }
}
