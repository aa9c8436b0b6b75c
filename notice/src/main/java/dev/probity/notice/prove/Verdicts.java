// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.prove;

import dev.probity.kernel.clause.Clause;
import dev.probity.kernel.decide.Effect;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One layer's answer as literals: which effect it has, and which clause decides. The five steps of
 * {@code docs/language.md} again, as formulas; checked against the reference by brute force. One
 * thread.
 */
final class Verdicts {
  private final Gates gates;
  private final Speaking speaking;
  private final List<Clause> clauses;
  private final Map<Effect, Integer> effects = new EnumMap<>(Effect.class);
  private final Map<Clause, Integer> decisive = new LinkedHashMap<>();
  private final Map<Clause.Permit, Integer> met = new LinkedHashMap<>();
  private final Map<String, List<Integer>> metByCite = new LinkedHashMap<>();

  Verdicts(Space space, Layer layer) {
    this.gates = space.gates();
    this.speaking = new Speaking(space, layer);
    this.clauses = layer.rules().clauses();
    Map<Clause, Integer> nearly = permits();
    Map<Clause, Integer> outside = new LinkedHashMap<>();
    Map<Clause, Integer> against = new LinkedHashMap<>();
    Map<Clause, Integer> closing = new LinkedHashMap<>();
    for (Clause clause : clauses) {
      switch (clause) {
        case Clause.Outside c -> {
          Both when = speaking.all(c.when());
          outside.put(c, gates.and(speaking.contains(c.match()), when.yes()));
          against.put(c, gates.and(speaking.overlaps(c.match()), -when.no()));
        }
        case Clause.Forbid c -> against.put(c, bites(c));
        case Clause.Require c -> against.put(c, fails(c));
        case Clause.Close c -> closing.put(c, lies(c, c.unless()));
        case Clause.Permit c -> {}
        case Clause.Duty c -> {}
      }
    }
    steps(outside, against, nearly, closing);
  }

  private Map<Clause, Integer> permits() {
    Map<Clause, Integer> nearly = new LinkedHashMap<>();
    for (Clause clause : clauses) {
      if (!(clause instanceof Clause.Permit p)) continue;
      int covers = speaking.covers(p);
      int holds = gates.and(covers, speaking.all(p.when()).yes());
      met.put(p, holds);
      metByCite.computeIfAbsent(p.cite(), k -> new ArrayList<>()).add(holds);
      List<Integer> never =
          p.when().stream().filter(c -> !c.changeable()).map(c -> speaking.read(c).no()).toList();
      nearly.put(p, gates.and(covers, -holds, -gates.or(never)));
    }
    return nearly;
  }

  private int bites(Clause.Forbid c) {
    List<Integer> yields = new ArrayList<>();
    for (String cite : c.except()) yields.addAll(metByCite.getOrDefault(cite, List.of()));
    return gates.and(lies(c, c.unless()), -gates.or(yields));
  }

  private int fails(Clause.Require c) {
    return gates.and(lies(c, c.unless()), speaking.read(c.needs()).no());
  }

  private int lies(Clause c, List<dev.probity.kernel.clause.Condition> unless) {
    return gates.and(
        speaking.overlaps(c.match()), -speaking.all(c.when()).no(), -speaking.any(unless));
  }

  private void steps(
      Map<Clause, Integer> outside,
      Map<Clause, Integer> against,
      Map<Clause, Integer> nearly,
      Map<Clause, Integer> closing) {
    int elsewhere = step(outside, Gates.TRUE);
    int forbidden = step(against, -elsewhere);
    int quiet = gates.and(-elsewhere, -forbidden);
    int open = gates.and(quiet, speaking.collected());
    int permitted = step(met, open);
    int almost = step(nearly, gates.and(open, -permitted));
    int silent = gates.and(quiet, -permitted, -almost);
    int closed = step(closing, silent);
    effects.put(Effect.OUT_OF_SCOPE, elsewhere);
    effects.put(Effect.PERMIT, permitted);
    effects.put(Effect.DENY, gates.or(forbidden, almost, closed));
    effects.put(Effect.NOT_COVERED, gates.and(silent, -closed));
  }

  /** Whether a step decides that is reached where {@code reached} holds. */
  private int step(Map<? extends Clause, Integer> speak, int reached) {
    speak.forEach(
        (clause, literal) ->
            decisive.merge(clause, gates.and(reached, literal), (a, b) -> gates.or(a, b)));
    return gates.and(reached, gates.or(speak.values()));
  }

  Speaking speaking() {
    return speaking;
  }

  int effect(Effect effect) {
    return effects.getOrDefault(effect, Gates.FALSE);
  }

  /** Where each clause is among those an answer cites. */
  Map<Clause, Integer> decisive() {
    return decisive;
  }

  /** Where each permit covers and all its conditions hold, whatever else speaks. */
  Map<Clause.Permit, Integer> met() {
    return met;
  }
}
