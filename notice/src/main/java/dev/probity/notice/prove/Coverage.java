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
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a record can be tied to. Layers that read a question's purpose, recipient and data in the
 * same way form a group: a record covers in all of a group or in none of it. One thread.
 */
final class Coverage {
  private record Group(Map<Dimension, Tree> trees, Map<String, PointRule> points) {}

  private static final Map<Tie, Dimension> TERMS =
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
  private final Map<List<Object>, Integer> differing = new HashMap<>();

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

  /** What is covered in one group is covered in the others, unless they read the question apart. */
  void agree(Set<Tie> ties, List<Integer> byGroup) {
    for (int g = 0; g < byGroup.size(); g++) {
      gates.solver().add(-byGroup.get(g), stated(ties, g));
      for (int h = 0; h < byGroup.size(); h++) {
        if (g == h) continue;
        List<Integer> apart = new ArrayList<>();
        for (Tie tie : InOrder.of(ties)) apart.add(differ(tie, Math.min(g, h), Math.max(g, h)));
        gates.solver().add(-byGroup.get(g), byGroup.get(h), gates.or(apart));
      }
    }
  }

  private int differ(Tie tie, int g, int h) {
    if (!TERMS.containsKey(tie)) return Gates.FALSE;
    Dimension d = Total.at(TERMS, tie);
    return differing.computeIfAbsent(List.of(d, g, h), k -> differ(d, g, h));
  }

  private int differ(Dimension d, int g, int h) {
    Layer one = members.get(g);
    Layer other = members.get(h);
    List<Integer> any = new ArrayList<>();
    for (String term : asking.axis(d).representatives()) {
      if (!line(term, d, one).equals(line(term, d, other))) any.add(asking.stated(d, term));
    }
    for (String point : asking.axis(Dimension.POINT).representatives()) {
      Optional<List<String>> first = one.filledIn(d, point).map(t -> line(t, d, one));
      Optional<List<String>> second = other.filledIn(d, point).map(t -> line(t, d, other));
      if (!first.equals(second))
        any.add(gates.and(asking.left(d), asking.stated(Dimension.POINT, point)));
    }
    return gates.or(any);
  }

  /** A term and what it stands below. */
  private static List<String> line(String term, Dimension d, Layer layer) {
    Tree tree = layer.rules().vocabulary().tree(d);
    List<String> line = new ArrayList<>();
    for (String at = term; !at.isEmpty(); at = tree.parents().getOrDefault(at, "")) line.add(at);
    return line;
  }

  /** Values that tie a record to the question of the model in some group, and in none of others. */
  Optional<Map<Tie, Set<String>>> values(Set<Tie> ties, int group, List<Integer> never) {
    return values(InOrder.of(ties), 0, new EnumMap<>(Tie.class), group, never);
  }

  private Optional<Map<Tie, Set<String>>> values(
      List<Tie> ties, int next, Map<Tie, Set<String>> chosen, int group, List<Integer> never) {
    if (next == ties.size()) {
      boolean apart = never.stream().noneMatch(h -> covers(chosen, h));
      return apart ? Optional.of(Map.copyOf(chosen)) : Optional.empty();
    }
    for (String value : line(ties.get(next), group)) {
      Map<Tie, Set<String>> more = new EnumMap<>(Tie.class);
      more.putAll(chosen);
      more.put(ties.get(next), Set.of(value));
      Optional<Map<Tie, Set<String>>> found = values(ties, next + 1, more, group, never);
      if (found.isPresent()) return found;
    }
    return Optional.empty();
  }

  private boolean covers(Map<Tie, Set<String>> chosen, int group) {
    return chosen.entrySet().stream()
        .allMatch(e -> line(e.getKey(), group).stream().anyMatch(e.getValue()::contains));
  }

  /** For these terms no record covers in just the groups of the model: never again. */
  void exclude(List<Integer> byGroup) {
    List<Integer> chosen = new ArrayList<>(asking.chosen());
    byGroup.forEach(l -> chosen.add(gates.holds(l) ? l : -l));
    gates.solver().add(chosen.stream().mapToInt(l -> -l).toArray());
  }

  /** The values of one tie that cover the question of the model. */
  private List<String> line(Tie tie, int group) {
    Layer layer = members.get(group);
    return switch (tie) {
      case PURPOSE, RECIPIENT, DATA ->
          asking
              .term(Total.at(TERMS, tie), layer)
              .map(t -> line(t, Total.at(TERMS, tie), layer))
              .orElse(List.of());
      case MODE -> asking.mode().map(List::of).orElse(List.of());
      case SUBJECT -> List.of(SUBJECT);
    };
  }
}
