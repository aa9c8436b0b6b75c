// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.engine;

import dev.probity.kernel.clause.History;
import dev.probity.kernel.decide.Decider;
import dev.probity.kernel.decide.Decision;
import dev.probity.kernel.fault.Fault;
import dev.probity.kernel.fault.Where;
import dev.probity.kernel.question.Question;
import java.util.List;
import java.util.Optional;

/**
 * A notice that can change while it decides. A new one is compiled and checked beside the old one
 * and takes over in one write, or is refused whole and the old one stays. Safe for any number of
 * threads; a decision reads the reference once and never waits.
 *
 * <p>Handles, askings and tables belong to the engine that made them: who holds some compares
 * {@link #current} with the engine they came from, and makes new ones when it is another.
 */
public final class LiveEngine implements Decider {
  /** The fault of a notice that did not pass its checks. */
  public static final String REFUSED = "PRB-K001";

  private final List<Check> checks;
  private volatile Compiled current;

  public LiveEngine(Compiled first, List<Check> checks) {
    this.current = first;
    this.checks = List.copyOf(checks);
  }

  public Compiled current() {
    return current;
  }

  @Override
  public Decision decide(Question question) {
    return current.decide(question);
  }

  /**
   * Lets a new notice take over; costs its compilation and its checks, on the calling thread.
   *
   * @return why the notice was refused; empty where it decides from now on
   */
  public synchronized Optional<Fault> swap(History next) {
    Compiled compiled = Compiled.of(next);
    for (Check check : checks) {
      Optional<String> objection = check.objection(next, compiled);
      if (objection.isPresent()) return Optional.of(refused(next, objection.get()));
    }
    current = compiled;
    return Optional.empty();
  }

  private static Fault refused(History next, String objection) {
    return new Fault(
        REFUSED,
        "the notice " + next.newest().name() + " was refused: " + objection,
        "keep the notice in force and mend what the check names; a disagreement of the engines is"
            + " a mistake in Probity, please report it",
        Where.file(next.newest().id()));
  }
}
