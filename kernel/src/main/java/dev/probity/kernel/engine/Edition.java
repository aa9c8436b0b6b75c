// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.engine;

import dev.probity.kernel.clause.Pack;

/**
 * One version of a notice with the packs laid over it. Immutable; judging an element costs the
 * candidates of its own layer and of each overlay in force.
 *
 * @param until what ends the pin on older versions, read by this one
 */
record Edition(Pack pack, Layer own, Layer[] laws, Gauge[] until) {
  /** An overlay's DENY beats all and both sides are cited; otherwise only its acts are added. */
  int judge(Asking question, FactTable facts) {
    complete(question);
    Pen pen = question.pen;
    int before = pen.acts;
    int first = pen.reasons;
    int effect = own.judge(question, facts);
    boolean denied = effect == Verdict.DENY;
    for (int i = 0; i < question.overlayCount; i++) {
      int reasons = pen.reasons;
      int acts = pen.acts;
      int law = law(i, question, facts);
      if (law == Verdict.DENY) {
        if (!denied) {
          pen.dropActs(before, acts);
          acts = before;
        }
        denied = true;
        pen.mergeReasons(first, reasons);
        pen.mergeActs(before, acts);
      } else if (!denied && effect == Verdict.PERMIT) {
        pen.back(reasons, pen.acts);
        pen.mergeActs(before, acts);
      } else {
        pen.back(reasons, acts);
      }
    }
    return denied ? Verdict.DENY : effect;
  }

  /** Judges by one overlay in force; the list of those in force stays as it is. */
  private int law(int i, Asking question, FactTable facts) {
    int inForce = question.overlayCount;
    int effect = laws[question.overlays[i]].judge(question, facts);
    question.overlayCount = inForce;
    return effect;
  }

  void complete(Asking question) {
    question.complete(Space.PURPOSE, own.purposeAt);
    question.complete(Space.SOURCE, own.sourceAt);
  }
}
