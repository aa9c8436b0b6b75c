// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.engine;

import dev.probity.kernel.clause.Clause;
import dev.probity.kernel.clause.Condition;
import dev.probity.kernel.clause.Match;
import dev.probity.kernel.clause.Overlay;
import dev.probity.kernel.clause.Pack;
import dev.probity.kernel.clause.Terms;
import dev.probity.kernel.term.DataClass;
import dev.probity.kernel.term.Dimension;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes the tables of one pack. Used once, by one thread. */
final class LayerCompiler {
  /** An entry to be, with what it matches. */
  private record Draft(Entry entry, Match match, Set<String> except, String cite) {}

  private record Reach(Terms terms, boolean covers) {}

  private final Pack pack;
  private final Words words;
  private final Trees trees;
  private final Gauges gauges;
  private final Printed printed;
  private final String prefix;
  private final int places;
  private final List<Draft> drafts = new ArrayList<>();

  /**
   * @param prefix what citations of this layer begin with
   * @param places how many places somebody can be in
   */
  LayerCompiler(
      Pack pack,
      Words words,
      Trees trees,
      Gauges gauges,
      Printed printed,
      String prefix,
      int places) {
    this.pack = pack;
    this.words = words;
    this.trees = trees;
    this.gauges = gauges;
    this.printed = printed;
    this.prefix = prefix;
    this.places = places;
  }

  Layer compile(Cells.Budget budget) {
    pack.clauses().forEach(this::draft);
    for (int i = 0; prefix.isEmpty() && i < pack.overlays().size(); i++) draft(i);
    drafts.sort(Comparator.comparing(d -> d.entry.kind));
    Entry[] entries = drafts.stream().map(Draft::entry).toArray(Entry[]::new);
    link();
    Axis[] axes = new Axis[Space.DIMENSIONS + 1];
    for (Dimension d : Dimension.values()) axes[Space.of(d).ordinal()] = axis(d);
    axes[Asking.CLASS] = classAxis();
    boolean[] declared = new boolean[words.values(Space.POINT)];
    pack.points().keySet().forEach(p -> declared[words.index(Space.POINT, p)] = true);
    int collect = words.index(Space.ACTION, Gathering.COLLECT);
    Index index = new Index(axes, declared, atPoint(axes), collect, entries.length, budget);
    return new Layer(
        entries,
        index,
        new Floors(pack.vocabulary(), words, gauges).classes(),
        byPoint(Space.PURPOSE),
        byPoint(Space.SOURCE),
        collected(axes, entries),
        collect,
        prefix.isEmpty() ? Gauge.NONE : gauges.of(Reachable.conditions(pack)),
        places);
  }

  private void draft(Clause clause) {
    switch (clause) {
      case Clause.Permit c ->
          add(c, Entry.Kind.PERMIT, List.of(), List.of(), printed.acts(c.then()), Set.of());
      case Clause.Forbid c ->
          add(c, Entry.Kind.FORBID, c.unless(), List.of(), printed.acts(c.then()), c.except());
      case Clause.Close c ->
          add(c, Entry.Kind.CLOSE, c.unless(), List.of(), Entry.NOTHING, Set.of());
      case Clause.Require c -> {
        int[] attached = {printed.act(Attached.act(c.needs()))};
        add(c, Entry.Kind.REQUIRE, c.unless(), List.of(c.needs()), attached, Set.of());
      }
      case Clause.Outside c -> {
        add(c, Entry.Kind.SURELY_OUTSIDE, List.of(), List.of(), Entry.NOTHING, Set.of());
        add(c, Entry.Kind.MAYBE_OUTSIDE, List.of(), List.of(), Entry.NOTHING, Set.of());
      }
      case Clause.Duty c -> {}
    }
  }

  private void add(
      Clause clause,
      Entry.Kind kind,
      List<Condition> unless,
      List<Condition> needs,
      int[] acts,
      Set<String> except) {
    int cite = printed.cite(prefix + clause.cite(), clause.id());
    Entry entry =
        new Entry(kind, cite, gauges.of(clause.when()), gauges.of(unless), gauges.of(needs), acts);
    drafts.add(new Draft(entry, clause.match(), except, clause.cite()));
  }

