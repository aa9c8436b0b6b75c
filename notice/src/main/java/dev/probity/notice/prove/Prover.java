// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.prove;

import dev.probity.kernel.clause.History;
import dev.probity.kernel.clause.Pack;
import dev.probity.kernel.decide.Decision;
import dev.probity.kernel.decide.Effect;
import dev.probity.kernel.decide.Reference;
import dev.probity.kernel.question.Question;
import dev.probity.kernel.term.Dimension;
import dev.probity.notice.pack.Assertion;
import dev.probity.notice.pack.PackSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Proves assertions over every question about one element that can be asked while the newest
 * version is in force, or refutes them with one. Several elements are decided one by one, so that
 * what holds of each holds of all. A refutation counts only once the reference engine has given the
 * same answer. Immutable; cost in {@code docs/design/prove.md}.
 */
public final class Prover {
  /** Is told how far a long search has come. */
  public interface Watcher {
    void at(int done, int all);
  }

  private final History history;
  private final Collection<String> regions;
  private final Reference reference;

  private Prover(History history, Collection<String> regions) {
    this.history = history;
    this.regions = List.copyOf(regions);
    this.reference = new Reference(history);
  }

  public static Prover of(PackSource source) {
    return new Prover(source.history(), source.words(new ArrayList<>()).all("region"));
  }

  /** Over regions that the pack names, and others that nobody names. */
  public static Prover of(History history) {
    return new Prover(history, List.of());
  }

  public static Prover of(Pack pack) {
    return of(History.of(pack));
  }

  public Conclusion prove(Assertion assertion) {
    Tested tested = new Tested(history.newest(), assertion);
    List<Instant> moments = Moments.of(history);
    Map<Dimension, Integer> classes = new EnumMap<>(Dimension.class);
    int facts = 0;
    int aside = 0;
    for (Instant at : moments) {
      Spoken spoken = Spoken.nothing();
      Answers.gather(history, spoken);
      Layer layer = Layer.own(history.newest());
      spoken.matches().add(new Spoken.Matched(layer, assertion.match()));
      spoken.all(layer, assertion.when());
      spoken.all(layer, assertion.unless());
      Space space = new Space(new Gates(), spoken, at, regions);
      Answers answers = Answers.of(space, history);
      int against = contradicts(assertion, answers, space.gates());
      Search search = new Search(space);
      Optional<Question> found =
          search.find(q -> tested.contradicts(q, reference.decide(q)), against);
      for (Dimension d : Dimension.values())
        classes.merge(d, space.asking().axis(d).representatives().size(), Math::max);
      facts = Math.max(facts, space.gates().inputs());
      aside += search.setAside();
      int clauses = history.newest().clauses().size();
      Conclusion.Checked checked = new Conclusion.Checked(moments, clauses, classes, facts, aside);
      if (found.isPresent()) {
        Question witness = Shorter.of(found.get(), q -> tested.contradicts(q, reference.decide(q)));
        return new Conclusion.Refuted(assertion, checked, witness, reference.decide(witness));
      }
    }
    int clauses = history.newest().clauses().size();
    return new Conclusion.Proved(
        assertion, new Conclusion.Checked(moments, clauses, classes, facts, aside));
  }

  private static int contradicts(Assertion assertion, Answers answers, Gates gates) {
    Speaking speaking = answers.own().speaking();
    int permit = answers.effect(Effect.PERMIT);
    return gates.and(
        speaking.contains(assertion.match()),
        speaking.all(assertion.when()).yes(),
        -speaking.any(assertion.unless()),
        assertion.never() ? permit : -permit);
  }

  /** Clauses that never decide, permits that never permit, points where nothing may be taken. */
  public List<Finding> findings() {
    return findings((done, all) -> {});
  }

  /** The same, while somebody watches. */
  public List<Finding> findings(Watcher watcher) {
    return new Idle(history, regions, watcher).find();
  }

  public static List<Finding> findings(PackSource source) {
    return of(source).findings();
  }

  Decision decide(Question question) {
    return reference.decide(question);
  }
}
