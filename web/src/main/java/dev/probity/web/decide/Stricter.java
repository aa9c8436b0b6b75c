// SPDX-License-Identifier: Apache-2.0
package dev.probity.web.decide;

import dev.probity.kernel.decide.Decider;
import dev.probity.kernel.decide.Decision;
import dev.probity.kernel.decide.Effect;
import dev.probity.kernel.question.Facts;
import dev.probity.kernel.question.Kind;
import dev.probity.kernel.question.Question;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Decides where a device says one thing and its person another: by each of the ways in which the
 * two may be weighed, and the strictest answer stands. A choice is the device's by default, and the
 * account's where that protects more. Immutable; costs a decision for each way.
 *
 * @param account what the person chose, of those choices that the device has made otherwise
 */
public record Stricter(Decider engine, Map<String, Set<String>> account) implements Decider {
  private static final int MOST = 6;

  /** By what is held of the person and the device; the engine itself where they agree. */
  public static Decider of(Decider engine, FactSheet own, FactSheet device) {
    Map<String, Set<String>> hers = own.choices();
    Map<String, Set<String>> here = device.choices();
    hers.keySet().retainAll(here.keySet());
    hers.entrySet().removeIf(choice -> choice.getValue().equals(here.get(choice.getKey())));
    return hers.isEmpty() ? engine : new Stricter(engine, hers);
  }

  @Override
  public Decision decide(Question question) {
    List<String> differ = account.keySet().stream().sorted().toList();
    // Why: unknown helps in no way, so that it is as strict as any.
    if (differ.size() > MOST) return engine.decide(question.withFacts(without(question.facts())));
    Decision strictest = engine.decide(question);
    for (int ways = 1; ways < 1 << differ.size(); ways++) {
      Map<String, Set<String>> choices = new HashMap<>(question.facts().choices());
      for (int i = 0; i < differ.size(); i++)
        if ((ways & 1 << i) != 0)
          choices.put(differ.get(i), account.getOrDefault(differ.get(i), Set.of()));
      strictest =
          stricter(strictest, engine.decide(question.withFacts(with(question.facts(), choices))));
    }
    return strictest;
  }

  /** The stricter of two, and for each element the stricter of two. */
  private static Decision stricter(Decision one, Decision other) {
    Decision hard = other.effect().compareTo(one.effect()) > 0 ? other : one;
    Map<String, Effect> elements = new TreeMap<>(one.elements());
    other
        .elements()
        .forEach((e, effect) -> elements.merge(e, effect, (a, b) -> a.compareTo(b) < 0 ? b : a));
    return new Decision(
        hard.effect(),
        hard.because(),
        hard.almost(),
        hard.acts(),
        hard.remedies(),
        elements,
        hard.pack());
  }

  private Facts without(Facts facts) {
    Map<String, Set<String>> choices = new HashMap<>(facts.choices());
    choices.keySet().removeAll(account.keySet());
    EnumSet<Kind> read = EnumSet.noneOf(Kind.class);
    read.addAll(facts.read());
    read.remove(Kind.CHOICE);
    return of(facts, read, choices);
  }

  private static Facts with(Facts facts, Map<String, Set<String>> choices) {
    return of(facts, facts.read(), choices);
  }

  private static Facts of(Facts facts, Set<Kind> read, Map<String, Set<String>> choices) {
    return new Facts(
        read,
        facts.consents(),
        choices,
        facts.notices(),
        facts.relations(),
        facts.evidence(),
        facts.regions(),
        facts.ages(),
        facts.roles(),
        facts.states(),
        facts.channel());
  }
}
