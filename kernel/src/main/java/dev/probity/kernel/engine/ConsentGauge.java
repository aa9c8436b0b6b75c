// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.engine;

import dev.probity.kernel.clause.Condition;
import dev.probity.kernel.clause.ConsentLevel;
import dev.probity.kernel.clause.Whose;
import dev.probity.kernel.question.Kind;

/** Whether a record of the level needed here stands, or whether one was withdrawn. */
final class ConsentGauge extends Gauge {
  /** In place of a consent: any consent at all. */
  static final int ANY = -2;

  private static final int SILENCE_IS_ENOUGH = ConsentLevel.OPT_OUT.ordinal();

  private final int consent;
  private final boolean withdrawn;
  final Ties ties;
  final Levels levels;

  ConsentGauge(Condition.Consent condition, int consent, Ties ties, Levels levels) {
    super(condition);
    this.consent = condition.id().equals(Condition.Consent.ANY) ? ANY : consent;
    this.withdrawn = condition.withdrawn();
    this.ties = ties;
    this.levels = levels;
  }

  @Override
  int truth(Asking question, FactTable facts) {
    ConsentTable records = facts.consents;
    int needed = levels.at(facts.place(Whose.SUBJECT), question.modeSymbol);
    boolean silence = !withdrawn && needed == SILENCE_IS_ENOUGH;
    boolean spoken = false;
    int next = consent == ANY ? records.size() - 1 : records.first(consent);
    while (next >= 0) {
      int record = next;
      next = consent == ANY ? record - 1 : records.next(record);
      if (!records.givenBy(record, question.at)) continue;
      boolean ended = records.withdrawnBy(record, question.at);
      boolean stands = records.yes(record) && !ended;
      if (withdrawn ? ended : silence && !stands) {
        boolean against =
            consent == ANY
                ? records.covers.cover(record, ties, question)
                : records.covers.reach(record, ties, question);
        if (against) return withdrawn ? TRUE : FALSE;
        continue;
      }
      if (!records.covers.cover(record, ties, question)) continue;
      spoken = true;
      if (silence || withdrawn) continue;
      if (stands && records.level(record) >= needed) return TRUE;
    }
    if (silence && spoken) return TRUE;
    if (!facts.wasRead(Kind.CONSENT)) return UNKNOWN;
    return silence ? TRUE : FALSE;
  }
}
