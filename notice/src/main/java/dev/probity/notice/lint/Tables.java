// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.lint;

import dev.probity.kernel.clause.Clause;
import dev.probity.kernel.clause.Terms;
import dev.probity.kernel.term.Dimension;
import dev.probity.kernel.term.Tree;
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
   * {@code recipient-not-in-table}: a permit names a recipient for data of a table, in a place
   * where the table holds, and the table has no column for it.
   */
  static List<Found> recipientWithoutColumn(PackSource source) {
    List<Found> found = new ArrayList<>();
    for (Table table : tables(source)) {
      List<Clause> cells =
          source.pack().clauses().stream()
              .filter(c -> table.rows().containsKey(c.cite()) && !fromEntry(c, source))
              .toList();
      for (var entry : source.entries().values()) {
        for (Clause clause : entry.clauses()) {
          if (clause instanceof Clause.Permit permit) {
            Set<String> missing = missing(permit, table, cells, source);
            if (!missing.isEmpty())
              found.add(
                  Found.at(
                      entry,
                      "data of the table goes to `"
                          + String.join("`, `", missing)
                          + "`, for whom the table has no column",
                      "add the recipient to the column it belongs to, or add a column"));
          }
        }
      }
    }
    return found;
  }

  private static boolean fromEntry(Clause clause, PackSource source) {
    var entry = source.entries().get(clause.cite());
    return entry != null && entry.clauses().contains(clause);
  }

  private static Set<String> missing(
      Clause.Permit permit, Table table, List<Clause> cells, PackSource source) {
    Matches matches = new Matches(source.pack().vocabulary());
    Tree tree = source.pack().vocabulary().tree(Dimension.RECIPIENT);
    Set<String> missing = new TreeSet<>();
    Terms to = permit.match().terms().get(Dimension.RECIPIENT);
    Terms data = permit.match().terms().get(Dimension.DATA);
    if (to == null || to.anyBut() || data == null || data.anyBut()) return missing;
    boolean ofTable =
        cells.stream()
            .anyMatch(
                c ->
                    Matches.overlap(
                            data.listed(),
                            table.rows().getOrDefault(c.cite(), Set.of()),
                            source.pack().vocabulary().tree(Dimension.DATA))
                        && matches.regionsMeet(c.when(), permit.when()));
    if (!ofTable) return missing;
    for (String recipient : to.listed()) {
      if (table.columns().stream().noneMatch(c -> tree.overlaps(recipient, c)))
        missing.add(recipient);
    }
    return missing;
  }
}
