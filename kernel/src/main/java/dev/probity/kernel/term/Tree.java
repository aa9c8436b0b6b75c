// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.term;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A forest of terms: each term and its parent, roots mapped to the empty string. A word the tree
 * does not know stands alone: it is within itself and nothing else. Immutable; look-ups cost the
 * depth of the term.
 */
public record Tree(Map<String, String> parents) {
  public static final Tree EMPTY = new Tree(Map.of());

  public Tree {
    parents = Map.copyOf(parents);
  }

  public boolean knows(String term) {
    return parents.containsKey(term);
  }

  /** Whether {@code term} is {@code ancestor} or stands below it. */
  public boolean within(String term, String ancestor) {
    for (@Nullable String at = term; at != null && !at.isEmpty(); at = parents.get(at)) {
      if (at.equals(ancestor)) return true;
    }
    return false;
  }

  /** Whether {@code term} is one of these or stands below one. */
  public boolean withinAny(String term, Set<String> ancestors) {
    for (@Nullable String at = term; at != null && !at.isEmpty(); at = parents.get(at)) {
      if (ancestors.contains(at)) return true;
    }
    return false;
  }

  public boolean overlaps(String one, String other) {
    return within(one, other) || within(other, one);
  }
}
