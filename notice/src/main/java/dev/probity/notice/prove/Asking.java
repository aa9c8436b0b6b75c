// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.prove;

import dev.probity.kernel.clause.Condition;
import dev.probity.kernel.clause.Terms;
import dev.probity.kernel.clause.Tie;
import dev.probity.kernel.question.Question;
import dev.probity.kernel.term.DataClass;
import dev.probity.kernel.term.Dimension;
import dev.probity.kernel.term.Floor;
import dev.probity.kernel.term.Tree;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The words of the question: one term of each dimension or none, a class that raises, a mode, a
 * subject. One thread.
 */
final class Asking {
  /** The one action whose point closes the list of its permits. */
  static final String COLLECT = "collect";

  static final String OTHER = "another";
  private static final Set<Dimension> ALWAYS =
      Set.of(Dimension.ACTION, Dimension.DATA, Dimension.TECHNOLOGY);

  private final Gates gates;
  private final Map<Dimension, Axis> axes = new EnumMap<>(Dimension.class);
  private final Map<Dimension, int[]> terms = new EnumMap<>(Dimension.class);
  private final Map<Dimension, Integer> left = new EnumMap<>(Dimension.class);
  private final Map<String, Integer> modes = new LinkedHashMap<>();
  private final int noMode;
  private final int subject;
  private final Map<DataClass, Integer> raised = new EnumMap<>(DataClass.class);
  private final Map<Sought, Integer> known = new HashMap<>();

  private record Sought(Dimension dimension, Map<String, ?> points, BitSet inside, boolean open) {}

  Asking(Gates gates, Spoken spoken) {
    this.gates = gates;
    for (Dimension d : Dimension.values()) choose(d, axis(d, spoken));
    modesOf(spoken).forEach(m -> modes.put(m, gates.variable()));
    noMode = gates.variable();
    List<Integer> one = new ArrayList<>(modes.values());
    one.add(noMode);
    gates.exactlyOne(one.stream().mapToInt(Integer::intValue).toArray());
    subject = gates.variable();
    int before = Gates.TRUE;
    for (DataClass c : DataClass.values()) {
      int at = c == DataClass.PUBLIC ? Gates.TRUE : gates.variable();
      gates.solver().add(-at, before);
      raised.put(c, at);
      before = at;
    }
  }

  private void choose(Dimension d, Axis axis) {
    axes.put(d, axis);
    int[] each = new int[axis.representatives().size()];
    for (int i = 0; i < each.length; i++) each[i] = gates.variable();
    terms.put(d, each);
    int none = ALWAYS.contains(d) ? Gates.FALSE : gates.variable();
    left.put(d, none);
    int[] all = Arrays.copyOf(each, each.length + 1);
    all[each.length] = none;
    gates.exactlyOne(none == Gates.FALSE ? each : all);
  }

  private static Axis axis(Dimension d, Spoken spoken) {
    Set<String> listed = new HashSet<>();
    for (var m : spoken.matches()) {
      Terms terms = m.match().terms().get(d);
      if (terms != null) listed.addAll(terms.listed());
    }
    Set<String> all = new HashSet<>(listed);
    for (Layer layer : spoken.layers()) {
      all.addAll(layer.rules().vocabulary().tree(d).parents().keySet());
      if (d == Dimension.POINT) all.addAll(layer.points().keySet());
      for (String point : layer.points().keySet()) layer.filledIn(d, point).ifPresent(all::add);
    }
    if (d == Dimension.TECHNOLOGY) all.add(Question.NO_TECHNOLOGY);
    if (d == Dimension.ACTION) all.add(COLLECT);
    if (all.isEmpty()) all.add(OTHER);
    Axis axis = new Axis(all, listed);
    cut(axis, d, spoken);
    return axis;
  }

  private static void cut(Axis axis, Dimension d, Spoken spoken) {
    for (var m : spoken.matches()) {
      Terms terms = m.match().terms().get(d);
      if (terms == null) continue;
      axis.cut(terms, m.layer().rules().vocabulary().tree(d));
    }
    for (Layer layer : spoken.layers()) {
      for (String point : layer.points().keySet()) {
        if (d == Dimension.POINT) axis.cutOut(point);
        layer.filledIn(d, point).ifPresent(axis::cutOut);
      }
      if (d == Dimension.DATA) cutByFloor(axis, layer);
    }
    if (Coverage.TERMS.containsValue(d)) cutWhereRecordsReadApart(axis, d, spoken);
    if (d == Dimension.ACTION) axis.cutOut(COLLECT);
    if (d == Dimension.TECHNOLOGY) axis.cutOut(Question.NO_TECHNOLOGY);
    for (var asked : spoken.conditions()) {
      if (asked.condition() instanceof Condition.Choice c && !c.covers().isEmpty()) {
        Choices.values(c, asked.layer()).forEach(v -> cutAt(axis, v, asked.layer(), d));
      }
    }
  }

  /** A record may cover a word in one layer's tree and not in another's. */
  private static void cutWhereRecordsReadApart(Axis axis, Dimension d, Spoken spoken) {
    Set<Tree> trees = new LinkedHashSet<>();
    spoken.layers().forEach(l -> trees.add(l.rules().vocabulary().tree(d)));
    if (trees.size() == 1) return;
    List<List<Set<String>>> lines = new ArrayList<>();
    for (Tree tree : trees)
      lines.add(axis.words().stream().map(w -> Set.copyOf(Coverage.line(w, tree))).toList());
    for (var one : lines) {
      for (var other : lines) {
        BitSet apart = new BitSet();
        for (int i = 0; i < one.size(); i++)
          if (!other.get(i).containsAll(one.get(i))) apart.set(i);
        axis.cut(apart);
      }
    }
  }

