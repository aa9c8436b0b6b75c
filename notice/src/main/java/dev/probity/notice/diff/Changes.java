// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.diff;

import dev.probity.kernel.clause.Pack;
import dev.probity.kernel.decide.Effect;
import dev.probity.notice.prove.Comparison;
import dev.probity.notice.prove.Comparison.Told;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Searches all changes: a question, then the entries that answer for it, then another question for
 * which these do not answer, until there is none. One thread, one use.
 */
final class Changes {
  private final Pack before;
  private final Pack after;
  private final Entries first;
  private final Entries second;
  private final List<Change> found = new ArrayList<>();

  Changes(Pack before, Pack after) {
    this.before = before;
    this.after = after;
    this.first = Entries.of(before);
    this.second = Entries.of(after);
  }

  List<Change> find(Collection<String> regions) {
    for (Comparison questions : Comparison.of(before, after, regions)) {
      found.forEach(c -> questions.exclude(c.from(), c.to(), c.citedBefore(), c.citedAfter()));
      for (Effect from : Effect.values())
        for (Effect to : Effect.values()) if (from != to) find(questions, from, to);
    }
    List<Change> minimal = new ArrayList<>();
    for (Change change : found) {
      boolean included = found.stream().anyMatch(o -> !o.equals(change) && includes(o, change));
      if (!included) minimal.add(change);
    }
    return minimal.stream().sorted().toList();
  }

  private static boolean includes(Change one, Change other) {
    return one.includes(other) && one.material() == other.material();
  }

  private void find(Comparison questions, Effect from, Effect to) {
    for (boolean ofPeople : new boolean[] {true, false}) {
      for (Optional<Told> told = questions.find(from, to, ofPeople);
          told.isPresent();
          told = questions.find(from, to, ofPeople)) {
        Change change = change(questions.shorter(told.get()), ofPeople);
        questions.exclude(from, to, change.citedBefore(), change.citedAfter());
        found.add(change);
      }
    }
  }

  private Change change(Told told, boolean ofPeople) {
    List<String> citedBefore = told.before().because();
    List<String> citedAfter = told.after().because();
    String one = first.changed(citedBefore, second);
    String other = second.changed(citedAfter, first);
    if (one.isEmpty() && other.isEmpty()) {
      one = citedBefore.isEmpty() ? "" : citedBefore.getFirst();
      other = citedAfter.isEmpty() ? "" : citedAfter.getFirst();
    }
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
