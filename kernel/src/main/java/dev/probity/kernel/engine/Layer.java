// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.engine;

import dev.probity.kernel.clause.Whose;
import java.time.Instant;
import java.util.Arrays;

/**
 * One pack without its overlays, as tables. Immutable; judging an element allocates nothing and
 * costs its candidates: the reasons and the acts go to the asking's pen.
 */
final class Layer {
  final Entry[] entries;
  final Rules rules;
  final Index index;
  final Classes classes;

  /** By point, what a question there means where it leaves the dimension out; -1 for nothing. */
  final int[] purposeAt;

  final int[] sourceAt;

  /** By element: some permit collects it. */
  final boolean[] collected;

  private final int collect;

  /** Where one of these is false the layer is silent. */
  final Gauge[] gate;

  private final int[] end = new int[Entry.Kind.values().length];

  /** By where the subject is, then by overlay: false where it cannot bind there. */
  final boolean[][] bindsAt;

  private final Instant[] bindsFrom;

  Layer(
      Entry[] entries,
      Index index,
      Classes classes,
      int[] purposeAt,
      int[] sourceAt,
      boolean[] collected,
      int collect,
      Gauge[] gate,
      int places) {
    this.entries = entries;
    this.rules = new Rules(entries);
    this.index = index;
    this.classes = classes;
    this.purposeAt = purposeAt;
    this.sourceAt = sourceAt;
    this.collected = collected;
    this.collect = collect;
    this.gate = gate;
    for (Entry entry : entries) {
      for (int k = entry.kind.ordinal(); k < end.length; k++) end[k]++;
    }
    Entry[] overlays = Arrays.copyOfRange(entries, end(Entry.Kind.CLOSE), entries.length);
    this.bindsFrom = Arrays.stream(overlays).map(o -> o.from).toArray(Instant[]::new);
    this.bindsAt = new boolean[places][overlays.length];
    tell();
  }

  /** Reads off the overlays' conditions where none of them is false for the place alone. */
  void tell() {
    int first = end(Entry.Kind.CLOSE);
    for (int place = 0; place < bindsAt.length; place++) {
      for (int o = 0; o < bindsFrom.length; o++) {
        bindsAt[place][o] = true;
        for (Gauge gauge : entries[first + o].when)
          bindsAt[place][o] &= !(gauge instanceof RegionGauge r && r.never(Whose.SUBJECT, place));
      }
    }
  }

  /** The first entry after those of a kind. */
  int end(Entry.Kind kind) {
    return end[kind.ordinal()];
  }

  /** Finds the candidates; the overlays among them that are in force go to a list of their own. */
  void find(Asking question, FactTable facts) {
    if (index.classMatters()) question.value[Asking.CLASS] = classes.of(question, facts);
    index.find(question);
    question.overlayCount = 0;
    int overlays = end(Entry.Kind.CLOSE);
    int n = question.count;
    boolean[] binds = bindsAt[facts.place(Whose.SUBJECT)];
    for (; n > 0 && question.candidates[n - 1] >= overlays; n--) {
      int overlay = question.candidates[n - 1];
      if (binds[overlay - overlays]
          && !bindsFrom[overlay - overlays].isAfter(question.at)
          && rules.when(overlay, question, facts) != Gauge.FALSE) {
        question.overlays[question.overlayCount++] = rules.clause(overlay);
      }
    }
    question.count = n;
  }

  /** The effect for the element in hand; what is found stays in the asking. */
  int judge(Asking question, FactTable facts) {
    if (Gauge.all(gate, question, facts) == Gauge.FALSE) return Verdict.NOT_COVERED;
    find(question, facts);
    if (question.count == 0) return Verdict.NOT_COVERED;
    Pen pen = question.pen;
    pen.section();
    int reasons = pen.reasons;
    int acts = pen.acts;
    int next = outside(question, facts);
    if (pen.reasons > reasons) return Verdict.OUT_OF_SCOPE;
    next = forbidden(next, question, facts);
    int forbidding = pen.acts;
    next = required(next, question, facts);
    if (pen.reasons > reasons) {
      pen.acts = forbidding;
      return Verdict.DENY;
    }
    int closes = past(end(Entry.Kind.PERMIT), next, question);
    if (collected(question)) {
      permitted(next, closes, question, facts);
      if (pen.reasons > reasons) return Verdict.PERMIT;
      nearly(next, closes, question, facts);
    }
    if (pen.reasons == reasons) closed(closes, question, facts);
    if (pen.reasons == reasons) return Verdict.NOT_COVERED;
    pen.acts = acts;
    return Verdict.DENY;
  }

  private int outside(Asking question, FactTable facts) {
    int i = 0;
    int end = end(Entry.Kind.SURELY_OUTSIDE);
    for (; i < question.count && question.candidates[i] < end; i++) {
      int entry = question.candidates[i];
      if (rules.when(entry, question, facts) == Gauge.TRUE) {
        question.pen.reason(rules.clause(entry));
      }
    }
    return i;
  }

  private int forbidden(int from, Asking question, FactTable facts) {
    int i = from;
    int end = end(Entry.Kind.FORBID);
    for (; i < question.count && question.candidates[i] < end; i++) {
      int entry = question.candidates[i];
      if (bites(entry, question, facts)) cite(entry, question.pen);
    }
    return i;
  }

  private int required(int from, Asking question, FactTable facts) {
    int i = from;
    int end = end(Entry.Kind.REQUIRE);
    for (; i < question.count && question.candidates[i] < end; i++) {
      int entry = question.candidates[i];
      if (!rules.applies(entry, question, facts)) continue;
      int truth = rules.needs(entry, question, facts);
      if (truth == Gauge.FALSE) question.pen.reason(rules.clause(entry));
      if (truth == Gauge.UNKNOWN) rules.acts(entry, question.pen);
    }
    return i;
  }

  private void permitted(int from, int to, Asking question, FactTable facts) {
    for (int i = from; i < to; i++) {
      int entry = question.candidates[i];
      if (rules.when(entry, question, facts) == Gauge.TRUE) cite(entry, question.pen);
    }
  }

  private void nearly(int from, int to, Asking question, FactTable facts) {
    for (int i = from; i < to; i++) {
      int entry = question.candidates[i];
      if (!rules.never(entry, question, facts)) question.pen.reason(rules.clause(entry));
    }
  }

  private void closed(int from, Asking question, FactTable facts) {
    for (int i = from; i < question.count; i++) {
      int entry = question.candidates[i];
      if (rules.applies(entry, question, facts)) question.pen.reason(rules.clause(entry));
    }
  }

  private void cite(int entry, Pen pen) {
    pen.reason(rules.clause(entry));
    rules.acts(entry, pen);
  }

  /** The first candidate not below an entry. */
  static int past(int entry, int from, Asking question) {
    int i = from;
    while (i < question.count && question.candidates[i] < entry) i++;
    return i;
  }

  boolean collected(Asking question) {
    return question.value[0] == collect || collected[question.value[1]];
  }

  boolean bites(int forbid, Asking question, FactTable facts) {
    return rules.applies(forbid, question, facts) && !rules.yields(forbid, index, question, facts);
  }
}