  private static void cutAt(Axis axis, String value, Layer layer, Dimension d) {
    axis.cutOut(value);
    axis.cut(Terms.of(value), layer.rules().vocabulary().tree(d));
  }

  private static void cutByFloor(Axis axis, Layer layer) {
    Map<Floor, BitSet> floors = floors(axis, layer);
    floors.values().forEach(axis::cut);
  }

  static Map<Floor, BitSet> floors(Axis axis, Layer layer) {
    Map<Floor, BitSet> floors = new LinkedHashMap<>();
    for (int i = 0; i < axis.words().size(); i++) {
      Floor floor = layer.rules().vocabulary().floor(axis.words().get(i));
      floors.computeIfAbsent(floor, f -> new BitSet()).set(i);
    }
    return floors;
  }

  private static Set<String> modesOf(Spoken spoken) {
    Set<String> modes = new TreeSet<>();
    for (Layer layer : spoken.layers()) {
      for (var rule : layer.rules().consents().values()) {
        for (String key : rule.regime().keySet()) {
          int slash = key.indexOf('/');
          if (slash >= 0) modes.add(key.substring(slash + 1));
        }
      }
    }
    for (var asked : spoken.conditions()) {
      if (asked.condition() instanceof Condition.Choice c && c.covers().contains(Tie.MODE)) {
        modes.addAll(Choices.values(c, asked.layer()));
      }
    }
    modes.add(OTHER);
    return modes;
  }

  Axis axis(Dimension dimension) {
    return Total.at(axes, dimension);
  }

  int left(Dimension dimension) {
    return Total.at(left, dimension);
  }

  int noMode() {
    return noMode;
  }

  Map<String, Integer> modes() {
    return modes;
  }

  int subject() {
    return subject;
  }

  int raised(DataClass least) {
    return Total.at(raised, least);
  }

  /** The question names this class itself, whatever its point would fill in. */
  int stated(Dimension dimension, int number) {
    return Total.at(terms, dimension)[number];
  }

  int stated(Dimension dimension, String word) {
    return stated(dimension, Total.at(axes, dimension).classOf(word));
  }

  /** The dimension stays open even after the point filled in what it can. */
  int open(Dimension dimension, Layer layer) {
    List<Integer> filling = new ArrayList<>();
    for (String point : InOrder.of(layer.points().keySet())) {
      if (layer.filledIn(dimension, point).isPresent()) filling.add(stated(Dimension.POINT, point));
    }
    return gates.and(left(dimension), -gates.or(filling));
  }

  /**
   * The completed question's term lies inside.
   *
   * @param open whether leaving the dimension out counts as well
   */
  int inside(Dimension dimension, BitSet inside, Layer layer, boolean open) {
    Integer before = known.get(new Sought(dimension, layer.points(), inside, open));
    if (before != null) return before;
    List<Integer> any = new ArrayList<>();
    Axis axis = Total.at(axes, dimension);
    List<Integer> classes = axis.classes(inside);
    classes.forEach(c -> any.add(stated(dimension, c)));
    for (String point : InOrder.of(layer.points().keySet())) {
      layer
          .filledIn(dimension, point)
          .filter(t -> classes.contains(axis.classOf(t)))
          .ifPresent(t -> any.add(gates.and(left(dimension), stated(Dimension.POINT, point))));
    }
    if (open) any.add(open(dimension, layer));
    int literal = gates.or(any);
    known.put(new Sought(dimension, layer.points(), inside, open), literal);
    return literal;
  }

  // What the model found last says.

  Optional<String> term(Dimension dimension) {
    int[] each = Total.at(terms, dimension);
    for (int i = 0; i < each.length; i++) {
      if (gates.holds(each[i]))
        return Optional.of(Total.at(axes, dimension).representatives().get(i));
    }
    return Optional.empty();
  }

  /** What the question says of these dimensions, of its point, its mode and its subject. */
  List<Integer> chosen(List<Dimension> dimensions) {
    Set<Dimension> all = EnumSet.of(Dimension.POINT);
    all.addAll(dimensions);
    List<Integer> chosen = new ArrayList<>();
    for (Dimension d : all) {
      Arrays.stream(Total.at(terms, d)).forEach(chosen::add);
      chosen.add(left(d));
    }
    chosen.addAll(modes.values());
    chosen.add(noMode);
    chosen.removeIf(l -> !gates.holds(l));
    chosen.add(gates.holds(subject) ? subject : -subject);
    return chosen;
  }

  /** The term after the point filled in what it can. */
  Optional<String> term(Dimension dimension, Layer layer) {
    Optional<String> stated = term(dimension);
    if (stated.isPresent()) return stated;
    return term(Dimension.POINT).flatMap(p -> layer.filledIn(dimension, p));
  }

  Optional<String> mode() {
    return modes.entrySet().stream()
        .filter(e -> gates.holds(e.getValue()))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  Optional<DataClass> raising() {
    Optional<DataClass> found = Optional.empty();
    for (DataClass c : DataClass.values()) {
      if (c != DataClass.PUBLIC && gates.holds(raised(c))) found = Optional.of(c);
    }
    return found;
  }
}
