// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.lint;

import dev.probity.kernel.clause.Act;
import dev.probity.kernel.clause.Clause;
import dev.probity.notice.pack.PackSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * {@code conflicting-acts}: two permits that can both give one answer attach acts of which only one
 * can be done: what is erased cannot travel on or bear a mark, what is hidden or blocked cannot be
 * marked for the public or travel. Stateless.
 */
final class Acts {
  private static final List<Set<String>> EXCLUSIVE =
      List.of(
          Set.of("erase", "carry"),
          Set.of("erase", "mark"),
          Set.of("hide", "mark:public"),
          Set.of("block", "carry"));

  private Acts() {}

  static List<Found> conflicts(PackSource source) {
    Matches matches = new Matches(source.pack().vocabulary());
    List<Clause.Permit> acting =
        source.pack().clauses().stream()
            .filter(Clause.Permit.class::isInstance)
            .map(Clause.Permit.class::cast)
            .filter(p -> !p.then().isEmpty())
            .sorted(Comparator.comparing(Clause.Permit::id))
            .toList();
    List<Found> found = new ArrayList<>();
    for (int i = 0; i < acting.size(); i++) {
      for (Clause.Permit before : acting.subList(0, i)) {
        Clause.Permit second = acting.get(i);
        Optional<String> clash = clash(before.then(), second.then());
        if (clash.isPresent() && matches.meet(before, second))
          found.add(
              Found.at(
                  source,
                  second.cite(),
                  "with `" + before.cite() + "` this asks for " + clash.get() + " at once",
                  "keep one of the two acts, or let the clauses speak to different questions"));
      }
    }
    return found;
  }

  private static Optional<String> clash(List<Act> some, List<Act> others) {
    for (Act a : some) {
      for (Act b : others) {
        if (EXCLUSIVE.stream()
            .anyMatch(
                pair ->
                    pair.contains(word(a, pair))
                        && pair.contains(word(b, pair))
                        && !word(a, pair).equals(word(b, pair))))
          return Optional.of("`" + a + "` and `" + b + "`");
      }
    }
    return Optional.empty();
  }

  /** The act with its object where the pair names one, else its verb. */
  private static String word(Act act, Set<String> pair) {
    return pair.contains(act.toString()) ? act.toString() : act.verb();
  }
}
