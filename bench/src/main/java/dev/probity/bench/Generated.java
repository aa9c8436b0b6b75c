// SPDX-License-Identifier: Apache-2.0
package dev.probity.bench;

import dev.probity.kernel.clause.ChoiceRule;
import dev.probity.kernel.clause.ConsentLevel;
import dev.probity.kernel.clause.ConsentRule;
import dev.probity.kernel.clause.Pack;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A notice drawn from a fixed seed; the larger, the more specific its clauses, so that answers stay
 * mixed. Immutable.
 */
record Generated(List<Rule> rules) {
  static Generated of(int size) {
    Draw draw = Draw.seeded(7_700_000L + size);
    Breadth breadth = Breadth.of(size);
    List<Rule> rules = new ArrayList<>();
    for (String branch : World.DATA.branches()) rules.add(collecting(draw, branch, rules.size()));
    while (rules.size() < size) rules.add(rule(draw, breadth, rules.size()));
    return new Generated(List.copyOf(rules));
  }

  /** How much one clause speaks to: chances in percent. */
  private record Breadth(int forbids, int wide) {
    static Breadth of(int size) {
      if (size <= 60) return new Breadth(22, 100);
      return size <= 600 ? new Breadth(10, 30) : new Breadth(5, 3);
    }
  }

  /** Nothing may be used or shared that is never collected, so each branch is, for something. */
  private static Rule collecting(Draw draw, String branch, int number) {
    return new Rule(
        id(number),
        true,
        List.of("collect"),
        List.of(branch),
        List.of(draw.one(World.PURPOSES.branches())),
        List.of(draw.one(World.RECIPIENTS.branches())),
        List.of(),
        0,
        Optional.of(draw.one(World.CONSENTS)),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  private static Rule rule(Draw draw, Breadth breadth, int number) {
    boolean permits = !draw.percent(breadth.forbids());
    return new Rule(
        id(number),
        permits,
        draw.some(World.ACTIONS, 2),
        terms(draw, World.DATA, breadth),
        terms(draw, World.PURPOSES, breadth),
        terms(draw, World.RECIPIENTS, breadth),
        draw.percent(permits ? 40 : 20) ? places(draw) : List.of(),
        draw.percent(30) ? draw.one(World.AGES) : 0,
        permits && draw.percent(50) ? Optional.of(draw.one(World.CONSENTS)) : Optional.empty(),
        draw.percent(permits ? 40 : 80) ? Optional.of(draw.one(World.SIGNALS)) : Optional.empty(),
        permits && draw.percent(15) ? Optional.of(draw.one(World.EVIDENCE)) : Optional.empty(),
        permits && draw.percent(40) ? draw.some(World.ACTS, 3) : List.of());
  }

  private static String id(int number) {
    return "GEN-%04d".formatted(number + 1);
  }

  private static List<String> terms(Draw draw, Branches from, Breadth breadth) {
    return draw.percent(breadth.wide())
        ? draw.some(from.branches(), 2)
        : draw.some(from.leaves(), 3);
  }

  private static List<String> places(Draw draw) {
    List<String> all = new ArrayList<>(World.PLACES);
    all.addAll(World.WIDE_PLACES);
    return draw.some(all, 3);
  }

  Pack pack() {
    return new Pack(
        "generated",
        Integer.toString(rules.size()),
        World.IN_FORCE,
        "fixed-seed",
        World.vocabulary(),
        rules.stream().map(Rule::clause).toList(),
        Map.of(),
        each(World.CONSENTS, new ConsentRule(ConsentLevel.OPT_IN, Map.of())),
        each(World.SIGNALS, new ChoiceRule(Set.of(World.OFF), false)),
        Map.of(),
        List.of());
  }

  private static <R> Map<String, R> each(List<String> names, R rule) {
    return names.stream().collect(Collectors.toMap(Function.identity(), n -> rule));
  }
}
