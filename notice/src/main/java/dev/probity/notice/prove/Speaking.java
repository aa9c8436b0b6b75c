// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.prove;

import dev.probity.kernel.clause.Clause;
import dev.probity.kernel.clause.Condition;
import dev.probity.kernel.clause.Match;
import dev.probity.kernel.clause.Terms;
import dev.probity.kernel.term.DataClass;
import dev.probity.kernel.term.Dimension;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How one layer reads matches and conditions, as literals over the space. One thread. */
final class Speaking {
  private final Space space;
  private final Gates gates;
  private final Layer layer;
  private final Map<Condition, Both> known = new HashMap<>();
  private final Map<DataClass, Integer> classes = new HashMap<>();

  Speaking(Space space, Layer layer) {
    this.space = space;
    this.gates = space.gates();
    this.layer = layer;
  }

  Layer layer() {
    return layer;
  }

  Both read(Condition condition) {
    return known.computeIfAbsent(condition, c -> space.read(c, layer));
  }

  /** All of them. */
  Both all(List<Condition> conditions) {
    List<Integer> yes = new ArrayList<>();
    List<Integer> no = new ArrayList<>();
    for (Condition c : conditions) {
      yes.add(read(c).yes());
      no.add(read(c).no());
    }
    return new Both(gates.and(yes), gates.or(no));
  }

  /** One of them holds for certain. */
  int any(List<Condition> conditions) {
    return gates.or(conditions.stream().map(c -> read(c).yes()).toList());
  }

  int covers(Clause.Permit permit) {
    Match match = permit.match();
    List<Integer> all = new ArrayList<>();
    if (match.bound() != null && match.bound() != DataClass.PHI)
      all.add(-atLeast(DataClass.values()[match.bound().ordinal() + 1]));
    InOrder.of(match.terms()).forEach((d, terms) -> all.add(covered(d, terms)));
    if (!match.terms().containsKey(Dimension.POINT)) all.add(-atPoint());
    return gates.and(all);
  }

  /** A collection at a point, whose list is then the whole list. */
  private int atPoint() {
    List<Integer> any = new ArrayList<>();
    for (String point : InOrder.of(layer.rules().points().keySet()))
      any.add(space.asking().stated(Dimension.POINT, point));
    int collect = space.asking().stated(Dimension.ACTION, Asking.COLLECT);
    return gates.and(collect, gates.or(any));
  }

  int overlaps(Match match) {
    List<Integer> all = new ArrayList<>();
    if (match.bound() != null) all.add(atLeast(match.bound()));
    InOrder.of(match.terms()).forEach((d, terms) -> all.add(overlapped(d, terms)));
    return gates.and(all);
  }

  int contains(Match match) {
    List<Integer> all = new ArrayList<>();
    if (match.bound() != null) all.add(atLeast(match.bound()));
    InOrder.of(match.terms()).forEach((d, terms) -> all.add(covered(d, terms)));
    return gates.and(all);
  }

  private int covered(Dimension d, Terms terms) {
    BitSet words = space.asking().axis(d).covered(terms, layer.rules().vocabulary().tree(d));
    return space.asking().inside(d, words, layer, false);
  }

  private int overlapped(Dimension d, Terms terms) {
    BitSet words = space.asking().axis(d).overlapped(terms, layer.rules().vocabulary().tree(d));
    return space.asking().inside(d, words, layer, true);
  }

  private int atLeast(DataClass least) {
    return classes.computeIfAbsent(least, c -> space.atLeast(c, layer));
  }

  /** Some permit lets the element be collected, in whatever circumstances; or it is just that. */
  int collected() {
    Axis data = space.asking().axis(Dimension.DATA);
    var actions = layer.rules().vocabulary().tree(Dimension.ACTION);
    BitSet words = new BitSet();
    for (Clause clause : layer.rules().clauses()) {
      if (!(clause instanceof Clause.Permit p)) continue;
      Terms action = p.match().terms().get(Dimension.ACTION);
      if (action != null && !action.cover(Asking.COLLECT, actions)) continue;
      Terms what = p.match().terms().getOrDefault(Dimension.DATA, new Terms(Set.of(), true));
      words.or(data.covered(what, layer.rules().vocabulary().tree(Dimension.DATA)));
    }
    int collect = space.asking().stated(Dimension.ACTION, Asking.COLLECT);
    return gates.or(collect, space.asking().inside(Dimension.DATA, words, layer, false));
  }
}
