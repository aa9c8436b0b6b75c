// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.lint;

import dev.probity.kernel.clause.Clause;
import dev.probity.notice.pack.PackSource;
import dev.probity.notice.pack.Resolve;
import dev.probity.notice.yaml.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * {@code unwitnessed-resolve}: a tension settled by a clause has no question in which that clause
 * and the one it wins over both speak and its answer holds; or what else settles a tension is not
 * in the pack. Stateless; costs a bounded search a clause that loses.
 */
final class Settled {
  private Settled() {}

  static List<Found> unwitnessed(PackSource source) {
    Witness witness = new Witness(source);
    List<Found> found = new ArrayList<>();
    for (Resolve resolve : source.resolves()) {
      if (resolve.by().equals("clause")) clause(resolve, source, witness, found);
      else if (!named(resolve, source)) found.add(missing(resolve, source));
    }
    return found;
  }

  private static void clause(
      Resolve resolve, PackSource source, Witness witness, List<Found> found) {
    for (String over : new TreeSet<>(resolve.over())) {
      if (witness.of(decided(resolve.target(), source), decided(over, source)).isPresent())
        continue;
      found.add(
          at(
              resolve,
              "no question shows `" + resolve.target() + "` deciding where `" + over + "` speaks",
              "name the clause that does settle it, or what else settles it"));
    }
    if (resolve.over().isEmpty())
      found.add(at(resolve, "this does not say over which clause", "add `over: [..]`"));
  }

  private static List<Clause> decided(String name, PackSource source) {
    Set<String> cites = source.cites(name);
    return source.pack().clauses().stream()
        .filter(c -> cites.contains(c.cite()) && !(c instanceof Clause.Duty))
        .toList();
  }

  private static Found missing(Resolve resolve, PackSource source) {
    return at(
        resolve,
        "this is settled by `" + resolve.target() + "`, which is not there",
        Nearest.fix(resolve.target(), names(resolve, source)));
  }

  private static Found at(Resolve resolve, String sentence, String fix) {
    return new Found(List.of(resolve.id()), sentence, fix, resolve.where());
  }

  private static boolean named(Resolve resolve, PackSource source) {
    return names(resolve, source).contains(resolve.target());
  }

  /** What a tension can be said to be settled by: a section, a thing in it, a rule, a law. */
  private static Set<String> names(Resolve resolve, PackSource source) {
    Set<String> names = new TreeSet<>();
    switch (resolve.by()) {
      case "lint" -> Rules.ALL.forEach(r -> names.add(r.name()));
      case "right" -> source.section("rights").forEach(s -> names.add(s.name()));
      default -> {
        names.addAll(source.overlays().keySet());
        names.addAll(source.header().statutes());
        names.addAll(Set.of("clauses", "controller", "statutes"));
        source
            .sections()
            .forEach(
                s -> names.addAll(List.of(s.section(), s.section() + "." + s.name(), s.name())));
      }
    }
    return names;
  }
}
