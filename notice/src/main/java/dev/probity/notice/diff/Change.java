// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.diff;

import dev.probity.kernel.decide.Decision;
import dev.probity.kernel.decide.Effect;
import dev.probity.kernel.question.Question;
import java.util.Comparator;
import java.util.List;

/**
 * Questions that one pack answers otherwise than another, for one reason. Immutable.
 *
 * @param citedBefore the entries of the first pack that decide each of them, changed ones where
 *     there are any; empty where none must
 * @param citedAfter the same of the second pack
 * @param region in which questions the change lies: each of them is inside, not each inside is one
 * @param material whether people must be told before it holds, by the rule in {@code
 *     docs/design/prove.md}
 * @param witness one of the questions
 */
public record Change(
    Effect from,
    Effect to,
    List<String> citedBefore,
    List<String> citedAfter,
    Region region,
    boolean material,
    Question witness,
    Decision before,
    Decision after)
    implements Comparable<Change> {
  private static final Comparator<Change> ORDER =
      Comparator.comparing((Change c) -> !c.material)
          .thenComparing(c -> c.to)
          .thenComparing(c -> c.from)
          .thenComparing(c -> String.join(" ", c.citedBefore))
          .thenComparing(c -> String.join(" ", c.citedAfter));

  @Override
  public int compareTo(Change other) {
    return ORDER.compare(this, other);
  }

  /** Whether every question of the other is one of this, and matters as much. */
  boolean includes(Change other) {
    return from == other.from
        && to == other.to
        && material == other.material
        && other.citedBefore.containsAll(citedBefore)
        && other.citedAfter.containsAll(citedAfter);
  }
}
