// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.decide;

import dev.probity.kernel.clause.Act;
import dev.probity.kernel.clause.Clause;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.Function;

/** One element's answer under one version. Immutable. */
record Answer(
    Effect effect,
    NavigableSet<String> because,
    NavigableSet<String> almost,
    NavigableSet<String> acts,
    Remedies remedies) {
  private static final NavigableSet<String> NOBODY = new TreeSet<>();

  static Answer notCovered(Collection<String> attached) {
    return new Answer(Effect.NOT_COVERED, NOBODY, NOBODY, new TreeSet<>(attached), Remedies.NONE);
  }

  static Answer outside(Collection<Clause.Outside> clauses) {
    return new Answer(Effect.OUT_OF_SCOPE, cites(clauses), NOBODY, NOBODY, Remedies.NONE);
  }

  static Answer closed(Collection<Clause.Close> clauses) {
    return new Answer(Effect.DENY, cites(clauses), NOBODY, NOBODY, Remedies.NONE);
  }

  static Answer almost(Collection<Clause.Permit> nearly, Remedies ways) {
    return new Answer(Effect.DENY, cites(nearly), NOBODY, NOBODY, ways);
  }

  static Answer permitted(
      Collection<Clause.Permit> met,
      Collection<String> attached,
      Collection<Clause.Permit> nearly) {
    NavigableSet<String> acts = acts(met, Clause.Permit::then);
    acts.addAll(attached);
    return new Answer(Effect.PERMIT, cites(met), cites(nearly), acts, Remedies.NONE);
  }

  static Answer forbidden(
      Collection<Clause.Forbid> forbids,
      Collection<Clause.Require> failed,
      Collection<Clause.Outside> unclear,
      Remedies ways,
      Collection<Clause.Permit> nearly) {
    NavigableSet<String> because = cites(forbids);
    because.addAll(cites(failed));
    because.addAll(cites(unclear));
    return new Answer(
        Effect.DENY, because, cites(nearly), acts(forbids, Clause.Forbid::then), ways);
  }

  private static NavigableSet<String> cites(Collection<? extends Clause> clauses) {
    NavigableSet<String> ids = new TreeSet<>();
    clauses.forEach(c -> ids.add(c.cite()));
    return ids;
  }

  private static <C> NavigableSet<String> acts(Collection<C> clauses, Function<C, List<Act>> of) {
    NavigableSet<String> acts = new TreeSet<>();
    clauses.forEach(c -> of.apply(c).forEach(act -> acts.add(act.toString())));
    return acts;
  }
}
