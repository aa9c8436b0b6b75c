// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.prove;

import dev.probity.kernel.clause.Pack;
import dev.probity.kernel.clause.PointRule;
import dev.probity.kernel.clause.Tie;
import dev.probity.kernel.term.Dimension;
import dev.probity.kernel.term.Tree;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What a record can be tied to. Layers that read a question's purpose, recipient and data in the
 * same way form a group: a record covers in all of a group or in none of it. One thread.
 */
final class Coverage {
  private record Group(Map<Dimension, Tree> trees, Map<String, PointRule> points) {}

  /** Ties whose values are words of a tree. */
  static final Map<Tie, Dimension> TERMS =
      Map.of(
          Tie.PURPOSE,
          Dimension.PURPOSE,
          Tie.RECIPIENT,
          Dimension.RECIPIENT,
          Tie.DATA,
          Dimension.DATA);

  /** The subject of a question that names one. */
  static final String SUBJECT = "somebody";

  private final Gates gates;
  private final Asking asking;
  private final Map<Group, Integer> groups = new HashMap<>();
  private final Map<Pack, Map<Map<String, PointRule>, Integer>> seen = new IdentityHashMap<>();
  private final List<Layer> members = new ArrayList<>();
  private final Map<List<Object>, Integer> apart = new HashMap<>();

  Coverage(Gates gates, Asking asking, List<Layer> layers) {
    this.gates = gates;
    this.asking = asking;
    layers.forEach(this::group);
  }

  private static Group key(Layer layer) {
    Map<Dimension, Tree> trees = new EnumMap<>(Dimension.class);
    TERMS.values().forEach(d -> trees.put(d, layer.rules().vocabulary().tree(d)));
    return new Group(trees, layer.points());
  }

  int group(Layer layer) {
    return seen.computeIfAbsent(layer.rules(), k -> new HashMap<>())
        .computeIfAbsent(layer.points(), k -> find(layer));
  }

  private int find(Layer layer) {
    return groups.computeIfAbsent(
        key(layer),
        k -> {
          members.add(layer);
          return members.size() - 1;
        });
  }

  int size() {
    return members.size();
  }

  /** Whether the question states enough for a record to be tied to it in this way. */
  int stated(Set<Tie> ties, int group) {
    List<Integer> all = new ArrayList<>();
    for (Tie tie : InOrder.of(ties)) {
      all.add(
          switch (tie) {
            case PURPOSE, RECIPIENT -> -asking.open(Total.at(TERMS, tie), members.get(group));
            case DATA -> Gates.TRUE;
            case MODE -> -asking.noMode();
            case SUBJECT -> asking.subject();
          });
    }
    return gates.and(all);
  }

  /** Whether a record that covers in one group need not cover in the other. */
  int apart(Set<Tie> ties, int group, int other) {
    return gates.or(InOrder.of(ties).stream().map(t -> apart(t, group, other)).toList());
  }

  private int apart(Tie tie, int g, int h) {
    if (!TERMS.containsKey(tie)) return Gates.FALSE;
    Dimension d = Total.at(TERMS, tie);
    return apart.computeIfAbsent(List.of(d, g, h), k -> apart(d, g, h));
  }

  private int apart(Dimension d, int g, int h) {
    Layer one = members.get(g);
    Layer other = members.get(h);
    List<Integer> any = new ArrayList<>();
    for (String term : asking.axis(d).representatives()) {
      if (!line(term, d, other).containsAll(line(term, d, one))) any.add(asking.stated(d, term));
    }
    for (String point : asking.axis(Dimension.POINT).representatives()) {
      List<String> first = one.filledIn(d, point).map(t -> line(t, d, one)).orElse(List.of());
      List<String> second = other.filledIn(d, point).map(t -> line(t, d, other)).orElse(List.of());
      if (!second.containsAll(first))
        any.add(gates.and(asking.left(d), asking.stated(Dimension.POINT, point)));
    }
    return gates.or(any);
  }

  /** A term and what it stands below. */
  static List<String> line(String term, Tree tree) {
    List<String> line = new ArrayList<>();
    for (String at = term; !at.isEmpty(); at = tree.parents().getOrDefault(at, "")) line.add(at);
    return line;
  }

  private static List<String> line(String term, Dimension d, Layer layer) {
    return line(term, layer.rules().vocabulary().tree(d));
  }

  /** The words of the model that decide what covers it in these ways. */
  List<Integer> chosen(Set<Tie> ties) {
    return asking.chosen(
        InOrder.of(ties).stream().filter(TERMS::containsKey).map(t -> Total.at(TERMS, t)).toList());
  }

  /** A word of this tie that covers the question of the model in no group. */
  String beside(Tie tie) {
    if (!TERMS.containsKey(tie)) return "another " + tie.name().toLowerCase(Locale.ROOT);
    for (String word : asking.axis(Total.at(TERMS, tie)).words()) {
      boolean covers = false;
      for (int g = 0; g < members.size(); g++) covers |= line(tie, g).contains(word);
      if (!covers) return word;
    }
    return Asking.OTHER;
  }

  /** The values of one tie that cover the question of the model. */
  List<String> line(Tie tie, int group) {
    Layer layer = members.get(group);
    return switch (tie) {
      case PURPOSE, RECIPIENT, DATA ->
          asking
              .term(Total.at(TERMS, tie), layer)
              .map(t -> line(t, Total.at(TERMS, tie), layer))
              .orElse(List.of());
      case MODE -> asking.mode().map(List::of).orElse(List.of());
      case SUBJECT -> gates.holds(asking.subject()) ? List.of(SUBJECT) : List.of();
    };
  }
}
