// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.engine;

import dev.probity.kernel.decide.Remedies;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What only people ask of one element's answer: permits nearly met, and ways out of a DENY.
 * Immutable.
 *
 * @param almost permits nearly met, where they did not decide
 */
record Found(int effect, List<Integer> almost, Remedies ways) {
  static Found of(Edition edition, Asking question, FactTable facts) {
    edition.complete(question);
    Found own = of(edition.own(), question, facts);
    boolean denied = own.effect == Verdict.DENY;
    List<Remedies> needed = new ArrayList<>();
    if (denied) needed.add(own.ways);
    for (int overlay : Arrays.copyOf(question.overlays, question.overlayCount)) {
      Found law = of(edition.laws()[overlay], question, facts);
      if (law.effect == Verdict.DENY) needed.add(law.ways);
    }
    if (needed.isEmpty()) return own;
    if (own.effect == Verdict.NOT_COVERED) needed.add(Remedies.NONE);
    return new Found(Verdict.DENY, own.almost, Remedies.allOf(needed));
  }

  private static Found of(Layer layer, Asking question, FactTable facts) {
    int effect = layer.judge(question, facts);
    if (effect != Verdict.PERMIT && effect != Verdict.DENY) {
      return new Found(effect, List.of(), Remedies.NONE);
    }
    Ways ways = new Ways(layer, question, facts);
    List<Entry> nearly = ways.nearly();
    List<Remedies> lifting = ways.lifting();
    if (lifting.isEmpty() && effect == Verdict.DENY) {
      boolean speak = !nearly.isEmpty() && layer.collected(question) && !ways.met();
      return new Found(effect, List.of(), speak ? ways.meeting(nearly) : Remedies.NONE);
    }
    return new Found(
        effect,
        nearly.stream().map(e -> e.clause).toList(),
        effect == Verdict.PERMIT ? Remedies.NONE : Remedies.allOf(lifting));
  }
}
