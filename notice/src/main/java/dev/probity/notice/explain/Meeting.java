// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.explain;

import dev.probity.kernel.clause.Clause;
import dev.probity.kernel.clause.Match;
import dev.probity.kernel.term.DataClass;
import dev.probity.kernel.term.Vocabulary;

/** Whether two clauses can speak to one question, by their dimensions alone. Immutable. */
record Meeting(Vocabulary vocabulary) {
  boolean possible(Clause one, Clause other) {
    return one.match().meets(other.match(), vocabulary)
        && classesMeet(one, other)
        && classesMeet(other, one);
  }

  /** A permit's "at most" against another clause's "at least". */
  private static boolean classesMeet(Clause permit, Clause other) {
    if (!(permit instanceof Clause.Permit) || other instanceof Clause.Permit) return true;
    Match most = permit.match();
    DataClass least = other.match().bound();
    return most.bound() == null || least == null || least.compareTo(most.bound()) <= 0;
  }
}
