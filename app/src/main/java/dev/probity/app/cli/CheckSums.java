// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.cli;

import dev.probity.app.print.Terminal;
import dev.probity.app.print.Tint;
import dev.probity.notice.cover.Coverage;
import dev.probity.notice.lint.Report;
import dev.probity.notice.pack.Standing;
import dev.probity.notice.scenario.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The counts of several packs, and their sum. Immutable. */
record CheckSums(List<CheckCommand.Checked> packs) {
  /** What is counted, in the order shown. */
  private static final List<String> KEYS =
      List.of(
          "sentences",
          "untraced",
          "enforceable",
          "kept",
          "decided",
          "scenarios",
          "failing",
          "lint");

  private Map<String, Map<String, Long>> counts() {
    Map<String, Map<String, Long>> counts = new LinkedHashMap<>();
    for (CheckCommand.Checked pack : packs) {
      Coverage coverage = pack.coverage().orElseThrow();
      counts.put(coverage.pack(), counts(coverage, pack.lint().orElseThrow()));
    }
    return counts;
  }

  private static Map<String, Long> counts(Coverage coverage, Report lint) {
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("sentences", (long) coverage.sentences().size());
    counts.put("untraced", (long) coverage.untraced().size());
    counts.put("enforceable", coverage.count(Standing.ENFORCEABLE));
    counts.put("kept", coverage.kept());
    counts.put("decided", coverage.decided());
    counts.put("scenarios", coverage.verdicts().stream().filter(Verdict::ran).count());
    counts.put("failing", (long) coverage.failing().size());
    counts.put("lint", (long) lint.problems().size());
    return counts;
  }

  private static Map<String, Long> sum(Map<String, Map<String, Long>> counts) {
    Map<String, Long> sum = new LinkedHashMap<>();
    for (String key : KEYS)
      sum.put(key, counts.values().stream().mapToLong(c -> c.getOrDefault(key, 0L)).sum());
    return sum;
  }

  Map<String, Object> tree() {
    Map<String, Map<String, Long>> counts = counts();
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("packs", counts);
    tree.put("sum", sum(counts));
    return tree;
  }

  void print(Terminal terminal) {
    Map<String, Map<String, Long>> counts = counts();
    int name = counts.keySet().stream().mapToInt(String::length).max().orElse(0);
    name = Math.max(name, "sum".length());
    List<String> head = new ArrayList<>();
    KEYS.forEach(key -> head.add("%13s".formatted(key)));
    terminal.line(terminal.tint(Tint.STRONG, " ".repeat(name) + String.join("", head)));
    for (var pack : counts.entrySet()) row(terminal, pack.getKey(), name, pack.getValue());
    row(terminal, "sum", name, sum(counts));
  }

  private static void row(Terminal terminal, String label, int width, Map<String, Long> counts) {
    StringBuilder line = new StringBuilder();
    line.append(terminal.tint(Tint.NAME, label)).repeat(' ', width - label.length());
    for (String key : KEYS) {
      long count = counts.getOrDefault(key, 0L);
      boolean bad = count > 0 && List.of("untraced", "failing", "lint").contains(key);
      String cell = "%13d".formatted(count);
      line.append(bad ? terminal.tint(Tint.BAD, cell) : cell);
    }
    terminal.line(line.toString());
  }
}