  private void draft(int number) {
    Overlay overlay = pack.overlays().get(number);
    Gauge[] when = gauges.of(overlay.when());
    Entry entry =
        new Entry(Entry.Kind.OVERLAY, number, when, Gauge.NONE, Gauge.NONE, Entry.NOTHING);
    entry.from = overlay.pack().inForce();
    Match match = Reachable.of(overlay, pack.vocabulary());
    drafts.add(new Draft(entry, match, Set.of(), overlay.cite()));
  }

  /** Tells each forbid which permits it yields to. */
  private void link() {
    Map<String, List<Integer>> permits = new HashMap<>();
    for (int e = 0; e < drafts.size(); e++) {
      if (drafts.get(e).entry.kind != Entry.Kind.PERMIT) continue;
      permits.computeIfAbsent(drafts.get(e).cite, c -> new ArrayList<>()).add(e);
    }
    for (Draft draft : drafts) {
      draft.entry.except =
          draft.except.stream()
              .flatMap(cite -> permits.getOrDefault(cite, List.of()).stream())
              .mapToInt(Integer::intValue)
              .toArray();
    }
  }

  private Axis axis(Dimension dimension) {
    Space space = Space.of(dimension);
    Axis.Builder axis = new Axis.Builder(words.values(space), drafts.size());
    Map<Reach, int[]> reached = new HashMap<>();
    TermSets sets = new TermSets(trees.of(space), words, space);
    for (int e = 0; e < drafts.size(); e++) {
      Terms terms = drafts.get(e).match.terms().get(dimension);
      if (terms == null) continue;
      Reach reach = new Reach(terms, drafts.get(e).entry.covers());
      axis.restrict(e, reached.computeIfAbsent(reach, r -> sets.values(r.terms, r.covers)));
    }
    return axis.build();
  }

  /** A permit's bound is read "at most", every other "at least". */
  private Axis classAxis() {
    DataClass[] all = DataClass.values();
    Axis.Builder axis = new Axis.Builder(all.length, drafts.size());
    for (int e = 0; e < drafts.size(); e++) {
      DataClass bound = drafts.get(e).match.bound();
      if (bound == null) continue;
      boolean atMost = drafts.get(e).entry.kind == Entry.Kind.PERMIT;
      int[] values =
          java.util.stream.IntStream.range(0, all.length)
              .filter(c -> atMost ? c <= bound.ordinal() : c >= bound.ordinal())
              .toArray();
      axis.restrict(e, values);
    }
    return axis.build();
  }

  private long[] atPoint(Axis[] axes) {
    long[] named = axes[Space.POINT.ordinal()].restricted.clone();
    for (int e = 0; e < drafts.size(); e++) {
      if (drafts.get(e).entry.kind != Entry.Kind.PERMIT) named[e >>> 6] |= 1L << e;
    }
    return named;
  }

  private boolean[] collected(Axis[] axes, Entry[] entries) {
    Axis action = axes[Space.ACTION.ordinal()];
    Axis data = axes[Space.DATA.ordinal()];
    int collect = words.index(Space.ACTION, Gathering.COLLECT);
    boolean[] collected = new boolean[words.values(Space.DATA)];
    for (int e = 0; e < entries.length; e++) {
      if (entries[e].kind != Entry.Kind.PERMIT || !action.has(collect, e)) continue;
      for (int v = 0; v < collected.length; v++) collected[v] |= data.has(v, e);
    }
    return collected;
  }

  private int[] byPoint(Space space) {
    int[] filled = new int[words.values(Space.POINT)];
    java.util.Arrays.fill(filled, Words.NONE);
    pack.points()
        .forEach(
            (point, rule) -> {
              String said = space == Space.PURPOSE ? rule.purpose() : rule.source();
              if (said != null) {
                filled[words.index(Space.POINT, point)] = words.index(space, said);
              }
            });
    return filled;
  }
}
