// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.cli;

import dev.probity.app.print.Json;
import dev.probity.app.print.Table;
import dev.probity.app.print.Terminal;
import dev.probity.app.print.Tint;
import dev.probity.kernel.question.Question;
import dev.probity.notice.answer.Trees;
import dev.probity.notice.pack.Assertion;
import dev.probity.notice.pack.PackSource;
import dev.probity.notice.prove.Conclusion;
import dev.probity.notice.prove.Finding;
import dev.probity.notice.scenario.QuestionFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What was proved of a pack, for a person and for programs. Immutable. */
record Proofs(Terminal terminal, PackSource source) {
  /**
   * @param all whether the whole pack was looked at, and not one assertion
   */
  void print(List<Conclusion> conclusions, List<Finding> idle, boolean all) {
    conclusions.forEach(this::print);
    if (!all) return;
    if (conclusions.isEmpty()) terminal.line("The pack asserts nothing.");
    if (idle.isEmpty()) {
      terminal.line("Every clause and every point has an effect on some question.");
      return;
    }
    terminal.line();
    terminal.line("Without effect on any question:");
    Table table = new Table(terminal);
    for (Finding f : idle) table.row(Tint.WARN, word(f.kind()), f.id(), says(f.kind()));
    table.print();
  }

  private void print(Conclusion conclusion) {
    Assertion it = conclusion.assertion();
    String says =
        it.id()
            + (it.id().isEmpty() || it.says().isEmpty() ? "" : ": ")
            + it.says()
            + (it.keeps().isEmpty() ? "" : "  " + String.join(" ", it.keeps()));
    switch (conclusion) {
      case Conclusion.Proved proved ->
          terminal.line((terminal.tint(Tint.GOOD, "proved") + "   " + says).stripTrailing());
      case Conclusion.Refuted refuted -> {
        terminal.line((terminal.tint(Tint.BAD, "refuted") + "  " + says).stripTrailing());
        question(refuted.witness(), terminal);
        new DecisionText(terminal, source).print(refuted.decision());
      }
    }
    terminal.line(terminal.tint(Tint.DIM, "         " + searched(conclusion.checked())));
  }

  /** Two lines that are a question file as they stand. */
  static void question(Question question, Terminal terminal) {
    QuestionFile.tree(question)
        .forEach((key, value) -> terminal.line("  " + key + ": " + Json.text(value)));
  }

  private static String searched(Conclusion.Checked checked) {
    return "over every question: "
        + checked.clauses()
        + " clauses, "
        + terms(checked)
        + " kinds of terms, "
        + checked.facts()
        + " facts, "
        + checked.moments().size()
        + (checked.moments().size() == 1 ? " stretch" : " stretches")
        + " of time";
  }

  private static int terms(Conclusion.Checked checked) {
    return checked.classes().values().stream().mapToInt(Integer::intValue).sum();
  }

  private static String says(Finding.Kind kind) {
    return switch (kind) {
      case DEAD -> "no answer ever names this permit";
      case SHADOWED -> "it is met, but something always beats it, or its data is never collected";
      case NEVER_MET -> "its conditions are never met together; it only says what is missing";
      case NEVER_DECISIVE -> "no answer ever rests on it";
      case CLOSED_POINT -> "nothing can be collected at this point";
    };
  }

  private static String word(Finding.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Map<String, Object> tree(List<Conclusion> conclusions, List<Finding> idle) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("assertions", conclusions.stream().map(Proofs::tree).toList());
    tree.put("idle", idle.stream().map(Proofs::tree).toList());
    return tree;
  }

  private static Map<String, Object> tree(Conclusion conclusion) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("assertion", conclusion.assertion().id());
    tree.put("says", conclusion.assertion().says());
    tree.put("keeps", conclusion.assertion().keeps());
    tree.put("proved", conclusion instanceof Conclusion.Proved);
    tree.put("searched", tree(conclusion.checked()));
    if (conclusion instanceof Conclusion.Refuted refuted) {
      tree.put("question", QuestionFile.tree(refuted.witness()));
      tree.put("decision", Trees.of(refuted.decision()));
    }
    return tree;
  }

  private static Map<String, Object> tree(Conclusion.Checked checked) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("clauses", checked.clauses());
    tree.put("terms", terms(checked));
    tree.put("facts", checked.facts());
    tree.put("moments", checked.moments().stream().map(Object::toString).toList());
    tree.put("setAside", checked.setAside());
    return tree;
  }

  private static Map<String, Object> tree(Finding finding) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("kind", word(finding.kind()));
    tree.put("id", finding.id());
    tree.put("clause", finding.cite());
    return tree;
  }
}
