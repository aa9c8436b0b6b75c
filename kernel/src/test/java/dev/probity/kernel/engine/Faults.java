// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.engine;

import dev.probity.kernel.clause.Condition;
import dev.probity.kernel.clause.Whose;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;

/**
 * Every way to spoil one place of the tables of a pack; each is planted in a fresh copy of them.
 */
final class Faults {
  /** One fault: what it is, and how to plant it. */
  record Fault(String name, Consumer<CompiledPack> plant) {}

  private final CompiledPack whole;
  private final List<Fault> found = new ArrayList<>();

  Faults(CompiledPack whole) {
    this.whole = whole;
  }

  private static Layer layer(CompiledPack pack, int number) {
    Edition edition = pack.all().getFirst();
    return number == 0 ? edition.own() : edition.laws()[number - 1];
  }

  private int layers() {
    return 1 + whole.all().getFirst().laws().length;
  }

  private void add(String name, int layer, Consumer<Layer> plant) {
    found.add(new Fault(name + " in layer " + layer, pack -> plant.accept(layer(pack, layer))));
  }

  List<Fault> bits() {
    for (int l = 0; l < layers(); l++) {
      Axis[] axes = layer(whole, l).index.axes;
      for (int d = 0; d < axes.length; d++) {
        for (int r = 0; r < axes[d].rows.length; r++) {
          if (asked(d, r, axes[d])) bits(l, d, r);
        }
      }
    }
    return found;
  }

  private void bits(int layer, int dimension, int row) {
    for (int e = 0; e < layer(whole, layer).entries.length; e++) {
      int entry = e;
      add(
          "bit " + entry + " of row " + row + " of dimension " + dimension,
          layer,
          l -> l.index.axes[dimension].rows[row][entry >>> 6] ^= 1L << entry);
    }
  }

  /** Whether any question can have a value of the row: some dimensions are never left out. */
  private boolean asked(int dimension, int row, Axis axis) {
    for (int v = 0; v < axis.rowOf.length; v++) {
      if (axis.rowOf[v] == row && !(neverLeft(dimension) && v == axis.rowOf.length - 1)) {
        return true;
      }
    }
    return false;
  }

  private static boolean neverLeft(int dimension) {
    return dimension == Space.ACTION.ordinal()
        || dimension == Space.DATA.ordinal()
        || dimension == Space.TECHNOLOGY.ordinal();
  }

  /** Lists of cells that some question falls into. */
  List<Fault> cells() {
    for (int l = 0; l < layers(); l++) {
      Layer layer = layer(whole, l);
      if (layer.index.cells == null) continue;
      for (int list : new TreeSet<>(lists(layer.index.cells, layer.index.axes, 0, 0))) {
        if (list != 0) add("last of list " + list + " dropped", l, x -> pool(x)[list]--);
      }
    }
    return found;
  }

  private static List<Integer> lists(Cells cells, Axis[] axes, int dimension, int cell) {
    if (dimension == axes.length) return List.of(cells.start[cell]);
    List<Integer> lists = new ArrayList<>();
    int values = axes[dimension].rowOf.length - (neverLeft(dimension) ? 1 : 0);
    int before = -1;
    for (int v = 0; v < values; v++) {
      int offset = cells.offset[dimension][v];
      if (offset != before) lists.addAll(lists(cells, axes, dimension + 1, cell + offset));
      before = offset;
    }
    return lists;
  }

  private static int[] pool(Layer layer) {
    if (layer.index.cells == null) throw new AssertionError("no cells");
    return layer.index.cells.pool;
  }

  /** The laws of the packs here permit nothing and know no class: only the notice's own. */
  List<Fault> elements() {
    for (int v = 0; v < whole.common().words().values(Space.DATA) - 1; v++) {
      int element = v;
      add("collected of " + element, 0, x -> x.collected[element] ^= true);
      add("floor of " + element, 0, x -> x.classes.floor[element] ^= 1);
      if (layer(whole, 0).classes.byRole[element].length > 0) {
        add("roles of " + element, 0, x -> x.classes.byRole[element] = Entry.NOTHING);
      }
    }
    return found;
  }

  List<Fault> points() {
    Layer layer = layer(whole, 0);
    for (int p = 0; p < layer.purposeAt.length; p++) {
      int point = p;
      if (layer.purposeAt[p] < 0) continue;
      add("purpose at " + point, 0, x -> x.purposeAt[point] = Words.NONE);
      add("source at " + point, 0, x -> x.sourceAt[point] = Words.NONE);
      add("list of " + point, 0, x -> x.index.declared[point] = false);
    }
    return found;
  }

  List<Fault> entries() {
    for (int l = 0; l < layers(); l++) {
      for (int e = 0; e < layer(whole, l).entries.length; e++) {
        Entry entry = layer(whole, l).entries[e];
        if (entry.except.length > 0) change("except", l, e, x -> with(x, x.when, x.unless, x.acts));
        if (entry.acts.length > 0) {
          change("acts", l, e, x -> yielding(x, with(x, x.when, x.unless, Entry.NOTHING)));
        }
        if (entry.when.length > 0) {
          change("when", l, e, x -> yielding(x, with(x, Gauge.NONE, x.unless, x.acts)));
        }
        if (entry.unless.length > 0) {
          change("unless", l, e, x -> yielding(x, with(x, x.when, Gauge.NONE, x.acts)));
        }
      }
    }
    return found;
  }

