// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.decide;

import dev.probity.kernel.clause.Clause;
import dev.probity.kernel.clause.Condition;
import dev.probity.kernel.clause.Match;
import dev.probity.kernel.clause.Pack;
import dev.probity.kernel.clause.PointRule;
import dev.probity.kernel.clause.Terms;
import dev.probity.kernel.question.Facts;
import dev.probity.kernel.question.Question;
import dev.probity.kernel.term.DataClass;
import dev.probity.kernel.term.Dimension;
import dev.probity.kernel.term.Tree;
import dev.probity.kernel.term.Truth;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether a clause speaks to an element of a question, dimension by dimension. Immutable. */
record Matching(Pack pack, Question question, String element) {
  static final String COLLECT = "collect";

  private static final Condition DEIDENTIFIED =
      new Condition.Evidence(Set.of("deid.passed"), Set.of());

  boolean covers(Clause.Permit clause) {
    return each(clause.match(), Terms::cover) && ownPoint(clause.match()) && atMost(clause.match());
  }

  boolean overlaps(Clause clause) {
    return overlaps(clause.match());
  }

  boolean overlaps(Match match) {
    return each(match, Terms::overlap) && atLeast(match);
  }

  boolean contains(Clause clause) {
    Match match = clause.match();
    return each(match, Terms::contain) && atLeast(match);
  }

  /** Whether this permit lets the element be collected at all, in whatever circumstances. */
  boolean collects(Clause.Permit clause) {
    Map<Dimension, Terms> terms = clause.match().terms();
    Terms actions = terms.get(Dimension.ACTION);
    Terms data = terms.get(Dimension.DATA);
    return (actions == null || actions.cover(COLLECT, pack.vocabulary().tree(Dimension.ACTION)))
        && (data == null || data.cover(element, pack.vocabulary().tree(Dimension.DATA)));
  }

  /**
   * A point's field list is the whole list: only permits that name a point cover a question there.
   */
  private boolean ownPoint(Match match) {
    String point = question.terms().get(Dimension.POINT);
    return point == null
        || !question.action().equals(COLLECT)
        || !pack.points().containsKey(point)
        || match.terms().containsKey(Dimension.POINT);
  }

  private boolean atMost(Match match) {
    return match.bound() == null || dataClass().compareTo(match.bound()) <= 0;
  }

  private boolean atLeast(Match match) {
    return match.bound() == null || dataClass().compareTo(match.bound()) >= 0;
  }

  /**
   * The element's floor, raised by the question and by what it is joined with, lowered by proof.
   */
  DataClass dataClass() {
    DataClass found = floor(element);
    if (question.dataClass() != null) found = found.max(question.dataClass());
    if (question.joined()) for (String other : question.data()) found = found.max(floor(other));
    boolean anonymous = new Reading(pack, question, element).of(DEIDENTIFIED) == Truth.TRUE;
    return anonymous ? found.min(DataClass.NON_PII) : found;
  }

  private DataClass floor(String data) {
    Facts facts = question.facts();
    return pack.vocabulary().floor(data).in(facts.roles(), facts.rolesKnown());
  }

  private interface Rule {
    boolean holds(Terms terms, @Nullable String asked, Tree tree);
  }

  private boolean each(Match match, Rule rule) {
    for (Map.Entry<Dimension, Terms> restricted : match.terms().entrySet()) {
      Dimension dimension = restricted.getKey();
      if (!rule.holds(restricted.getValue(), asked(dimension), pack.vocabulary().tree(dimension))) {
        return false;
      }
    }
    return true;
  }

  private @Nullable String asked(Dimension dimension) {
    return switch (dimension) {
      case ACTION -> question.action();
      case DATA -> element;
      case TECHNOLOGY -> question.terms().getOrDefault(dimension, Question.NO_TECHNOLOGY);
      case PURPOSE, RECIPIENT, POINT, SOURCE -> question.terms().get(dimension);
    };
  }

  /** The question with what its collection point says filled in where it is silent. */
  static Question complete(Pack pack, Question question) {
    PointRule point = pack.points().get(question.terms().getOrDefault(Dimension.POINT, ""));
    if (point == null) return question;
    Question filled = question;
    if (point.purpose() != null && question.term(Dimension.PURPOSE).isEmpty()) {
      filled = filled.with(Dimension.PURPOSE, point.purpose());
    }
    if (point.source() != null && question.term(Dimension.SOURCE).isEmpty()) {
      filled = filled.with(Dimension.SOURCE, point.source());
    }
    return filled;
  }
}
