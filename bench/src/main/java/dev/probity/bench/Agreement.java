// SPDX-License-Identifier: Apache-2.0
package dev.probity.bench;

import dev.probity.kernel.decide.Decider;
import dev.probity.kernel.decide.Effect;
import dev.probity.kernel.decide.Reference;
import dev.probity.kernel.engine.CompiledPack;
import dev.probity.kernel.engine.Verdict;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Whether all engines answer the same questions the same way, and how mixed the answers are.
 *
 * @param asked how many questions went to each engine
 * @param disagreements questions on which a door, the reference or jCasbin differs
 */
record Agreement(int clauses, int asked, int disagreements, Map<Effect, Integer> mix) {
  /**
   * @param slow how many questions the slow engines get as well
   */
  static Agreement check(int clauses, int questions, int slow) {
    Generated notice = Generated.of(clauses);
    List<Person> persons = Asked.persons();
    List<Asked> asked = Asked.drawn(questions);
    CompiledPack engine = CompiledPack.of(notice.pack());
    Decider reference = Reference.of(notice.pack());
    Casbin casbin = new Casbin(notice);
    Handles handles = new Handles(engine, asked, persons);
    Desk desk = new Desk(engine);
    Map<Effect, Integer> mix = new EnumMap<>(Effect.class);
    int wrong = 0;
    for (int i = 0; i < questions; i++) {
      Asked q = asked.get(i);
      Person person = persons.get(q.person());
      long answer = desk.handles(handles.asks[i], handles.atHand[q.person()]);
      Effect effect = Verdict.effect(answer);
      mix.merge(effect, 1, Integer::sum);
      boolean same =
          answer == desk.handlesAndFacts(handles.asks[i], handles.persons[q.person()])
              && answer == desk.names(q, person);
      if (i < slow) {
        same &= reference.decide(q.question(persons)).effect() == effect;
        same &= casbin.permits(Casbin.request(q, persons)) == (effect == Effect.PERMIT);
      }
      if (!same) wrong++;
    }
    return new Agreement(clauses, slow, wrong, mix);
  }

  String text() {
    return String.format(
        Locale.ROOT,
        "%,d clauses: %d disagreements; three doors on %,d questions, reference and jCasbin on %,d;"
            + " answers %s",
        clauses,
        disagreements,
        mix.values().stream().mapToInt(Integer::intValue).sum(),
        asked,
        mix);
  }
}
