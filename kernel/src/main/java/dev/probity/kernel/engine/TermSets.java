// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.engine;

import dev.probity.kernel.clause.Terms;
import java.util.BitSet;

/**
 * Which values of a dimension a clause's terms mean, as a permit or as a prohibition reads them.
 */
record TermSets(Closure closure, Words words, Space space) {
  int[] values(Terms terms, boolean covers) {
    BitSet meant = new BitSet();
    for (String term : terms.listed()) {
      int listed = words.index(space, term);
      meant.or(closure.below(listed));
      if (covers == terms.anyBut()) meant.or(closure.above(listed));
    }
    if (terms.anyBut()) {
      meant.flip(0, words.size(space));
      meant.set(words.other(space));
    }
    meant.set(words.left(space), !covers);
    return meant.stream().toArray();
  }
}
