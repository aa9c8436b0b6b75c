// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.engine;

import dev.probity.kernel.clause.Condition;
import dev.probity.kernel.question.Kind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whether a document of one of some kinds counts at the event and covers the question. */
final class EvidenceGauge extends Gauge {
  /**
   * How long documents count, by kind of document.
   *
   * @param until the end for all of a kind; none where there is none
   * @param period the number of a period in {@link Periods}; -1 where there is none
   */
  record Rules(@Nullable Instant[] until, int[] period) {}

  /** The kinds wanted and all below them, one bit a kind. */
  final long[] kinds;

  private final Rules rules;
  private final Ties ties;

  EvidenceGauge(Condition.Evidence condition, long[] kinds, Rules rules, Ties ties) {
    super(condition);
    this.kinds = kinds;
    this.rules = rules;
    this.ties = ties;
  }

  @Override
  int truth(Asking question, FactTable facts) {
    return listed(found(question, facts.documents), Kind.EVIDENCE, facts);
  }

  private boolean found(Asking question, DocumentTable documents) {
    for (int d = 0; d < documents.size(); d++) {
      int kind = documents.kind(d);
      if (kind != Words.NONE
          && (kinds[kind >>> 6] >>> kind & 1) != 0
          && valid(d, kind, documents, question.at)
          && documents.covers.cover(d, ties, question)) {
        return true;
      }
    }
    return false;
  }

  private boolean valid(int document, int kind, DocumentTable documents, Instant at) {
    if (!documents.validAt(document, at)) return false;
    @Nullable Instant until = rules.until[kind];
    if (until != null && at.compareTo(until) >= 0) return false;
    return rules.period[kind] < 0 || documents.lasts(document, rules.period[kind], at);
  }
}
