// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.cli;

import dev.probity.app.print.Terminal;
import dev.probity.app.print.Tint;
import dev.probity.ledger.audit.Finding;
import dev.probity.ledger.audit.Report;
import java.util.LinkedHashMap;
import java.util.Map;

/** What an audit found, for people and for programs. Stateless. */
final class ReportText {
  private ReportText() {}

  static Map<String, Object> tree(Report report) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("clean", report.clean());
    tree.put("size", report.size());
    tree.put("against", report.elsewhere());
    tree.put("findings", report.findings().stream().map(ReportText::tree).toList());
    if (report.clean()) tree.put("proves", report.proves());
    return tree;
  }

  private static Map<String, Object> tree(Finding finding) {
    Map<String, Object> tree = new LinkedHashMap<>();
    switch (finding) {
      case Finding.EntryAltered f -> {
        tree.put("found", "entry-altered");
        tree.put("index", f.index());
      }
      case Finding.RangeRewritten f -> {
        tree.put("found", "range-rewritten");
        tree.put("from", f.from());
        tree.put("to", f.to());
      }
      case Finding.Truncated f -> tree.put("found", "truncated");
      case Finding.TileAltered f -> tree.put("found", "tile-altered");
      case Finding.Missing f -> tree.put("found", "missing");
      case Finding.TwoHistories f -> tree.put("found", "two-histories");
      case Finding.NotSigned f -> tree.put("found", "not-signed");
    }
    tree.put("sentence", finding.sentence());
    return tree;
  }

  static void print(Report report, Terminal terminal) {
    for (Finding finding : report.findings())
      terminal.line("  " + terminal.tint(Tint.BAD, "ALTERED") + "  " + finding.sentence());
    if (report.clean())
      terminal.line("  " + terminal.tint(Tint.GOOD, "CLEAN") + "  " + report.proves());
    terminal.line(
        "  %,d entries read; held against %d kept elsewhere"
            .formatted(report.size(), report.elsewhere()));
  }
}
