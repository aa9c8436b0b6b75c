// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.cli;

import dev.probity.app.print.Table;
import dev.probity.app.print.Terminal;
import dev.probity.app.print.Tint;
import dev.probity.kernel.decide.Decision;
import dev.probity.kernel.decide.Effect;
import dev.probity.notice.cover.Coverage;
import dev.probity.notice.pack.PackSource;
import java.util.List;

/** A decision for a person: the effect, its clauses, what is to be done, what would change it. */
record DecisionText(Terminal terminal, PackSource source) {
  void print(Decision decision) {
    print(decision, List.of());
    if (!decision.pack().isEmpty()) {
      terminal.line(terminal.tint(Tint.DIM, "  decided by " + decision.pack()));
    }
  }

  /** With the sentences of the notice that the deciding clauses are traced to. */
  void print(Decision decision, Coverage coverage) {
    print(decision, coverage.sentences());
  }

  void print(Decision decision, List<Coverage.Sentence> notice) {
    Cited cited = new Cited(terminal, source);
    terminal.line(
        "  "
            + terminal.tint(tint(decision.effect()), decision.effect().name())
            + (decision.because().isEmpty() ? "  no clause of the notice speaks to it" : ""));
    cited.print(decision.because());
    decision.because().forEach(id -> quote(id, notice));
    if (!decision.acts().isEmpty()) terminal.line("  to do: " + Cited.list(decision.acts()));
    decision.remedies().forEach(way -> terminal.line("  would lift it: " + Cited.list(way)));
    if (!decision.almost().isEmpty()) {
      terminal.line("  nearly permitted by:");
      cited.print(decision.almost());
    }
    if (decision.elements().size() > 1) elements(decision);
  }

  private void quote(String id, List<Coverage.Sentence> notice) {
    for (Coverage.Sentence sentence : notice) {
      if (!sentence.clauses().contains(id)) continue;
      Table.wrap("\u201C" + sentence.unit().text() + "\u201D", terminal.width() - 6)
          .forEach(line -> terminal.line("      " + terminal.tint(Tint.DIM, line)));
    }
  }

  private void elements(Decision decision) {
    Table table = new Table(terminal);
    decision
        .elements()
        .forEach((element, effect) -> table.row(tint(effect), effect.name(), element));
    table.print();
  }

  static Tint tint(Effect effect) {
    return switch (effect) {
      case PERMIT -> Tint.GOOD;
      case DENY -> Tint.BAD;
      case OUT_OF_SCOPE, NOT_COVERED -> Tint.WARN;
    };
  }
}
