// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.engine;

import dev.probity.kernel.clause.History;
import dev.probity.kernel.clause.Pack;
import dev.probity.kernel.decide.Remedies;
import java.util.ArrayList;
import java.util.List;

/**
 * All versions of a notice, compiled: chooses the one in force at the event and honours pins, as
 * {@code Reference} does. Immutable; share it between threads.
 */
public final class Compiled extends Engine {
  private final History.Pin pin;

  /** Oldest first. */
  private final Edition[] editions;

  private final String cite;
  private final int citeNumber;

  private Compiled(EditionCompiler compiler, History history, Edition[] editions, int number) {
    super(compiler);
    this.pin = history.pin();
    this.editions = editions;
    this.cite = history.cite();
    this.citeNumber = number;
  }

  public static Compiled of(Pack only) {
    return of(History.of(only));
  }

  /** Compiles every version; costs milliseconds for each. */
  public static Compiled of(History history) {
    return of(history, Cells.Budget.USUAL);
  }

  static Compiled of(History history, Cells.Budget budget) {
    EditionCompiler compiler = new EditionCompiler(history.versions(), history.until(), budget);
    int number = compiler.printed.cite(history.cite(), history.cite());
    Edition[] editions = history.versions().stream().map(compiler::compile).toArray(Edition[]::new);
    return new Compiled(compiler, history, editions, number);
  }

  @Override
  List<Edition> all() {
    return List.of(editions);
  }

  @Override
  boolean choose(Asking question, FactTable facts) {
    question.current = -1;
    for (int e = 0; e < editions.length; e++) {
      if (editions[e].pack().inForce().compareTo(question.at) <= 0) question.current = e;
    }
    if (question.current < 0) return false;
    question.older = older(question, facts);
    return true;
  }

  /** The older version the datum is still under; -1 where there is none or the pin has ended. */
  private int older(Asking question, FactTable facts) {
    if (pin == History.Pin.NONE || question.pinned == null || question.elements() == 0) return -1;
    Edition current = editions[question.current];
    if (ended(current, question, facts)) return -1;
    for (int e = 0; e < editions.length; e++) {
      Pack pack = editions[e].pack();
      if (!pack.version().equals(question.pinned)) continue;
      return pack.inForce().isBefore(current.pack().inForce()) ? e : -1;
    }
    return -1;
  }

  private static boolean ended(Edition current, Asking question, FactTable facts) {
    for (int i = 0; i < question.elements(); i++) {
      question.take(i);
      if (Gauge.all(current.until(), question, facts) != Gauge.TRUE) return false;
    }
    return true;
  }

  @Override
  int judge(Asking question, FactTable facts) {
    if (question.older < 0) return editions[question.current].judge(question, facts);
    if (pin == History.Pin.ALL) return editions[question.older].judge(question, facts);
    Pen pen = question.pen;
    int reasons = pen.reasons;
    int acts = pen.acts;
    int now = editions[question.current].judge(question, facts);
    if (now != Verdict.PERMIT) return now;
    if (permittedBefore(acts, question, facts)) return Verdict.PERMIT;
    pen.back(reasons, acts);
    if (!cite.isEmpty()) pen.reason(citeNumber);
    return Verdict.DENY;
  }

  /** Both versions must permit, and what either asks to be done must be done. */
  private boolean permittedBefore(int firstAct, Asking question, FactTable facts) {
    Pen pen = question.pen;
    int reasons = pen.reasons;
    int acts = pen.acts;
    question.retake();
    int before = editions[question.older].judge(question, facts);
    pen.back(reasons, pen.acts);
    pen.mergeActs(firstAct, acts);
    return before == Verdict.PERMIT;
  }

  @Override
  Found explain(Asking question, FactTable facts) {
    if (question.older < 0) return Found.of(editions[question.current], question, facts);
    Found before = Found.of(editions[question.older], question, facts);
    if (pin == History.Pin.ALL) return before;
    question.retake();
    Found now = Found.of(editions[question.current], question, facts);
    boolean newly = now.effect() == Verdict.PERMIT && before.effect() != Verdict.PERMIT;
    return newly ? notYet(question, facts) : now;
  }

  private Found notYet(Asking question, FactTable facts) {
    question.retake();
    List<Remedies> needed = new ArrayList<>();
    for (Gauge gauge : editions[question.current].until()) {
      if (gauge.truth(question, facts) == Gauge.TRUE) continue;
      needed.add(gauge.changeable ? Remedies.of(gauge.condition.text()) : Remedies.NONE);
    }
    return new Found(Verdict.DENY, List.of(), Remedies.allOf(needed));
  }

  @Override
  String deciding(Asking question) {
    boolean old = pin == History.Pin.ALL && question.older >= 0;
    return editions[old ? question.older : question.current].pack().name();
  }
}
