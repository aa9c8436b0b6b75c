// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.diff;

import dev.probity.kernel.clause.Pack;
import dev.probity.kernel.decide.Effect;
import dev.probity.kernel.term.Dimension;
import dev.probity.notice.prove.Contrast;
import dev.probity.notice.prove.Contrast.Cited;
import dev.probity.notice.prove.Contrast.Least;
import dev.probity.notice.prove.Prover;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Searches all changes. A group is a least set of changed entries that answers cite when they
 * change so; which groups there are depends on the packs alone and not on the order in which they
 * are found. One thread, one use.
 */
final class Changes {
  private final Pack before;
  private final Pack after;
  private final Entries first;
  private final Entries second;
  private final SortedSet<Cited> changed = new TreeSet<>();
  private final List<Change> found = new ArrayList<>();
  private final Set<String> widened = new TreeSet<>();

  Changes(Pack before, Pack after) {
    this.before = before;
    this.after = after;
    this.first = Entries.of(before);
    this.second = Entries.of(after);
    first.otherThan(second).forEach(id -> changed.add(new Cited(false, id)));
    second.otherThan(first).forEach(id -> changed.add(new Cited(true, id)));
  }

  List<Change> find(Collection<String> regions, Prover.Watcher watcher) {
    List<Contrast> all = Contrast.of(before, after, regions);
    int effects = Effect.values().length;
    int done = 0;
    for (Contrast questions : all) {
      widened.addAll(questions.widened());
      found.forEach(c -> questions.exclude(c.from(), c.to(), cited(c), changed));
      for (Effect from : Effect.values()) {
        for (Effect to : Effect.values()) {
          watcher.at(done++, all.size() * effects * effects);
          if (from != to) find(questions, from, to);
        }
      }
    }
    // Why: what is least at one moment need not be so at another.
    return found.stream()
        .filter(c -> found.stream().noneMatch(o -> !o.equals(c) && o.includes(c)))
        .sorted()
        .toList();
  }

  /**
   * Whose data may be used for more than before, once everything is found: elements of PII or PHI,
   * one with all that stands below it by its own name.
   */
  List<String> widened() {
    return widened.stream()
        .filter(w -> whole(w) ? !whole(above(w)) : below(w).noneMatch(widened::contains))
        .toList();
  }

  private boolean whole(String word) {
    return widened.contains(word) && below(word).allMatch(this::whole);
  }

  private String above(String word) {
    return after.vocabulary().tree(Dimension.DATA).parents().getOrDefault(word, "");
  }

  private Stream<String> below(String word) {
    return after.vocabulary().tree(Dimension.DATA).parents().entrySet().stream()
        .filter(e -> e.getValue().equals(word))
        .map(Map.Entry::getKey);
  }

  private void find(Contrast questions, Effect from, Effect to) {
    for (boolean ofPeople : new boolean[] {true, false}) {
      for (Optional<Least> least = questions.least(from, to, ofPeople, changed);
          least.isPresent();
          least = questions.least(from, to, ofPeople, changed)) {
        Change change = change(questions, least.get(), ofPeople);
        questions.exclude(from, to, least.get().cited(), changed);
        found.add(change);
      }
    }
  }

  private static SortedSet<Cited> cited(Change change) {
    SortedSet<Cited> cited = new TreeSet<>();
    change.citedBefore().forEach(id -> cited.add(new Cited(false, id)));
    change.citedAfter().forEach(id -> cited.add(new Cited(true, id)));
    return cited;
  }

  private Change change(Contrast questions, Least least, boolean ofPeople) {
    Contrast.Told told = questions.shorter(least.told());
    List<String> one = least.cited().stream().filter(c -> !c.after()).map(Cited::id).toList();
    List<String> other = least.cited().stream().filter(Cited::after).map(Cited::id).toList();
    Effect from = told.before().effect();
    Effect to = told.after().effect();
    return new Change(
        from,
        to,
        one,
        other,
        Region.of(first.of(one), second.of(other), after.vocabulary()),
        ofPeople && Materiality.of(from, to),
        told.question(),
        told.before(),
        told.after());
  }
}
