// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.lint;

import dev.probity.kernel.clause.Clause;
import dev.probity.kernel.clause.Condition;
import dev.probity.kernel.clause.History;
import dev.probity.kernel.clause.Match;
import dev.probity.kernel.clause.Pack;
import dev.probity.kernel.clause.Terms;
import dev.probity.kernel.decide.Decision;
import dev.probity.kernel.decide.Effect;
import dev.probity.kernel.decide.Reference;
import dev.probity.kernel.question.Question;
import dev.probity.kernel.term.Dimension;
import dev.probity.notice.pack.PackSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Searches a question in which two clauses both speak, each judged alone, and in whose answer by
 * the whole pack the first one decides. The question's terms are common to both clauses, its facts
 * make the conditions of both true, or those of the first alone, since a permit whose conditions
 * are not met speaks too; what neither says is varied a little. A search that finds nothing is no
 * proof, but it was not small. One thread.
 */
final class Witness {
  /** Questions tried for a pair of clauses: a few of each pair first, for most show it at once. */
  private static final int FEW = 24;

  private static final int MOST = 1_500;

  private final PackSource source;
  private final Matches matches;
  private final Reference whole;
  private final CommonTerms common;
  private final FavourableFacts favourable;

  Witness(PackSource source) {
    this.source = source;
    this.matches = new Matches(source.pack().vocabulary());
    this.whole = new Reference(source.history());
    this.common = new CommonTerms(source);
    this.favourable = new FavourableFacts(source);
  }

  /** For any of the settling clauses and any of those it wins over. */
  Optional<Question> of(List<Clause> settling, List<Clause> over) {
    for (int budget : List.of(FEW, MOST)) {
      for (Clause s : settling) {
        for (Clause o : over) {
          if (!matches.meet(s, o)) continue;
          Optional<Question> question = of(s, o, budget);
          if (question.isPresent()) return question;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Question> of(Clause settling, Clause over, int budget) {
    List<Condition> both = new ArrayList<>(settling.when());
    both.addAll(over.when());
    Reference first = alone(settling);
    Reference second = alone(over);
    int tried = 0;
    for (Question terms : common.questions(settling, over)) {
      List<Question> ways = new ArrayList<>(favourable.ways(terms, both));
      ways.addAll(favourable.ways(terms, settling.when()));
      for (Question question : ways) {
        if (++tried > budget) return Optional.empty();
        if (decides(settling, first.decide(question))
            && second.decide(question).because().contains(over.cite())
            && decides(settling, whole.decide(question))) return Optional.of(question);
      }
    }
    return Optional.empty();
  }

  /** Whether the clause is among those that decided, and decided as it does. */
  private static boolean decides(Clause clause, Decision decision) {
    return decision.because().contains(clause.cite()) && decision.effect() == effect(clause);
  }

  private static Effect effect(Clause clause) {
    return switch (clause) {
      case Clause.Permit c -> Effect.PERMIT;
      case Clause.Outside c -> Effect.OUT_OF_SCOPE;
      case Clause.Forbid c -> Effect.DENY;
      case Clause.Close c -> Effect.DENY;
      case Clause.Require c -> Effect.DENY;
      case Clause.Duty c -> Effect.NOT_COVERED;
    };
  }

  /** A pack in which only this clause says anything, and everything was collected. */
  private Reference alone(Clause clause) {
    List<Clause> clauses = new ArrayList<>(List.of(clause));
    if (clause instanceof Clause.Permit) clauses.add(everythingCollected());
    Pack p = source.pack();
    return new Reference(
        History.of(
            new Pack(
                p.id(),
                p.version(),
                p.inForce(),
                p.digest(),
                p.vocabulary(),
                clauses,
                p.points(),
                p.consents(),
                p.choices(),
                p.evidence(),
                List.of())));
  }

  private static Clause everythingCollected() {
    return new Clause.Permit(
        "lint#collected",
        "lint#collected",
        new Match(Map.of(Dimension.ACTION, Terms.of("collect")), null),
        List.of(),
        List.of());
  }
}
