// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.lint;

import dev.probity.kernel.clause.Clause;
import dev.probity.kernel.clause.Condition;
import dev.probity.kernel.clause.Terms;
import dev.probity.kernel.term.Dimension;
import dev.probity.kernel.term.Tree;
import dev.probity.notice.pack.Entry;
import dev.probity.notice.pack.PackSource;
import dev.probity.notice.pack.Section;
import dev.probity.notice.yaml.Form;
import dev.probity.notice.yaml.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Rules on matrices. Stateless. */
final class Tables {
  /** The company itself, and the person with whoever acts for the person. */
  private static final Set<String> INSIDE =
      Set.of("staff", "system", "subject", "guardian", "agent");

  private Tables() {}

  /** A matrix as it is written: its columns' recipients, and its rows' data by id. */
  private record Table(Section section, Set<String> columns, Map<String, Set<String>> rows) {
    static Table of(Section section) {
      Form form = new Form(section.node(), "a matrix", new ArrayList<>());
      Set<String> columns = new TreeSet<>();
      form.form("columns", "columns").ifPresent(c -> c.each((l, n) -> columns.addAll(c.words(l))));
      Map<String, Set<String>> rows = new TreeMap<>();
      form.each(
          "rows",
          (id, n) -> {
            if (n instanceof Node.Fields f)
              rows.put(id, Set.copyOf(new Form(f, id, new ArrayList<>()).words("data")));
          });
      return new Table(section, columns, rows);
    }
  }

  private static List<Table> tables(PackSource source) {
    return source.section("matrix").stream().map(Table::of).toList();
  }

  /** {@code matrix-rows-overlap}: one datum stands in two rows of a table. */
  static List<Found> rowsOverlap(PackSource source) {
    Tree data = source.pack().vocabulary().tree(Dimension.DATA);
    List<Found> found = new ArrayList<>();
    for (Table table : tables(source)) {
      Map<String, Set<String>> before = new LinkedHashMap<>();
      table
          .rows()
          .forEach(
              (id, terms) -> {
                before.forEach(
                    (other, earlier) -> {
                      if (Matches.overlap(terms, earlier, data))
                        found.add(
                            Found.at(
                                source,
                                id,
                                "row `" + other + "` of the table holds data of this row too",
                                "let each datum stand in one row, and note which you chose"));
                    });
                before.put(id, terms);
              });
    }
    return found;
  }

  /**
   * {@code recipient-not-in-table}: data of a table goes to a recipient outside the company, where
   * the table holds and on nobody's direction, and the table has no column for that recipient.
   */
  static List<Found> recipientWithoutColumn(PackSource source) {
    List<Found> found = new ArrayList<>();
    for (Table table : tables(source)) {
      Map<String, List<String>> missing = new TreeMap<>();
      for (Entry entry : source.entries().values()) {
        for (Clause clause : entry.clauses()) {
          for (String to : recipients(clause, table, source)) {
            missing.computeIfAbsent(to, t -> new ArrayList<>()).add(clause.cite());
          }
        }
      }
      missing.forEach(
          (to, cites) ->
              found.add(
                  Found.at(
                      source,
                      cites.stream().sorted().toList(),
                      "data of the table goes to `" + to + "`, for whom it has no column",
                      "add the recipient to the column it belongs to, or add a column")));
    }
    return found;
  }

  /** Recipients of the clause's table data that no column lies above, below or at. */
  private static Set<String> recipients(Clause clause, Table table, PackSource source) {
    Set<String> missing = new TreeSet<>();
    if (!(clause instanceof Clause.Permit) || directed(clause) || !holds(table, clause, source))
      return missing;
    Tree tree = source.pack().vocabulary().tree(Dimension.RECIPIENT);
    for (String recipient : listed(clause, Dimension.RECIPIENT)) {
      boolean inside = INSIDE.stream().anyMatch(i -> tree.within(recipient, i));
      if (!inside && table.columns().stream().noneMatch(c -> tree.overlaps(recipient, c)))
        missing.add(recipient);
    }
    return missing;
  }

  /** Whether the person's own act stands behind it: a consent, a choice, a relation, a request. */
  private static boolean directed(Clause clause) {
    return clause.when().stream()
        .anyMatch(
            c ->
                c instanceof Condition.Consent
                    || c instanceof Condition.Choice
                    || c instanceof Condition.Relation
                    || c instanceof Condition.State);
  }

  /** Whether the table speaks of these data where the clause does. */
  private static boolean holds(Table table, Clause clause, PackSource source) {
    Matches matches = new Matches(source.pack().vocabulary());
    Tree tree = source.pack().vocabulary().tree(Dimension.DATA);
    Set<String> data = listed(clause, Dimension.DATA);
    return source.pack().clauses().stream()
        .filter(c -> c.id().contains("#"))
        .filter(c -> Matches.overlap(data, table.rows().getOrDefault(c.cite(), Set.of()), tree))
        .anyMatch(c -> matches.regionsMeet(c.when(), clause.when()));
  }

  /** What a clause lists in a dimension; nothing where it lists what it does not mean. */
  private static Set<String> listed(Clause clause, Dimension dimension) {
    Terms terms = clause.match().terms().get(dimension);
    return terms == null || terms.anyBut() ? Set.of() : terms.listed();
  }
}