  private void change(String what, int layer, int e, Function<Entry, Entry> change) {
    add(
        what + " of entry " + e,
        layer,
        l -> {
          l.entries[e] = change.apply(l.entries[e]);
          l.rules.write(e, l.entries[e]);
          l.tell();
          // What all clauses of a law ask for is asked twice: before the law is judged, and by
          // each.
          for (int g = 0; g < l.gate.length; g++) l.gate[g] = read(l.gate[g], t -> Gauge.TRUE);
        });
  }

  /** Places at which a law is left out that binds there and can speak. */
  List<Fault> places() {
    boolean[][] binds = layer(whole, 0).bindsAt;
    for (int p = 0; p < binds.length; p++) {
      for (int o = 0; o < binds[p].length; o++) {
        int place = p;
        int overlay = o;
        boolean speaks =
            Arrays.stream(layer(whole, 1 + o).gate)
                .noneMatch(g -> g instanceof RegionGauge r && r.never(Whose.SUBJECT, place));
        if (binds[p][o] && speaks)
          add("overlay " + o + " at place " + p, 0, x -> x.bindsAt[place][overlay] = false);
      }
    }
    return found;
  }

  /** Gates that take what is unknown for false, and shut a law out that should speak. */
  List<Fault> gates() {
    for (int l = 0; l < layers(); l++) {
      for (int g = 0; g < layer(whole, l).gate.length; g++) {
        int gauge = g;
        add("gate " + g, l, x -> x.gate[gauge] = read(x.gate[gauge], t -> t & Gauge.TRUE));
      }
    }
    return found;
  }

  private static Gauge read(Gauge gauge, IntUnaryOperator reading) {
    return new Gauge(gauge.condition) {
      @Override
      int truth(Asking question, FactTable facts) {
        return reading.applyAsInt(gauge.truth(question, facts));
      }
    };
  }

  private static Entry with(Entry e, Gauge[] when, Gauge[] unless, int[] acts) {
    return new Entry(e.kind, e.clause, when, unless, e.needs, acts);
  }

  private static Entry yielding(Entry old, Entry made) {
    made.except = old.except;
    return made;
  }

  /** What a gauge of the first layer reads, spoiled in one byte or bit. */
  List<Fault> readings() {
    List<Gauge> gauges = gauges(layer(whole, 0));
    for (int i = 0; i < gauges.size(); i++) {
      int at = i;
      switch (gauges.get(i)) {
        case RegionGauge g -> {
          for (int place = 0; place < g.truth.length; place++) truths(at, place);
        }
        case ConsentGauge g -> {
          if (((Condition.Consent) g.condition).withdrawn()) continue;
          for (int m = 0; m < g.levels.level.length; m++) levels(at, m, g.levels.level[m].length);
        }
        case EvidenceGauge g -> {
          for (int k = 0; k < whole.common().words().size(Space.EVIDENCE); k++) kind(at, k);
        }
        default -> {}
      }
    }
    return found;
  }

  private void truths(int gauge, int place) {
    for (int step = 1; step < 3; step++) {
      int by = step;
      add(
          "truth of gauge " + gauge + " at place " + place + " by " + by,
          0,
          l -> {
            byte[] truth = ((RegionGauge) gauges(l).get(gauge)).truth;
            truth[place] = (byte) ((truth[place] + by) % 3);
            l.tell();
          });
    }
  }

  private void levels(int gauge, int mode, int places) {
    for (int p = 0; p < places; p++) {
      int place = p;
      add(
          "level of gauge " + gauge + " at place " + place + " by mode " + mode,
          0,
          l -> {
            byte[] level = ((ConsentGauge) gauges(l).get(gauge)).levels.level[mode];
            level[place] = (byte) (level[place] == 6 ? 5 : level[place] + 1);
          });
    }
  }

  private void kind(int gauge, int kind) {
    add(
        "kind " + kind + " of gauge " + gauge,
        0,
        l -> ((EvidenceGauge) gauges(l).get(gauge)).kinds[kind >>> 6] ^= 1L << kind);
  }

  /** In the trees that records are tied by, one word less above a word. */
  List<Fault> ancestors() {
    for (int i = 0; i < gauges(layer(whole, 0)).size(); i++) {
      if (!(gauges(layer(whole, 0)).get(i) instanceof ConsentGauge consent)) continue;
      for (dev.probity.kernel.clause.Tie tie : consent.ties.ties) {
        if (Space.of(tie) != Space.WORD) ancestors(i, Space.of(tie), consent.ties.trees);
      }
    }
    return found;
  }

  private void ancestors(int gauge, Space space, Trees trees) {
    Closure closure = trees.of(space);
    for (int w = 0; w < closure.size(); w++) {
      for (int a = 0; a < closure.size(); a++) {
        if (!closure.within(w, a)) continue;
        int bit = w * closure.stride * 64 + a;
        add(
            space + " " + w + " below " + a,
            0,
            l ->
                ((ConsentGauge) gauges(l).get(gauge)).ties.trees.of(space).above[bit >>> 6] &=
                    ~(1L << bit));
      }
    }
  }

  static List<Gauge> gauges(Layer layer) {
    List<Gauge> all = new ArrayList<>();
    for (Entry e : layer.entries) {
      all.addAll(List.of(e.when));
      all.addAll(List.of(e.unless));
      all.addAll(List.of(e.needs));
    }
    return all;
  }
}
