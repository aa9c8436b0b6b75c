// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.engine;

import dev.probity.kernel.term.Dimension;
import dev.probity.kernel.term.Tree;
import dev.probity.kernel.term.Vocabulary;
import java.util.HashMap;
import java.util.Map;

/** The closed trees of one vocabulary: the seven dimensions and the kinds of evidence. */
final class Trees {
  private final Closure[] dimensions = new Closure[Space.DIMENSIONS];
  final Closure evidence;

  /**
   * @param closed trees closed before: packs laid over each other mostly share them
   */
  Trees(Vocabulary vocabulary, Words words, Map<Space, Map<Tree, Closure>> closed) {
    for (Dimension d : Dimension.values()) {
      Space space = Space.of(d);
      dimensions[space.ordinal()] = close(vocabulary.tree(d), space, words, closed);
    }
    evidence = close(vocabulary.evidence(), Space.EVIDENCE, words, closed);
  }

  Closure of(Space dimension) {
    return dimensions[dimension.ordinal()];
  }

  private static Closure close(
      Tree tree, Space space, Words words, Map<Space, Map<Tree, Closure>> closed) {
    return closed
        .computeIfAbsent(space, s -> new HashMap<>())
        .computeIfAbsent(tree, t -> Closure.of(t, words, space));
  }
}
