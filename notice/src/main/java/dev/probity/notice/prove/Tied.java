// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.prove;

import dev.probity.kernel.clause.Tie;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Records of one sort, as conditions see them: for each set of ties that some condition asks for,
 * and in each group of layers, whether one of them covers the question. What follows from one sight
 * for another is said to the solver at once, so that hardly any model wants what no record can be.
 * One thread.
 */
final class Tied {
  /**
   * How a condition looks at records.
   *
   * @param open whether a record that does not name a tie counts as well, as a refusal does
   */
  record Sight(Set<Tie> ties, boolean open) {
    /** Whether a record seen so is seen by the other too. */
    boolean implies(Sight other) {
      return ties.containsAll(other.ties) && (!open || other.open || other.ties.isEmpty());
    }
  }

  private record Seen(Sight sight, int group, int literal) {}

  private final Gates gates;
  private final Coverage coverage;
  private final List<Seen> all = new ArrayList<>();
  private final Set<Tie> ties = new TreeSet<>();

  Tied(Gates gates, Coverage coverage, Set<Sight> sights) {
    this.gates = gates;
    this.coverage = coverage;
    List<Sight> wide = new ArrayList<>(sights);
    wide.sort(
        Comparator.comparingInt((Sight s) -> -s.ties().size())
            .thenComparing(s -> InOrder.of(s.ties()).toString())
            .thenComparing(Sight::open));
    for (Sight sight : wide) {
      ties.addAll(sight.ties());
      for (int g = 0; g < coverage.size(); g++) all.add(new Seen(sight, g, gates.variable()));
    }
    for (Seen one : all) {
      if (!one.sight().open())
        gates.solver().add(-one.literal(), coverage.stated(one.sight().ties(), one.group()));
      for (Seen other : all) follow(one, other);
    }
  }

  private void follow(Seen one, Seen other) {
    if (one.equals(other)) return;
    if (one.group() == other.group() && one.sight().implies(other.sight()))
      gates.solver().add(-one.literal(), other.literal());
    if (one.group() != other.group() && one.sight().equals(other.sight())) {
      int apart = coverage.apart(one.sight().ties(), one.group(), other.group());
      gates.solver().add(-one.literal(), other.literal(), apart);
    }
  }

  /** Wherever one of these is seen, one of the others is. */
  void within(Tied other) {
    for (int i = 0; i < all.size(); i++)
      gates.solver().add(-all.get(i).literal(), other.all.get(i).literal());
  }

  int seen(Sight sight, int group) {
    for (Seen one : all) {
      if (one.group() == group && one.sight().equals(sight)) return one.literal();
    }
    throw new IllegalArgumentException("no condition looks so: " + sight);
  }

  /** Whether the same is seen of the others in the model found last. */
  boolean sameAs(Tied other) {
    for (int i = 0; i < all.size(); i++) {
      if (gates.holds(all.get(i).literal()) != gates.holds(other.all.get(i).literal()))
        return false;
    }
    return true;
  }

  /**
   * What each record names, so that together they are seen as the model found last wants it. Where
   * no record can be, that is never to hold again.
   */
  Optional<List<Map<Tie, Set<String>>>> records() {
    List<Map<Tie, Set<String>>> records = new ArrayList<>();
    for (Seen one : all) {
      if (!gates.holds(one.literal())) continue;
      if (records.stream().anyMatch(r -> sees(one, r))) continue;
      Set<Seen> against = new LinkedHashSet<>();
      Optional<Map<Tie, Set<String>>> found =
          named(one, List.copyOf(ties), new EnumMap<>(Tie.class), against);
      if (found.isEmpty()) {
        exclude(one, against);
        return Optional.empty();
      }
      records.add(found.get());
    }
    return Optional.of(records);
  }

  private Optional<Map<Tie, Set<String>>> named(
      Seen wanted, List<Tie> open, Map<Tie, Set<String>> chosen, Set<Seen> against) {
    if (open.isEmpty()) {
      Optional<Seen> bad =
          all.stream().filter(s -> !gates.holds(s.literal()) && sees(s, chosen)).findFirst();
      bad.ifPresent(against::add);
      return bad.isPresent() ? Optional.empty() : Optional.of(Map.copyOf(chosen));
    }
    Tie tie = open.getFirst();
    for (Set<String> value : values(wanted, tie)) {
      Map<Tie, Set<String>> more = new EnumMap<>(Tie.class);
      more.putAll(chosen);
      if (!value.isEmpty()) more.put(tie, value);
      var found = named(wanted, open.subList(1, open.size()), more, against);
      if (found.isPresent()) return found;
    }
    return Optional.empty();
  }

  /** What a record can name of a tie so as to be seen; nothing means it leaves the tie out. */
  private List<Set<String>> values(Seen wanted, Tie tie) {
    List<Set<String>> values = new ArrayList<>();
    if (wanted.sight().ties().contains(tie)) {
      coverage.line(tie, wanted.group()).forEach(v -> values.add(Set.of(v)));
      if (wanted.sight().open()) values.add(Set.of());
    } else {
      values.add(Set.of());
      values.add(Set.of(coverage.beside(tie)));
    }
    return values;
  }

  private boolean sees(Seen by, Map<Tie, Set<String>> record) {
    for (Tie tie : by.sight().ties()) {
      if (!record.containsKey(tie)) {
        if (!by.sight().open()) return false;
      } else if (coverage.line(tie, by.group()).stream().noneMatch(Total.at(record, tie)::contains))
        return false;
    }
    return true;
  }

  /** For these terms no record is seen here and not there. */
  private void exclude(Seen wanted, Set<Seen> against) {
    List<Integer> never = new ArrayList<>(coverage.chosen(ties));
    never.add(wanted.literal());
    against.forEach(s -> never.add(-s.literal()));
    gates.solver().add(never.stream().mapToInt(l -> -l).toArray());
  }
}
