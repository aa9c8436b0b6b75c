// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.pack;

import dev.probity.kernel.clause.Pack;
import dev.probity.kernel.term.Dimension;
import dev.probity.kernel.term.Tree;
import dev.probity.kernel.term.Vocabulary;
import java.util.HashMap;
import java.util.Map;

/** Makes a law know whom the pack below it names, so that it reaches them. Stateless. */
final class Laid {
  private Laid() {}

  /** The law, with the recipients that the pack declares in its own tree of recipients. */
  static Pack over(Pack law, Vocabulary below) {
    Vocabulary own = law.vocabulary();
    Map<String, String> parents = new HashMap<>(below.tree(Dimension.RECIPIENT).parents());
    parents.putAll(own.tree(Dimension.RECIPIENT).parents());
    Map<Dimension, Tree> trees = new HashMap<>(own.trees());
    trees.put(Dimension.RECIPIENT, new Tree(parents));
    return new Pack(
        law.id(),
        law.version(),
        law.inForce(),
        law.digest(),
        new Vocabulary(trees, own.evidence(), own.floors(), own.regions()),
        law.clauses(),
        law.points(),
        law.consents(),
        law.choices(),
        law.evidence(),
        law.overlays());
  }
}
