// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.prove;

import dev.probity.kernel.clause.Clause;
import dev.probity.kernel.clause.Condition;
import dev.probity.kernel.clause.Match;
import dev.probity.kernel.clause.Pack;
import dev.probity.kernel.decide.Decision;
import dev.probity.kernel.decide.Effect;
import dev.probity.kernel.decide.Reference;
import dev.probity.kernel.question.Question;
import dev.probity.notice.pack.Assertion;
import java.util.List;
import java.util.Map;

/**
 * Whether a question contradicts an assertion, by the reference engine alone: a pack whose only
 * clause puts what the assertion speaks of outside answers OUT_OF_SCOPE just there. Immutable.
 */
record Tested(Pack pack, Assertion assertion) {
  boolean contradicts(Question question, Decision decision) {
    return decision.permits() == assertion.never() && speaksOf(question);
  }

  private boolean speaksOf(Question question) {
    if (!outside(assertion.match(), assertion.when(), question)) return false;
    Match anything = new Match(Map.of(), null);
    return assertion.unless().stream().noneMatch(c -> outside(anything, List.of(c), question));
  }

  private boolean outside(Match match, List<Condition> when, Question question) {
    Clause only = new Clause.Outside("it", "it", match, when, "elsewhere");
    Pack alone =
        new Pack(
            pack.id(),
            pack.version(),
            pack.inForce(),
            pack.digest(),
            pack.vocabulary(),
            List.of(only),
            pack.points(),
            pack.consents(),
            pack.choices(),
            pack.evidence(),
            List.of());
    return Reference.of(alone).decide(question).effect() == Effect.OUT_OF_SCOPE;
  }
}
