// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.mutate;

import dev.probity.kernel.clause.Clause;
import dev.probity.kernel.clause.Terms;
import dev.probity.kernel.term.Dimension;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * All mutants of a pack's clauses: every clause deleted, every variant of it, every matrix cell
 * flipped, every field of every point dropped. Stateless.
 */
final class Mutants {
  private static final String POINT = "#point:";

  private Mutants() {}

  static List<Mutant> of(List<Clause> clauses) {
    List<Mutant> mutants = new ArrayList<>();
    for (Clause clause : clauses) {
      if (clause instanceof Clause.Duty) continue;
      mutants.add(
          new Mutant(
              Set.of(clause.cite()),
              deletion(clause),
              replaced(clauses, Map.of(clause, List.of()))));
      if (clause.id().endsWith("#only") || clause.id().contains(POINT)) continue;
      Variants.of(
          clause,
          (what, changed) ->
              mutants.add(
                  new Mutant(
                      Set.of(clause.cite()),
                      what,
                      replaced(clauses, Map.of(clause, List.of(changed))))));
    }
    mutants.addAll(fields(clauses));
    mutants.addAll(cells(clauses));
    return mutants;
  }

  private static String deletion(Clause clause) {
    if (clause.id().endsWith("#only")) return "drop only";
    int generated = clause.id().indexOf('#');
    return generated < 0 ? "delete the clause" : "delete " + clause.id().substring(generated + 1);
  }

  /** A point's field dropped from every permit the point made. */
  private static List<Mutant> fields(List<Clause> clauses) {
    Map<String, List<Clause.Permit>> points = new LinkedHashMap<>();
    for (Clause clause : clauses) {
      int at = clause.id().indexOf(POINT);
      if (at >= 0 && clause instanceof Clause.Permit p)
        points
            .computeIfAbsent(clause.id().substring(at + POINT.length()), k -> new ArrayList<>())
            .add(p);
    }
    List<Mutant> mutants = new ArrayList<>();
    points.forEach(
        (point, permits) -> {
          Set<String> data = new TreeSet<>();
          permits.forEach(p -> data.addAll(listed(p, Dimension.DATA)));
          for (String field : data) mutants.add(withoutField(point, field, permits, clauses));
        });
    return mutants;
  }

  private static Mutant withoutField(
      String point, String field, List<Clause.Permit> permits, List<Clause> clauses) {
    Map<Clause, List<Clause>> changes = new LinkedHashMap<>();
    Set<String> cites = new TreeSet<>();
    for (Clause.Permit permit : permits) {
      Set<String> rest = new TreeSet<>(listed(permit, Dimension.DATA));
      if (!rest.remove(field)) continue;
      cites.add(permit.cite());
      changes.put(
          permit, rest.isEmpty() ? List.of() : List.of(withListed(permit, Dimension.DATA, rest)));
    }
    return new Mutant(
        cites, "drop field " + field + " of point " + point, replaced(clauses, changes));
  }

  /** A recipient moved from the permitted cells of a matrix row to the forbidden ones, or back. */
  private static List<Mutant> cells(List<Clause> clauses) {
    Map<String, Clause> byId = new LinkedHashMap<>();
    clauses.forEach(c -> byId.put(c.id(), c));
    List<Mutant> mutants = new ArrayList<>();
    for (Clause clause : clauses) {
      if (!clause.id().contains("#") || !clause.id().contains(":disclose")) continue;
      boolean yes = clause.id().endsWith("+");
      Clause other =
          byId.get(clause.id().substring(0, clause.id().length() - 1) + (yes ? "-" : "+"));
      if (other == null) continue;
      for (String to : listed(clause, Dimension.RECIPIENT)) {
        Set<String> fewer = new TreeSet<>(listed(clause, Dimension.RECIPIENT));
        fewer.remove(to);
        Set<String> more = new TreeSet<>(listed(other, Dimension.RECIPIENT));
        more.add(to);
        Map<Clause, List<Clause>> changes = new LinkedHashMap<>();
        changes.put(
            clause,
            fewer.isEmpty() ? List.of() : List.of(withListed(clause, Dimension.RECIPIENT, fewer)));
        changes.put(other, List.of(withListed(other, Dimension.RECIPIENT, more)));
        mutants.add(
            new Mutant(Set.of(clause.cite()), "flip the cell " + to, replaced(clauses, changes)));
      }
    }
    return mutants;
  }

  private static Set<String> listed(Clause clause, Dimension dimension) {
    Terms terms = clause.match().terms().get(dimension);
    return terms == null ? Set.of() : new TreeSet<>(terms.listed());
  }

  private static Clause withListed(Clause clause, Dimension dimension, Set<String> listed) {
    return Variants.with(
        clause, Variants.with(clause.match(), dimension, new Terms(listed, false)));
  }

  private static List<Clause> replaced(List<Clause> clauses, Map<Clause, List<Clause>> changes) {
    List<Clause> all = new ArrayList<>();
    for (Clause c : clauses) all.addAll(changes.getOrDefault(c, List.of(c)));
    return all;
  }
}
