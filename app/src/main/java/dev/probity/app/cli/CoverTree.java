// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.cli;

import dev.probity.kernel.fault.Where;
import dev.probity.notice.cover.Coverage;
import dev.probity.notice.cover.RowState;
import dev.probity.notice.pack.Proof;
import dev.probity.notice.pack.Standing;
import dev.probity.notice.scenario.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Coverage for programs. Its keys are stable; new ones may join them. */
final class CoverTree {
  private CoverTree() {}

  static Map<String, Object> of(Coverage coverage) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("pack", coverage.pack());
    tree.put("notice", coverage.notice());
    tree.put("sentences", coverage.sentences().size());
    tree.put("traced", coverage.sentences().size() - coverage.untraced().size());
    tree.put("untraced", coverage.untraced().stream().map(CoverTree::sentence).toList());
    tree.put("lost", coverage.lost().stream().map(CoverTree::lost).toList());
    tree.put("clauses", clauses(coverage));
    tree.put("open", coverage.open().stream().map(CoverTree::open).toList());
    tree.put("flowsNotRun", coverage.flowsNotRun());
    tree.put("failing", coverage.failing().stream().map(CoverTree::failing).toList());
    return tree;
  }

  private static Map<String, Object> clauses(Coverage coverage) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("total", coverage.rows().size());
    tree.put("enforceable", coverage.count(Standing.ENFORCEABLE));
    tree.put("kept", coverage.kept());
    tree.put("decided", coverage.decided());
    tree.put("enforced", coverage.enforced());
    tree.put("controls", coverage.count(Standing.CONTROL));
    tree.put("probed", coverage.probed());
    // Why: an attestation is not part of a pack; nothing here looks at any yet.
    tree.put("attested", 0);
    tree.put("informational", coverage.count(Standing.INFORMATIONAL));
    return tree;
  }

  private static Map<String, Object> sentence(Coverage.Sentence sentence) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("place", sentence.unit().place().toString());
    tree.put("text", sentence.unit().text());
    return tree;
  }

  private static Map<String, Object> lost(Coverage.Lost lost) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("number", lost.number());
    tree.put("clauses", lost.clauses());
    return tree;
  }

  private static Map<String, Object> open(RowState row) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("clause", row.row());
    tree.put("proof", proof(row));
    tree.put("needs", row.needs());
    return tree;
  }

  private static Map<String, Object> failing(Verdict verdict) {
    Map<String, Object> tree = new LinkedHashMap<>();
    Where where = verdict.scenario().where();
    tree.put("scenario", verdict.scenario().name());
    tree.put("where", where.toString());
    tree.put("keeps", List.copyOf(verdict.scenario().keeps()));
    tree.put("mistakes", verdict.mistakes());
    return tree;
  }

  /** Where the promise must be shown to be kept, in the pack's word. */
  static String proof(RowState row) {
    if (row.standing() == Standing.CONTROL) return "control";
    return row.proof().map(Proof::name).orElse("none").toLowerCase(Locale.ROOT);
  }
}
