// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.engine;

import dev.probity.kernel.clause.Tie;
import dev.probity.kernel.question.Kind;
import java.util.Map;
import java.util.Set;

/**
 * The facts a question must carry to be decided as well as it can be: whatever else is known
 * changes no answer. Immutable.
 *
 * @param facts by kind, the ids that matter: consents, choices, kinds of evidence, whose region or
 *     age, ...; none where the kind matters as a whole (a channel)
 * @param ties what of the question itself records are held against
 */
public record Needs(Map<Kind, Set<String>> facts, Set<Tie> ties) {
  public Needs {
    facts = Map.copyOf(facts);
    ties = Set.copyOf(ties);
  }

  public boolean has(Kind kind, String id) {
    return facts.getOrDefault(kind, Set.of()).contains(id);
  }
}
