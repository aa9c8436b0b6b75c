// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.scenario;

import dev.probity.kernel.decide.Effect;
import dev.probity.kernel.fault.Fault;
import dev.probity.notice.pack.Proof;
import dev.probity.notice.pack.Words;
import dev.probity.notice.yaml.Form;
import dev.probity.notice.yaml.Node;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads lists of scenarios; a table becomes one scenario a cell. One thread. */
public final class ScenarioReader {
  private static final Map<Character, Effect> LETTERS =
      Map.of(
          'P', Effect.PERMIT, 'D', Effect.DENY, 'N', Effect.NOT_COVERED, 'O', Effect.OUT_OF_SCOPE);

  private final AskReader asks;
  private final ExpectReader expects;
  private final StepReader steps;
  private final List<Fault> faults;
  private final List<Scenario> scenarios = new ArrayList<>();
  private final List<LintExpectation> expectations = new ArrayList<>();

  public ScenarioReader(Words words, Instant today) {
    this.asks = new AskReader(words, today);
    this.faults = words.faults();
    this.expects = new ExpectReader(faults);
    this.steps = new StepReader(words, asks);
  }

  public List<Scenario> scenarios() {
    return scenarios;
  }

  public List<LintExpectation> expectations() {
    return expectations;
  }

  public void read(Node list) {
    if (!(list instanceof Node.Items items)) {
      faults.add(
          new Fault(
              "PRB-N012", "scenarios are a list", "begin each with `- keeps: ..`", list.where()));
      return;
    }
    for (Node node : items.items()) {
      Form form = Form.of(node, "a scenario", faults);
      if (form.has("table")) table(form);
      else if (form.has("expect-lint")) lint(form);
      else if (form.has("flow")) flow(form);
      else if (!elsewhere(form)) one(form);
    }
  }

  private void one(Form form) {
    List<String> keeps = keeps(form);
    String name = form.text("name", "");
    if (!form.has("expect")) form.required("expect");
    Expect expect = form.get("expect").map(expects::read).orElse(Expect.NOTHING);
    asks.read(form, true)
        .ifPresent(
            ask ->
                scenarios.add(
                    new Scenario(
                        name.isEmpty() ? String.join(" ", keeps) : name,
                        form.where(),
                        keeps,
                        ask,
                        expect)));
    form.done();
  }

  private List<String> keeps(Form form) {
    List<String> keeps = form.words("keeps");
    if (keeps.isEmpty()) form.required("keeps");
    return keeps;
  }

  private void lint(Form form) {
    expectations.add(
        new LintExpectation(
            form.required("expect-lint"), form.text("at", ""), form.words("keeps"), form.where()));
    form.text("name");
    form.done();
  }

  private void flow(Form form) {
    scenarios.add(
        new Scenario(
            form.required("flow"),
            form.where(),
            keeps(form),
            new Ask.Flow(steps.read(form)),
            Expect.NOTHING));
    form.done();
  }

  private boolean elsewhere(Form form) {
    Map<String, Proof> places = Map.of("page", Proof.BROWSER, "request", Proof.DESK);
    for (var place : places.entrySet()) {
      if (form.has(place.getKey())) {
        scenarios.add(
            new Scenario(
                form.required(place.getKey()),
                form.where(),
                keeps(form),
                new Ask.Elsewhere(place.getValue(), form.node()),
                Expect.NOTHING));
        return true;
      }
    }
    return false;
  }

  private void table(Form form) {
    String name = form.required("table");
    Map<String, Node.Fields> columns = parts(form, "columns");
    Map<String, Node.Fields> rows = parts(form, "rows");
    Map<String, String> cells = form.texts("cells");
    Node.Fields shared = pick(form, "keeps", "given", "ask", "asserted");
    rows.forEach(
        (row, fields) -> {
          String letters = cells.getOrDefault(row, "");
          if (letters.codePointCount(0, letters.length()) != columns.size()) {
            form.fault(
                "PRB-N017",
                "row `"
                    + row
                    + "` has "
                    + letters.length()
                    + " cells, the table "
                    + columns.size()
                    + " columns",
                "write one letter a column: P, D, N or O",
                form.where("cells"));
            return;
          }
          int i = 0;
          for (var column : columns.entrySet()) {
            cell(
                name + ": " + row + " × " + column.getKey(),
                letters.charAt(i++),
                shared.under(fields).under(column.getValue()),
                form);
          }
        });
    cells.keySet().stream()
        .filter(c -> !rows.containsKey(c))
        .forEach(
            c ->
                form.fault(
                    "PRB-N017",
                    "cells name row `" + c + "`, which the table does not have",
                    "add the row, or remove its cells",
                    form.where("cells")));
    form.done();
  }

  private void cell(String name, char letter, Node.Fields fields, Form table) {
    Effect effect = LETTERS.get(letter);
    if (effect == null) {
      table.fault(
          "PRB-N017",
          "`" + letter + "` is not an answer",
          "write P, D, N or O",
          table.where("cells"));
      return;
    }
    Form form = new Form(fields, "a cell", faults);
    List<String> keeps = keeps(form);
    asks.read(form, true)
        .ifPresent(
            ask ->
                scenarios.add(
                    new Scenario(
                        name, form.where(), keeps, ask, Expect.effect(effect, List.of()))));
    form.done();
  }

  private Map<String, Node.Fields> parts(Form form, String key) {
    Map<String, Node.Fields> parts = new LinkedHashMap<>();
    form.each(key, (label, n) -> parts.put(label, Form.of(n, "`" + label + "`", faults).node()));
    if (parts.isEmpty()) form.required(key);
    return parts;
  }

  private static Node.Fields pick(Form form, String... keys) {
    Map<String, Node.Field> picked = new LinkedHashMap<>();
    for (String key : keys)
      form.get(key).ifPresent(n -> picked.put(key, new Node.Field(n.where(), n)));
    return new Node.Fields(picked, form.where());
  }
}
