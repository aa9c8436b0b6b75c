// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.cli;

import dev.probity.app.extract.Extract;
import dev.probity.app.print.Json;
import dev.probity.app.print.Terminal;
import dev.probity.app.print.Tint;
import dev.probity.kernel.fault.Fault;
import dev.probity.notice.lint.Finding;
import dev.probity.notice.lint.Lint;
import dev.probity.notice.lint.Report;
import dev.probity.notice.pack.PackReader;
import dev.probity.notice.pack.PackSource;
import dev.probity.notice.scenario.LintExpectation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code lint PACK [NOTICE]}. */
@Command(
    name = "lint",
    description = {
      "Find everything wrong with a pack at once, each with its place and what to do.",
      "Rules that read the notice need NOTICE or one in the pack's folder. Findings that the pack"
          + " expects",
      "(expect-lint) are listed; one that is missing or that nobody expects exits 1."
    },
    footer = "  ./probity lint packs/example")
final class LintCommand extends OfPack {
  @Parameters(index = "1", arity = "0..1", paramLabel = "NOTICE", description = "Its notice.")
  private String notice = "";

  LintCommand(Surroundings here) {
    super(here);
  }

  @Override
  int faulty(PackReader.Outcome.Faulty pack) {
    if (json) Json.print(tree(pack.faults(), List.of(), List.of()), here.terminal().out());
    else here.terminal().findings(pack.faults());
    return Exit.FINDINGS;
  }

  @Override
  int run(PackSource source) {
    Notices notices = new Notices(here);
    Optional<Extract> text =
        notice.isEmpty() ? notices.own(source) : Optional.of(notices.read(notice));
    if (text.isEmpty()) return show(Lint.run(source, Optional.empty()));
    return switch (text.get()) {
      case Extract.Text read -> show(Lint.run(source, Optional.of(read.notice())));
      case Extract.Refused refused -> {
        here.terminal().faults(List.of(refused.fault()));
        yield Exit.WRONG_USE;
      }
    };
  }

  private int show(Report report) {
    List<Fault> problems = report.problems().stream().map(LintCommand::fault).toList();
    if (json) {
      Json.print(tree(problems, report.met(), report.unjudged()), here.terminal().out());
    } else {
      here.terminal().findings(problems);
      counted(report);
    }
    return report.clean() ? Exit.FINE : Exit.FINDINGS;
  }

  private void counted(Report report) {
    Terminal terminal = here.terminal();
    int problems = report.problems().size();
    terminal.line(
        terminal.tint(
            problems == 0 ? Tint.GOOD : Tint.BAD,
            problems == 0 ? "no findings" : problems + (problems == 1 ? " finding" : " findings")));
    list("expected and found", report.met());
    list("not judged without the notice", report.unjudged());
  }

  private void list(String what, List<LintExpectation> expectations) {
    if (expectations.isEmpty()) return;
    here.terminal().line(expectations.size() + " " + what + ":");
    for (LintExpectation e : expectations) {
      here.terminal().line("  " + e.rule() + (e.at().isEmpty() ? "" : " at " + e.at()));
    }
  }

  private static Fault fault(Finding finding) {
    String at = finding.at();
    boolean said = at.isEmpty() || finding.sentence().contains("`" + at + "`");
    return new Fault(
        finding.code(),
        (said ? "" : "`" + at + "`: ") + finding.sentence(),
        finding.fix(),
        finding.where());
  }

  private static Map<String, Object> tree(
      List<Fault> findings, List<LintExpectation> met, List<LintExpectation> unjudged) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("findings", findings.stream().map(LintCommand::tree).toList());
    tree.put("expected", met.stream().map(LintCommand::tree).toList());
    tree.put("unjudged", unjudged.stream().map(LintCommand::tree).toList());
    return tree;
  }

  private static Map<String, Object> tree(LintExpectation expectation) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("rule", expectation.rule());
    tree.put("at", expectation.at());
    return tree;
  }

  private static Map<String, Object> tree(Fault fault) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("code", fault.code());
    tree.put("sentence", fault.sentence());
    tree.put("fix", fault.fix());
    tree.put("file", fault.where().file());
    tree.put("line", fault.where().line());
    tree.put("column", fault.where().column());
    return tree;
  }
}
