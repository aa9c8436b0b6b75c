// SPDX-License-Identifier: Apache-2.0
package dev.probity.web.decide;

import dev.probity.kernel.clause.Within;
import dev.probity.kernel.decide.Duties;
import dev.probity.notice.pack.PackSource;
import dev.probity.notice.pack.Said;
import dev.probity.notice.vocabulary.Word;
import dev.probity.notice.yaml.Node;
import dev.probity.store.subject.Held;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * What follows for somebody who takes something back: what ends, found by deciding, what the pack
 * has to say of it where it promises to (PIPEDA Sch. 1 4.3.8), and how long mail could go on by
 * notice and law. Immutable.
 *
 * @param because the clauses by which she is to be told
 * @param says the pack's words; empty where it has none
 * @param points at which nothing more would be taken, each with the clauses that end it
 * @param purposes for which nothing more would be done, likewise
 */
record Consequences(
    PackSource source,
    List<String> because,
    Said says,
    SortedMap<String, List<String>> points,
    SortedMap<String, List<String>> purposes,
    LastDays until) {
  private static final String EVENT = "withdrawn";
  private static final String TELL = "tell:";

  /**
   * @param taking what she takes back, done to her sheet
   */
  static Consequences of(
      Controller controller,
      Held held,
      Optional<Node> asserted,
      Instant at,
      Consumer<FactSheet> taking) {
    FactSheet after = FactSheet.of(held);
    taking.accept(after);
    FactSheet before = FactSheet.of(held);
    Ending ending = new Ending(controller, before, after, asserted, held.registers(), at);
    PackSource source = controller.source();
    Duties duties = Duties.on(EVENT, source.pack(), ending.question());
    List<String> told = duties.acts().stream().filter(act -> act.startsWith(TELL)).toList();
    Said says =
        told.stream()
            .map(act -> source.text(act.substring(TELL.length())))
            .filter(text -> !text.isEmpty())
            .findFirst()
            .orElse(new Said(Map.of()));
    SortedMap<String, List<String>> purposes = ending.purposes();
    return new Consequences(
        source,
        told.isEmpty() ? List.of() : duties.because(),
        says,
        ending.points(),
        purposes,
        until(ending, purposes.keySet()));
  }

  /** As if she took every way out of mail that ends: a no by whatever door is one to that law. */
  private static LastDays until(Ending ending, Set<String> purposes) {
    PackSource source = ending.controller().source();
    List<Within> times = new ArrayList<>();
    Set<String> laws = new TreeSet<>();
    for (String purpose : purposes) {
      WaysOut ways = WaysOut.of(source, purpose);
      times.addAll(ways.times());
      laws.addAll(LastDays.laws(ending.without(purpose, ways)));
    }
    return LastDays.of(source, times, laws, ending.at());
  }

  Map<String, Object> tree() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("because", because);
    if (!says.isEmpty()) tree.put("says", says.byLanguage());
    tree.put("points", list(points, "point"));
    tree.put("purposes", list(purposes, "purpose"));
    tree.put("until", until.tree());
    return tree;
  }

  private List<Map<String, Object>> list(SortedMap<String, List<String>> ended, String kind) {
    List<Map<String, Object>> list = new ArrayList<>();
    ended.forEach(
        (name, why) -> {
          Map<String, Object> one = new LinkedHashMap<>();
          one.put(kind, name);
          Said label = kind.equals("point") ? source.text(name) : label(name);
          if (!label.isEmpty()) one.put("label", label.byLanguage());
          one.put("because", why);
          list.add(one);
        });
    return list;
  }

  /** The purposes that end, as people call them. */
  List<String> named(String language) {
    return purposes.keySet().stream()
        .map(purpose -> label(purpose).in(language))
        .filter(label -> !label.isEmpty())
        .toList();
  }

  /** What a purpose is called. */
  private Said label(String purpose) {
    Word word = source.lexicon().section("purpose").get(purpose);
    return new Said(word == null ? Map.of() : word.labels());
  }
}
