// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.mutate;

import dev.probity.kernel.clause.Act;
import dev.probity.kernel.clause.Clause;
import dev.probity.kernel.clause.Condition;
import dev.probity.kernel.clause.Match;
import dev.probity.kernel.clause.Terms;
import dev.probity.kernel.term.DataClass;
import dev.probity.kernel.term.Dimension;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * All ways to weaken one clause by a single entry: of a dimension, of {@code when}, {@code unless},
 * {@code except}, {@code then}; the class moved one step; {@code knowing} dropped. Stateless.
 */
final class Variants {
  private Variants() {}

  static void of(Clause clause, BiConsumer<String, Clause> found) {
    matches(clause.match(), (what, match) -> found.accept(what, with(clause, match)));
    switch (clause) {
      case Clause.Permit c -> {
        conditions(
            c.when(),
            "when",
            (w, l) -> found.accept(w, new Clause.Permit(c.id(), c.cite(), c.match(), l, c.then())));
        dropped(
            c.then(),
            Act::toString,
            "then",
            (w, l) -> found.accept(w, new Clause.Permit(c.id(), c.cite(), c.match(), c.when(), l)));
      }
      case Clause.Forbid c -> forbid(c, found);
      case Clause.Close c -> {
        conditions(
            c.when(),
            "when",
            (w, l) ->
                found.accept(w, new Clause.Close(c.id(), c.cite(), c.match(), l, c.unless())));
        conditions(
            c.unless(),
            "unless",
            (w, l) -> found.accept(w, new Clause.Close(c.id(), c.cite(), c.match(), c.when(), l)));
      }
      case Clause.Require c -> {
        conditions(
            c.when(),
            "when",
            (w, l) ->
                found.accept(
                    w, new Clause.Require(c.id(), c.cite(), c.match(), l, c.unless(), c.needs())));
        conditions(
            c.unless(),
            "unless",
            (w, l) ->
                found.accept(
                    w, new Clause.Require(c.id(), c.cite(), c.match(), c.when(), l, c.needs())));
      }
      case Clause.Outside c ->
          conditions(
              c.when(),
              "when",
              (w, l) ->
                  found.accept(w, new Clause.Outside(c.id(), c.cite(), c.match(), l, c.notice())));
      case Clause.Duty c -> {}
    }
  }

  private static void forbid(Clause.Forbid c, BiConsumer<String, Clause> found) {
    conditions(
        c.when(),
        "when",
        (w, l) ->
            found.accept(
                w,
                new Clause.Forbid(
                    c.id(), c.cite(), c.match(), l, c.unless(), c.except(), c.then())));
    conditions(
        c.unless(),
        "unless",
        (w, l) ->
            found.accept(
                w,
                new Clause.Forbid(c.id(), c.cite(), c.match(), c.when(), l, c.except(), c.then())));
    dropped(
        List.copyOf(new TreeSet<>(c.except())),
        e -> e,
        "except",
        (w, l) ->
            found.accept(
                w,
                new Clause.Forbid(
                    c.id(), c.cite(), c.match(), c.when(), c.unless(), Set.copyOf(l), c.then())));
    dropped(
        c.then(),
        Act::toString,
        "then",
        (w, l) ->
            found.accept(
                w,
                new Clause.Forbid(
                    c.id(), c.cite(), c.match(), c.when(), c.unless(), c.except(), l)));
  }

  static Clause with(Clause clause, Match match) {
    return switch (clause) {
      case Clause.Permit c -> new Clause.Permit(c.id(), c.cite(), match, c.when(), c.then());
      case Clause.Forbid c ->
          new Clause.Forbid(c.id(), c.cite(), match, c.when(), c.unless(), c.except(), c.then());
      case Clause.Close c -> new Clause.Close(c.id(), c.cite(), match, c.when(), c.unless());
      case Clause.Require c ->
          new Clause.Require(c.id(), c.cite(), match, c.when(), c.unless(), c.needs());
      case Clause.Outside c -> new Clause.Outside(c.id(), c.cite(), match, c.when(), c.notice());
      case Clause.Duty c -> c;
    };
  }

  /**
   * Each entry of each dimension dropped; a dimension of one entry dropped whole; the class moved.
   */
  private static void matches(Match match, BiConsumer<String, Match> found) {
    new TreeMap<>(match.terms())
        .forEach(
            (dimension, terms) -> {
              String name = dimension.name().toLowerCase(java.util.Locale.ROOT);
              if (terms.listed().size() == 1) {
                found.accept("drop " + name + " " + terms.listed(), without(match, dimension));
                return;
              }
              for (String term : new TreeSet<>(terms.listed())) {
                Set<String> rest = new TreeSet<>(terms.listed());
                rest.remove(term);
                found.accept(
                    "drop " + term + " from " + name,
                    with(match, dimension, new Terms(rest, terms.anyBut())));
              }
            });
    if (match.bound() == null) return;
    step(match.bound(), -1, b -> found.accept("class " + b, new Match(match.terms(), b)));
    step(match.bound(), 1, b -> found.accept("class " + b, new Match(match.terms(), b)));
  }

  private static void step(DataClass bound, int by, java.util.function.Consumer<DataClass> use) {
    int at = bound.ordinal() + by;
    if (at >= 0 && at < DataClass.values().length) use.accept(DataClass.values()[at]);
  }

  static Match without(Match match, Dimension dimension) {
    return with(match, dimension, null);
  }

  static Match with(Match match, Dimension dimension, @Nullable Terms terms) {
    Map<Dimension, Terms> changed = new EnumMap<>(Dimension.class);
    changed.putAll(match.terms());
    if (terms == null) changed.remove(dimension);
    else changed.put(dimension, terms);
    return new Match(changed, match.bound());
  }

  private static void conditions(
      List<Condition> list, String key, BiConsumer<String, List<Condition>> found) {
    dropped(list, Condition::text, key, found);
    for (int i = 0; i < list.size(); i++) {
      if (list.get(i) instanceof Condition.Age age && age.knowing()) {
        List<Condition> changed = new ArrayList<>(list);
        changed.set(i, new Condition.Age(age.of(), age.below(), age.bound(), false));
        found.accept("drop knowing from " + key, changed);
      }
    }
  }

  private static <T> void dropped(
      List<T> list, Function<T, String> text, String key, BiConsumer<String, List<T>> found) {
    for (int i = 0; i < list.size(); i++) {
      List<T> rest = new ArrayList<>(list);
      T gone = rest.remove(i);
      found.accept("drop " + text.apply(gone) + " from " + key, rest);
    }
  }
}
