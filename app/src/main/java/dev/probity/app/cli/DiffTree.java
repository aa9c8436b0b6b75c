// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.cli;

import dev.probity.notice.answer.Trees;
import dev.probity.notice.diff.Change;
import dev.probity.notice.diff.Diff;
import dev.probity.notice.diff.Strictness;
import dev.probity.notice.pack.PackSource;
import dev.probity.notice.scenario.QuestionFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** A diff for programs. The keys of the trees are stable. Stateless. */
final class DiffTree {
  private DiffTree() {}

  static Map<String, Object> of(Diff diff) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("before", diff.before());
    tree.put("after", diff.after());
    tree.put("material", diff.material());
    tree.put("stricter", diff.stricter());
    tree.put("looser", diff.looser());
    tree.put("changes", diff.changes().stream().map(DiffTree::of).toList());
    tree.put("entries", diff.entries());
    tree.put("settings", diff.settings());
    tree.put("askAgain", diff.askAgain());
    tree.put("tell", diff.tell());
    tree.put("pin", diff.pin());
    return tree;
  }

  private static Map<String, Object> of(Change change) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("from", change.from().name());
    tree.put("to", change.to().name());
    tree.put("material", change.material());
    tree.put("citedBefore", change.citedBefore());
    tree.put("citedAfter", change.citedAfter());
    tree.put("region", region(change));
    tree.put("conditions", change.region().conditions());
    tree.put("question", QuestionFile.tree(change.witness()));
    tree.put("answerBefore", Trees.of(change.before()));
    tree.put("answerAfter", Trees.of(change.after()));
    return tree;
  }

  private static Map<String, Object> region(Change change) {
    Map<String, Object> region = new LinkedHashMap<>();
    new TreeMap<>(change.region().terms())
        .forEach(
            (d, terms) -> {
              List<String> listed = List.copyOf(new TreeSet<>(terms.listed()));
              region.put(
                  d.name().toLowerCase(Locale.ROOT),
                  terms.anyBut() ? Map.of("any-but", listed) : listed);
            });
    return region;
  }

  static Map<String, Object> of(Strictness strictness, PackSource pack, PackSource than) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("pack", pack.pack().name());
    tree.put("than", than.pack().name());
    tree.put("atLeastAsStrict", strictness.atLeast());
    strictness
        .looser()
        .ifPresent(
            told -> {
              tree.put("question", QuestionFile.tree(told.question()));
              tree.put("answer", Trees.of(told.before()));
              tree.put("answerOfThan", Trees.of(told.after()));
            });
    return tree;
  }
}
