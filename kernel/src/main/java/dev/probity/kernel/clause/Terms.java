// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.clause;

import dev.probity.kernel.term.Tree;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a clause says in one dimension: these terms, or any but these. Immutable.
 *
 * <p>A question that leaves the dimension out means "any of them": {@code null} here.
 */
public record Terms(Set<String> listed, boolean anyBut) {
  public Terms {
    listed = Set.copyOf(listed);
  }

  public static Terms of(String... listed) {
    return new Terms(Set.of(listed), false);
  }

  public static Terms anyBut(String... listed) {
    return new Terms(Set.of(listed), true);
  }

  /** A permit's reading: the whole of what is asked is allowed. */
  public boolean cover(@Nullable String asked, Tree tree) {
    if (asked == null) return false;
    if (!anyBut) return tree.withinAny(asked, listed);
    return !meet(asked, tree);
  }

  /** A prohibition's reading: some part of what is asked is meant. */
  public boolean overlap(@Nullable String asked, Tree tree) {
    if (asked == null) return true;
    return anyBut ? !tree.withinAny(asked, listed) : meet(asked, tree);
  }

  /** Everything asked is meant: what puts a question outside a notice for certain. */
  public boolean contain(@Nullable String asked, Tree tree) {
    return cover(asked, tree);
  }

  /** Whether some term is meant by both. */
  public boolean meets(Terms other, Tree tree) {
    if (anyBut && other.anyBut) return true;
    if (anyBut) return other.meets(this, tree);
    return listed.stream()
        .anyMatch(
            term -> other.anyBut ? !tree.withinAny(term, other.listed) : other.meet(term, tree));
  }

  private boolean meet(String asked, Tree tree) {
    if (tree.withinAny(asked, listed)) return true;
    for (String term : listed) if (tree.within(term, asked)) return true;
    return false;
  }
}
