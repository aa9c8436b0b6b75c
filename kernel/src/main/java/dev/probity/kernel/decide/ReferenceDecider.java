// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.decide;

import static dev.probity.kernel.term.Truth.FALSE;
import static dev.probity.kernel.term.Truth.TRUE;
import static dev.probity.kernel.term.Truth.UNKNOWN;

import dev.probity.kernel.clause.Act;
import dev.probity.kernel.clause.Clause;
import dev.probity.kernel.clause.Clause.Close;
import dev.probity.kernel.clause.Clause.Forbid;
import dev.probity.kernel.clause.Clause.Outside;
import dev.probity.kernel.clause.Clause.Permit;
import dev.probity.kernel.clause.Clause.Require;
import dev.probity.kernel.clause.Condition;
import dev.probity.kernel.clause.Pack;
import dev.probity.kernel.question.Question;
import dev.probity.kernel.term.Truth;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The definition of an answer, for one element under one version: the five steps of {@code
 * docs/language.md}, read straight through. Slow and plain on purpose; every other engine is tested
 * against it. Immutable.
 */
record ReferenceDecider(Pack pack, Question question, String element) {
  Answer decide() {
    List<Permit> covering = all(Permit.class).filter(this::covers).toList();
    List<Permit> met = covering.stream().filter(this::met).toList();
    List<Permit> nearly = covering.stream().filter(p -> !met.contains(p) && !never(p)).toList();
    List<String> attached = attached();

    List<Outside> outside = all(Outside.class).filter(this::certainlyOutside).toList();
    if (!outside.isEmpty()) return Answer.outside(outside);

    List<Forbid> forbids = all(Forbid.class).filter(this::bites).toList();
    List<Require> failed =
        all(Require.class).filter(r -> applies(r) && read(r.needs()) == FALSE).toList();
    List<Outside> unclear = all(Outside.class).filter(this::maybeOutside).toList();
    if (!forbids.isEmpty() || !failed.isEmpty() || !unclear.isEmpty()) {
      Remedies ways = new Lifting(this::read).of(forbids, failed, unclear);
      return Answer.forbidden(forbids, failed, unclear, ways, nearly);
    }
    if (collected()) {
      if (!met.isEmpty()) return Answer.permitted(met, attached, nearly);
      if (!nearly.isEmpty()) return Answer.almost(nearly, new Lifting(this::read).meeting(nearly));
    }
    List<Close> closed = all(Close.class).filter(this::closes).toList();
    return closed.isEmpty() ? Answer.notCovered(attached) : Answer.closed(closed);
  }

  // Step 1: another notice governs, for certain or perhaps.

  private boolean certainlyOutside(Outside clause) {
    return matching().contains(clause) && all(clause.when()) == TRUE;
  }

  private boolean maybeOutside(Outside clause) {
    return matching().overlaps(clause) && all(clause.when()) != FALSE;
  }

  // Step 2: forbidden, unless lifted.

  private boolean bites(Forbid clause) {
    return matching().overlaps(clause)
        && all(clause.when()) != FALSE
        && any(clause.unless()) != TRUE
        && (clause.except().isEmpty() || all(Permit.class).noneMatch(p -> excepted(clause, p)));
  }

  private boolean excepted(Forbid clause, Permit permit) {
    return clause.except().contains(permit.cite()) && covers(permit) && met(permit);
  }

  private boolean applies(Require clause) {
    return matching().overlaps(clause)
        && all(clause.when()) != FALSE
        && any(clause.unless()) != TRUE;
  }

  // Steps 3 and 4: permitted, or nearly.

  private boolean covers(Permit clause) {
    return matching().covers(clause);
  }

  private boolean met(Permit clause) {
    return all(clause.when()) == TRUE;
  }

  /** A permit for another region, age or role does not speak to this question at all. */
  private boolean never(Permit clause) {
    return clause.when().stream().anyMatch(c -> !c.changeable() && read(c) == FALSE);
  }

  private boolean collected() {
    return question.action().equals(Matching.COLLECT)
        || all(Permit.class).anyMatch(p -> matching().collects(p));
  }

  private List<String> attached() {
    TreeSet<String> acts = new TreeSet<>();
    all(Require.class)
        .filter(r -> applies(r) && read(r.needs()) == UNKNOWN)
        .forEach(r -> acts.add(Act.asked(r.needs()).toString()));
    return List.copyOf(acts);
  }

  // Step 5: closed.

  private boolean closes(Close clause) {
    return matching().overlaps(clause)
        && all(clause.when()) != FALSE
        && any(clause.unless()) != TRUE;
  }

  // Kleene: all of, any of. An empty "all of" holds, an empty "any of" does not.

  private Truth all(List<Condition> conditions) {
    Truth all = TRUE;
    for (Condition c : conditions) all = all.and(read(c));
    return all;
  }

  private Truth any(List<Condition> conditions) {
    Truth any = FALSE;
    for (Condition c : conditions) any = any.or(read(c));
    return any;
  }

  private Truth read(Condition condition) {
    return new Reading(pack, question, element).of(condition);
  }

  private Matching matching() {
    return new Matching(pack, question, element);
  }

  private <C extends Clause> Stream<C> all(Class<C> kind) {
    return pack.clauses().stream().filter(kind::isInstance).map(kind::cast);
  }
}
