// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.clause;

import dev.probity.kernel.term.DataClass;
import dev.probity.kernel.term.Dimension;
import java.util.Map;
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
}
