// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.cli;

import dev.probity.kernel.clause.Within;
import dev.probity.kernel.decide.Decision;
import dev.probity.kernel.decide.Duties;
import dev.probity.kernel.decide.Views;
import dev.probity.notice.pack.PackSource;
import dev.probity.notice.scenario.Ask;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Asks the engine, and says its answers for programs. The keys of the trees are stable. */
record Answers(PackSource source) {
  Decision decide(Ask.Decide ask) {
    return Engine.of(source.history()).decide(ask.question());
  }

  Duties event(Ask.Event ask) {
    return Duties.on(ask.event(), source.pack(), ask.question());
  }

  Views view(Ask.View ask) {
    return Views.of(Engine.of(source.history()), ask.question(), ask.fields());
  }

  /**
   * The tree with those of the citations that rest on a law nobody checked, where there are any.
   */
  Map<String, Object> labelled(Map<String, Object> tree, Collection<String> cites) {
    List<String> unverified = Cited.unverified(source, cites);
    if (!unverified.isEmpty()) tree.put("unverified", unverified);
    return tree;
  }

  static Map<String, Object> tree(Decision decision) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("effect", decision.effect().name());
    tree.put("because", decision.because());
    tree.put("almost", decision.almost());
    tree.put("acts", decision.acts());
    tree.put("remedies", decision.remedies());
    Map<String, String> elements = new TreeMap<>();
    decision.elements().forEach((element, effect) -> elements.put(element, effect.name()));
    tree.put("elements", elements);
    tree.put("pack", decision.pack());
    return tree;
  }

  static Map<String, Object> tree(Duties duties) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("because", duties.because());
    tree.put("acts", duties.acts());
    Map<String, Object> due = new TreeMap<>();
    duties.due().forEach((id, within) -> due.put(id, tree(within)));
    tree.put("due", due);
    return tree;
  }

  private static Map<String, Object> tree(Within within) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("notice", within.notice());
    tree.put("operator", within.operator());
    tree.put("law", within.law());
    return tree;
  }

  static Map<String, Object> tree(Views view) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("shown", view.shown());
    tree.put("withheld", view.withheld());
    tree.put("acts", view.acts());
    return tree;
  }
}
