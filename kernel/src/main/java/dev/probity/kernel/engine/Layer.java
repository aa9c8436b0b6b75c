// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.engine;

/**
 * One pack without its overlays, as tables. Immutable; judging an element allocates nothing and
 * costs its candidates: the reasons and the acts go to the asking's pen.
 */
final class Layer {
  final Entry[] entries;
  final Index index;
  final Classes classes;

  /** By point, what a question there means where it leaves the dimension out; -1 for nothing. */
  final int[] purposeAt;

  final int[] sourceAt;

  /** By element: some permit collects it. */
  final boolean[] collected;

  private final int collect;
  private final int[] end = new int[Entry.Kind.values().length];

  Layer(
      Entry[] entries,
      Index index,
      Classes classes,
      int[] purposeAt,
      int[] sourceAt,
      boolean[] collected,
      int collect) {
    this.entries = entries;
    this.index = index;
    this.classes = classes;
    this.purposeAt = purposeAt;
    this.sourceAt = sourceAt;
    this.collected = collected;
    this.collect = collect;
    for (Entry entry : entries) {
      for (int k = entry.kind.ordinal(); k < end.length; k++) end[k]++;
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
    for (; n > 0 && question.candidates[n - 1] >= overlays; n--) {
      Entry overlay = entries[question.candidates[n - 1]];
      if (!overlay.from.isAfter(question.at)
          && Gauge.all(overlay.when, question, facts) != Gauge.FALSE) {
        question.overlays[question.overlayCount++] = overlay.clause;
      }
    }
    question.count = n;
  }

  /** The effect for the element in hand; what is found stays in the asking. */
  int judge(Asking question, FactTable facts) {
    find(question, facts);
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
      Entry entry = entries[question.candidates[i]];
      if (Gauge.all(entry.when, question, facts) == Gauge.TRUE) question.pen.reason(entry.clause);
    }
    return i;
  }

  private int forbidden(int from, Asking question, FactTable facts) {
    int i = from;
    int end = end(Entry.Kind.FORBID);
    for (; i < question.count && question.candidates[i] < end; i++) {
      Entry entry = entries[question.candidates[i]];
      if (!bites(entry, question, facts)) continue;
      question.pen.reason(entry.clause);
      question.pen.acts(entry.acts);
    }
    return i;
  }

  private int required(int from, Asking question, FactTable facts) {
    int i = from;
    int end = end(Entry.Kind.REQUIRE);
    for (; i < question.count && question.candidates[i] < end; i++) {
      Entry entry = entries[question.candidates[i]];
      if (!applies(entry, question, facts)) continue;
      int truth = Gauge.all(entry.needs, question, facts);
      if (truth == Gauge.FALSE) question.pen.reason(entry.clause);
      if (truth == Gauge.UNKNOWN) question.pen.acts(entry.acts);
    }
    return i;
  }

  private void permitted(int from, int to, Asking question, FactTable facts) {
    for (int i = from; i < to; i++) {
      Entry entry = entries[question.candidates[i]];
      if (Gauge.all(entry.when, question, facts) != Gauge.TRUE) continue;
      question.pen.reason(entry.clause);
      question.pen.acts(entry.acts);
    }
  }

  private void nearly(int from, int to, Asking question, FactTable facts) {
    for (int i = from; i < to; i++) {
      Entry entry = entries[question.candidates[i]];
      if (!never(entry, question, facts)) question.pen.reason(entry.clause);
    }
  }

  private void closed(int from, Asking question, FactTable facts) {
    for (int i = from; i < question.count; i++) {
      Entry entry = entries[question.candidates[i]];
      if (applies(entry, question, facts)) question.pen.reason(entry.clause);
    }
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

  /** Its conditions are not known to fail, and nothing lifts it. */
  static boolean applies(Entry entry, Asking question, FactTable facts) {
    return Gauge.all(entry.when, question, facts) != Gauge.FALSE
        && Gauge.any(entry.unless, question, facts) != Gauge.TRUE;
  }

  boolean bites(Entry forbid, Asking question, FactTable facts) {
    if (!applies(forbid, question, facts)) return false;
    for (int permit : forbid.except) {
      if (index.has(permit, question)
          && Gauge.all(entries[permit].when, question, facts) == Gauge.TRUE) {
        return false;
      }
    }
    return true;
  }

  /** A permit for another region, age or role does not speak at all. */
  static boolean never(Entry permit, Asking question, FactTable facts) {
    for (Gauge gauge : permit.when) {
      if (!gauge.changeable && gauge.truth(question, facts) == Gauge.FALSE) return true;
    }
    return false;
  }
}
