// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.prove;

import dev.probity.kernel.decide.Decider;
import dev.probity.kernel.decide.Decision;
import dev.probity.kernel.question.Question;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * Looks for a question for each of many things; what holds in a question found for another counts
 * too. One thread.
 *
 * @param step run before each
 */
record Tries(Space space, Decider reference, Runnable step) {
  /**
   * @param found those with a question, added to
   */
  <T, U extends T> void each(
      Map<U, Integer> wanted, Set<T> found, BiPredicate<Decision, T> replay) {
    Search search = new Search(space);
    wanted.forEach(
        (one, literal) -> {
          step.run();
          if (found.contains(one) || literal == Gates.FALSE) return;
          Optional<Question> witness =
              search.find(q -> replay.test(reference.decide(q), one), literal);
          if (witness.isEmpty()) return;
          Decision decision = reference.decide(witness.get());
          wanted.forEach(
              (other, holds) -> {
                if (space.gates().holds(holds) && replay.test(decision, other)) found.add(other);
              });
        });
  }
}
