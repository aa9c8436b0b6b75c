// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.pack;

import dev.probity.kernel.clause.Clause;
import dev.probity.kernel.clause.Condition;
import dev.probity.kernel.clause.Match;
import dev.probity.kernel.clause.Terms;
import dev.probity.kernel.fault.Fault;
import dev.probity.kernel.term.DataClass;
import dev.probity.kernel.term.Dimension;
import dev.probity.notice.yaml.Form;
import dev.probity.notice.yaml.Node;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code matrix}: rows of data, columns of recipients, collected or not, sold or not. Each
 * cell becomes a permit or a forbid cited by the row's id. One thread.
 */
final class MatrixReader {
  private static final List<String> RULES = List.of("allowed", "never");

  private final Words words;
  private final MatchReader matches;
  private final ConditionReader conditions;
  private final List<Fault> faults;
  private final List<Clause> clauses = new ArrayList<>();

  MatrixReader(Words words) {
    this.words = words;
    this.matches = new MatchReader(words);
    this.conditions = new ConditionReader(words);
    this.faults = words.faults();
  }

  List<Clause> clauses() {
    return clauses;
  }

  /** Reads one matrix; gives the ids of its rows. */
  List<String> read(Node node, int number) {
    Form form = Form.of(node, "a matrix", faults);
    String name = form.text("name", String.valueOf(number));
    List<Condition> when = conditions.list(form, "when");
    DataClass bound = form.oneOf("class", DataClass.class).orElse(null);
    List<Set<String>> columns = new ArrayList<>();
    form.form("columns", "columns")
        .ifPresent(f -> f.each((label, n) -> columns.add(words.checked(f, label, "recipient"))));
    List<String> rows = new ArrayList<>();
    form.each(
        "rows",
        (row, n) -> {
          rows.add(row);
          row(row, name, bound, Form.of(n, "the matrix row `" + row + "`", faults), columns, when);
        });
    if (rows.isEmpty()) form.required("rows");
    form.done();
    return rows;
  }

  private void row(
      String row,
      String matrix,
      @Nullable DataClass bound,
      Form form,
      List<Set<String>> columns,
      List<Condition> shared) {
    Optional<Terms> data = matches.terms(form, "data", Dimension.DATA);
    if (data.isEmpty()) form.required("data");
    List<Condition> when = new ArrayList<>(shared);
    when.addAll(conditions.list(form, "when"));
    Cells cells = new Cells(row, row + "#" + matrix, data.orElse(Terms.of("none")), bound, when);
    String collect = rule(form, "collect");
    if (collect.equals("allowed")) clauses.add(cells.permit("collect", Set.of()));
    if (collect.equals("never")) clauses.add(cells.forbid("collect", Set.of()));
    Set<String> yes = new LinkedHashSet<>();
    Set<String> no = new LinkedHashSet<>();
    form.text("disclose").ifPresent(letters -> disclose(letters, form, columns, yes, no));
    if (!yes.isEmpty()) clauses.add(cells.permit("disclose", yes));
    if (!no.isEmpty()) clauses.add(cells.forbid("disclose", no));
    String sell = rule(form, "sell");
    if (sell.equals("allowed") && !yes.isEmpty()) clauses.add(cells.permit("sell", yes));
    if (sell.equals("never")) clauses.add(cells.forbid("sell", Set.of()));
    form.done();
  }

  private static void disclose(
      String letters, Form form, List<Set<String>> columns, Set<String> yes, Set<String> no) {
    if (letters.length() != columns.size() || !letters.matches("[y-]*")) {
      form.fault(
          "PRB-N017",
          "`" + letters + "` does not fit the " + columns.size() + " columns",
          "write one letter a column: y or -",
          form.where("disclose"));
      return;
    }
    for (int i = 0; i < letters.length(); i++)
      (letters.charAt(i) == 'y' ? yes : no).addAll(columns.get(i));
  }

  private static String rule(Form form, String key) {
    String rule = form.text(key, "");
    if (!rule.isEmpty() && !RULES.contains(rule))
      form.fault(
          "PRB-N014",
          "`" + key + "` is allowed or never, not `" + rule + "`",
          "write `allowed` or `never`",
          form.where(key));
    return rule;
  }

  private record Cells(
      String cite, String id, Terms data, @Nullable DataClass bound, List<Condition> when) {
    Clause permit(String action, Set<String> to) {
      return new Clause.Permit(
          id + ":" + action + "+", cite, match(action, to, null), when, List.of());
    }

    Clause forbid(String action, Set<String> to) {
      return new Clause.Forbid(
          id + ":" + action + "-",
          cite,
          match(action, to, bound),
          when,
          List.of(),
          Set.of(),
          List.of());
    }

    private Match match(String action, Set<String> to, @Nullable DataClass least) {
      Map<Dimension, Terms> terms = new EnumMap<>(Dimension.class);
      terms.put(Dimension.ACTION, Terms.of(action));
      terms.put(Dimension.DATA, data);
      if (!to.isEmpty()) terms.put(Dimension.RECIPIENT, new Terms(to, false));
      return new Match(terms, least);
    }
  }
}
