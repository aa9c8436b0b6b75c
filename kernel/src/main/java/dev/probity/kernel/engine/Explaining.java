// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.engine;

import dev.probity.kernel.decide.Decision;
import dev.probity.kernel.decide.Effect;
import dev.probity.kernel.decide.Remedies;
import dev.probity.kernel.question.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntFunction;

/**
 * Turns a decision into one that people read: effect, reasons and acts are those of the fast path;
 * near misses, remedies and each element's own answer are added. Allocates freely.
 */
record Explaining(Engine engine) {
  Decision decide(Question asked) {
    Asking question = engine.asking(asked.at()).load(asked);
    FactTable facts = engine.facts().load(asked.facts());
    int[] buffer = engine.buffer();
    long decision = engine.decide(question, facts, buffer);
    List<String> because = words(Verdict.reasons(decision), i -> cite(i, buffer));
    List<String> acts = words(Verdict.acts(decision), i -> engine.act(Verdict.act(i, buffer)));

    question.pen.open(engine.buffer());
    boolean inForce = engine.choose(question, facts);
    Map<String, Found> found = new TreeMap<>();
    for (int i = 0; i < question.elements(); i++) {
      question.take(i);
      question.pen.back(0, 0);
      found.put(question.elementWord(i), inForce ? engine.explain(question, facts) : SILENT);
    }
    Effect effect = Verdict.effect(decision);
    Map<String, Effect> elements = new TreeMap<>();
    found.forEach((element, f) -> elements.put(element, Effect.values()[f.effect()]));
    return new Decision(
        effect,
        because,
        almost(found, effect),
        acts,
        effect == Effect.DENY ? remedies(found).asLists() : List.of(),
        elements,
        inForce ? engine.deciding(question) : "");
  }

  private static final Found SILENT = new Found(Verdict.NOT_COVERED, List.of(), Remedies.NONE);

  private List<String> almost(Map<String, Found> found, Effect effect) {
    List<Integer> nearly = new ArrayList<>();
    for (Found one : found.values()) {
      if (one.effect() == effect.ordinal()) nearly.addAll(one.almost());
    }
    return words(nearly.size(), i -> engine.cite(nearly.get(i)));
  }

  /** What lifts every DENY; nothing where an element has no clause at all. */
  private static Remedies remedies(Map<String, Found> found) {
    List<Remedies> needed = new ArrayList<>();
    for (Found one : found.values()) {
      if (one.effect() == Verdict.DENY) needed.add(one.ways());
      if (one.effect() == Verdict.NOT_COVERED) needed.add(Remedies.NONE);
    }
    return Remedies.allOf(needed);
  }

  private String cite(int i, int[] buffer) {
    return engine.cite(Verdict.reason(i, buffer));
  }

  private static List<String> words(int count, IntFunction<String> word) {
    TreeSet<String> sorted = new TreeSet<>();
    for (int i = 0; i < count; i++) sorted.add(word.apply(i));
    return List.copyOf(sorted);
  }
}
