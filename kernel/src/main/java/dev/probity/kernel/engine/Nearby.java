// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.engine;

import dev.probity.kernel.clause.Clause;
import dev.probity.kernel.clause.Condition;
import dev.probity.kernel.clause.History;
import dev.probity.kernel.clause.Overlay;
import dev.probity.kernel.clause.Pack;
import dev.probity.kernel.question.Document;
import dev.probity.kernel.question.Kind;
import dev.probity.kernel.question.Question;
import dev.probity.kernel.term.Dimension;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Draws questions near the boundaries of a notice's own clauses: takes a clause, satisfies it, then
 * moves a coordinate or two to or just past a boundary. Questions drawn evenly would miss most
 * mistakes. The same seed draws the same questions. Belongs to one thread.
 */
public final class Nearby {
  private final List<Pack> versions;
  private final List<Condition> until;
  private final Words words;
  private final Boundaries boundaries;
  private final Dice dice;

  public Nearby(History history, long seed) {
    this.versions = history.versions();
    this.until = history.until();
    this.words = Gathering.words(versions, history.until());
    this.boundaries = Boundaries.of(versions);
    this.dice = new Dice(new SplittableRandom(seed));
  }

  public Question next() {
    Pack version = dice.pick(versions);
    Draft draft = new Draft();
    draft.at = version.inForce().plus(Duration.ofDays(dice.below(60)));
    if (dice.oneIn(3)) draft.pinned = dice.pick(versions).version();
    if (!dice.oneIn(6)) draft.read.addAll(EnumSet.allOf(Kind.class));
    if (dice.oneIn(2)) draft.read.remove(dice.either(Kind.values()));
    background(draft);
    int clauses = dice.either(1, 1, 2, 2, 3);
    for (int i = 0; i < clauses; i++) speak(version, draft);
    if (!until.isEmpty() && dice.oneIn(3)) {
      new Satisfying(version, words, dice).condition(dice.pick(until), draft);
    }
    Moves moves = new Moves(version, words, boundaries, dice);
    for (int i = dice.either(0, 1, 1, 2); i > 0; i--) moves.one(draft);
    return draft.question();
  }

  /** Something said in most dimensions before the clauses say what they need. */
  private void background(Draft draft) {
    draft.data.add(word(Dimension.DATA));
    draft.action = word(Dimension.ACTION);
    for (Dimension d :
        new Dimension[] {
          Dimension.PURPOSE,
          Dimension.RECIPIENT,
          Dimension.POINT,
          Dimension.SOURCE,
          Dimension.TECHNOLOGY
        }) {
      if (!dice.oneIn(d == Dimension.TECHNOLOGY ? 2 : 3)) draft.terms.put(d, word(d));
    }
    if (dice.oneIn(4)) draft.roles.add("controller");
    if (dice.oneIn(12)) {
      draft.evidence.add(new Document("", Gathering.DEIDENTIFIED, Map.of(), null, null));
    }
  }

  private String word(Dimension dimension) {
    List<String> all = words.all(Space.of(dimension));
    return all.isEmpty() || dice.oneIn(16) ? "unheard-of" : dice.pick(all);
  }

  /** Makes one more clause of the version, or of a pack laid over it, speak. */
  private void speak(Pack version, Draft draft) {
    Pack layer = version;
    if (!version.overlays().isEmpty() && dice.oneIn(4)) {
      Overlay overlay = dice.pick(version.overlays());
      layer = overlay.pack();
      Satisfying above = new Satisfying(version, words, dice);
      if (dice.oneIn(2)) above.match(overlay.match(), draft);
      overlay.when().forEach(c -> above.condition(c, draft));
    }
    Satisfying satisfying = new Satisfying(layer, words, dice);
    List<Clause> clauses = satisfying.decided();
    if (!clauses.isEmpty()) satisfying.clause(dice.pick(clauses), draft);
  }
}
