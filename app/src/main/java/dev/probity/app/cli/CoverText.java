// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.cli;

import dev.probity.app.print.Table;
import dev.probity.app.print.Terminal;
import dev.probity.app.print.Tint;
import dev.probity.notice.cover.Coverage;
import dev.probity.notice.cover.RowState;
import dev.probity.notice.pack.PackSource;
import dev.probity.notice.pack.Standing;
import dev.probity.notice.scenario.Verdict;

/** Coverage for a person: the counts, then what is wrong, then what is open. */
record CoverText(Terminal terminal, PackSource source, Coverage coverage) {
  private static final int BAR = 24;

  void print() {
    terminal.line(
        terminal.tint(Tint.STRONG, source.header().id() + " " + source.header().version())
            + (coverage.notice().isEmpty() ? "   no notice given" : "   " + coverage.notice()));
    counts();
    untraced();
    lost();
    failing();
    open();
  }

  void counts() {
    long all = coverage.count(Standing.ENFORCEABLE);
    long sentences = coverage.sentences().size();
    if (sentences > 0) bar("sentences traced", sentences - coverage.untraced().size(), sentences);
    bar("promises kept", coverage.kept(), all);
    bar("promises decided", coverage.decided(), all);
    bar("promises enforced", coverage.enforced(), all);
    terminal.line(
        "  %d clauses: %d enforceable, %d controls (%d probed, 0 attested), %d informational;"
                .formatted(
                    coverage.rows().size(),
                    all,
                    coverage.count(Standing.CONTROL),
                    coverage.probed(),
                    coverage.count(Standing.INFORMATIONAL))
            + " "
            + scenarios());
  }

  private String scenarios() {
    long ran = coverage.verdicts().stream().filter(Verdict::ran).count();
    long failed = coverage.failing().size();
    long flows = coverage.flowsNotRun();
    return ran
        + " scenarios ran, "
        + (failed == 0 ? "all passed" : failed + " failed")
        + (flows == 0 ? "" : "; " + flows + (flows == 1 ? " flow" : " flows") + " for `enforce`");
  }

  private void bar(String what, long part, long all) {
    int filled = all == 0 ? 0 : (int) (BAR * part / all);
    String drawn = "\u2588".repeat(filled) + "\u2591".repeat(BAR - filled);
    Tint tint = part == all ? Tint.GOOD : Tint.WARN;
    terminal.line("  %-18s %s %4d of %d".formatted(what, terminal.tint(tint, drawn), part, all));
  }

  private void untraced() {
    if (coverage.untraced().isEmpty()) return;
    heading(
        Tint.BAD,
        source.traces().isEmpty()
            ? "Untraced: the pack has no trace.yaml yet; `./probity trace` with --write makes it"
            : "Untraced: no clause says what these sentences mean");
    Table table = new Table(terminal);
    coverage
        .untraced()
        .forEach(s -> table.row(Tint.BAD, s.unit().place().toString(), s.unit().text()));
    table.print();
  }

  private void lost() {
    if (coverage.lost().isEmpty()) return;
    heading(Tint.BAD, "Lost: the trace has these sentences, the notice no longer");
    Table table = new Table(terminal);
    coverage
        .lost()
        .forEach(l -> table.row(Tint.BAD, "no. " + l.number(), String.join(" ", l.clauses())));
    table.print();
  }

  private void failing() {
    if (coverage.failing().isEmpty()) return;
    heading(Tint.BAD, "Failing scenarios");
    coverage.failing().forEach(v -> ScenariosCommand.print(v, terminal));
  }

  private void open() {
    if (coverage.open().isEmpty()) return;
    heading(Tint.WARN, "Open: " + coverage.open().size() + ", each with its place of proof");
    Table table = new Table(terminal);
    for (RowState row : coverage.open()) {
      table.row(Tint.NAME, row.row(), CoverTree.proof(row), String.join("; ", row.needs()));
    }
    table.print();
  }

  private void heading(Tint tint, String text) {
    terminal.line();
    terminal.line(terminal.tint(tint, text));
  }
}
