// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.engine;

import dev.probity.kernel.clause.Condition;
import dev.probity.kernel.clause.Tie;
import dev.probity.kernel.question.Kind;

/** Whether any of some settings or signals has one of the values wanted. */
final class ChoiceGauge extends Gauge {
  /**
   * One of the choices.
   *
   * @param operator fixed by the operator, so that its default is known without looking
   * @param symbols of the values it has by default
   */
  record Setting(int choice, boolean operator, int[] symbols, String[] values) {}

  private final Setting[] settings;
  private final boolean anyValue;
  private final int[] wanted;
  private final Ties ties;

  ChoiceGauge(Condition.Choice condition, Setting[] settings, int[] wanted, Ties ties) {
    super(condition);
    this.settings = settings;
    this.anyValue = condition.is().isEmpty();
    this.wanted = wanted;
    this.ties = ties;
  }

  @Override
  int truth(Asking question, FactTable facts) {
    int most = FALSE;
    for (Setting setting : settings) {
      int truth = truth(setting, question, facts);
      if (truth == TRUE) return TRUE;
      most = Math.max(most, truth);
    }
    return most;
  }

  private int truth(Setting setting, Asking question, FactTable facts) {
    ChoiceTable choices = facts.choices;
    int first = choices.first(setting.choice);
    if (first != ChoiceTable.UNRECORDED) return recorded(first, choices, question) ? TRUE : FALSE;
    if (!setting.operator && !facts.wasRead(Kind.CHOICE)) return UNKNOWN;
    return byDefault(setting, question) ? TRUE : FALSE;
  }

  private boolean recorded(int first, ChoiceTable choices, Asking question) {
    boolean is = anyValue;
    for (int v = first; !is && v >= 0; v = choices.next(v)) is = wanted(choices.symbol(v));
    if (!is) return false;
    for (Tie tie : ties.ties) {
      boolean holds = false;
      for (int v = first; !holds && v >= 0; v = choices.next(v)) {
        holds = ties.holds(tie, choices.symbol(v), choices.value(v), question);
      }
      if (!holds) return false;
    }
    return true;
  }

  private boolean byDefault(Setting setting, Asking question) {
    boolean is = anyValue;
    for (int symbol : setting.symbols) is |= wanted(symbol);
    if (!is) return false;
    for (Tie tie : ties.ties) {
      boolean holds = false;
      for (int v = 0; v < setting.values.length; v++) {
        holds |= ties.holds(tie, setting.symbols[v], setting.values[v], question);
      }
      if (!holds) return false;
    }
    return true;
  }

  private boolean wanted(int symbol) {
    for (int one : wanted) if (one == symbol) return true;
    return false;
  }
}
