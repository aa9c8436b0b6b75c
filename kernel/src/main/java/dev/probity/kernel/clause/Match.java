// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.clause;

import dev.probity.kernel.term.DataClass;
import dev.probity.kernel.term.Dimension;
import dev.probity.kernel.term.Vocabulary;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which questions a clause speaks to: terms per restricted dimension (a dimension not listed is not
 * restricted) and a bound on the class, read "at most" by a permit and "at least" by all others.
 * Immutable.
 */
public record Match(Map<Dimension, Terms> terms, @Nullable DataClass bound) {
  public Match {
    terms = Map.copyOf(terms);
  }

  /** Whether the terms of both, the class left aside, can be those of one question. */
  public boolean meets(Match other, Vocabulary vocabulary) {
    return terms.entrySet().stream()
        .filter(e -> other.terms.containsKey(e.getKey()))
        .allMatch(
            e ->
                e.getValue()
                    .meets(
                        Objects.requireNonNull(other.terms.get(e.getKey())),
                        vocabulary.tree(e.getKey())));
  }
}
