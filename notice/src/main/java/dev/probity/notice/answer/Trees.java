// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.answer;

import dev.probity.kernel.clause.Within;
import dev.probity.kernel.decide.Decision;
import dev.probity.kernel.decide.Duties;
import dev.probity.kernel.decide.Views;
import dev.probity.notice.explain.Explanation;
import dev.probity.notice.pack.Entry;
import dev.probity.notice.pack.PackSource;
import dev.probity.notice.pack.Resolve;
import dev.probity.notice.scenario.Scenario;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Answers as trees of maps, lists and texts, which a door prints as JSON. The keys are stable.
 * Stateless.
 */
public final class Trees {
  private Trees() {}

  /**
   * The tree with those of the citations that rest on a law nobody checked, where there are any.
   */
  public static Map<String, Object> labelled(
      Map<String, Object> tree, PackSource source, Collection<String> cites) {
    List<String> unverified = cites.stream().filter(source::unverified).sorted().toList();
    if (!unverified.isEmpty()) tree.put("unverified", unverified);
    return tree;
  }

  public static Map<String, Object> of(Decision decision) {
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

  public static Map<String, Object> of(Duties duties) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("because", duties.because());
    tree.put("acts", duties.acts());
    Map<String, Object> due = new TreeMap<>();
    duties.due().forEach((id, within) -> due.put(id, of(within)));
    tree.put("due", due);
    return tree;
  }

  private static Map<String, Object> of(Within within) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("notice", within.notice());
    tree.put("operator", within.operator());
    tree.put("law", within.law());
    return tree;
  }

  public static Map<String, Object> of(Views view) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("shown", view.shown());
    tree.put("withheld", view.withheld());
    tree.put("acts", view.acts());
    return tree;
  }

  public static Map<String, Object> of(Explanation it, PackSource source) {
    Map<String, Object> tree = new LinkedHashMap<>();
    Entry entry = it.entry();
    tree.put("clause", entry.id());
    tree.put("row", entry.row());
    tree.put("says", entry.says());
    tree.put("verb", entry.verb().word());
    tree.put("where", entry.where().toString());
    tree.put("lines", source.head(entry.row()).lines());
    if (source.unverified(entry.id())) tree.put("unverified", List.of(entry.id()));
    tree.put("beats", it.beats());
    tree.put("beatenBy", it.beatenBy());
    tree.put("yieldsTo", it.yieldsTo());
    tree.put("resolves", it.resolves().stream().map(Resolve::id).toList());
    tree.put("scenarios", it.scenarios().stream().map(Trees::of).toList());
    return tree;
  }

  private static Map<String, Object> of(Scenario scenario) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("name", scenario.name());
    tree.put("where", scenario.where().toString());
    return tree;
  }
}
