// SPDX-License-Identifier: Apache-2.0
package dev.probity.web.decide;

import dev.probity.notice.register.Filed;
import dev.probity.notice.register.Lack;
import dev.probity.notice.register.Standing;
import dev.probity.notice.scenario.Ask;
import dev.probity.notice.scenario.AskReader;
import dev.probity.notice.yaml.Node;
import dev.probity.store.subject.Held;
import dev.probity.store.subject.Who;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Documents that do not count though the answer would be another if they did: the question is asked
 * once more for each. Immutable.
 */
record Uncounted(Asked asked, Controller controller, Map<Who, Held> known, Instant now) {
  private static final int MOST = 20;

  /**
   * What an answer says of them; nothing where no document would change it.
   *
   * @param answer what is answered, to be compared
   */
  List<Map<String, Object>> of(Ask ask, Function<Ask, Object> answer) {
    if (asked.who().isEmpty() || !(asked.sent() instanceof Node.Fields sent)) return List.of();
    Standing standing = asked.standing(controller, known, now);
    if (standing.apart().isEmpty()) return List.of();
    Node.Fields facts = asked.facts(known);
    Object now = answer.apply(ask);
    List<Map<String, Object>> told = new ArrayList<>();
    for (Map.Entry<Filed, List<Lack>> apart : standing.apart().entrySet()) {
      if (told.size() == MOST) break;
      Node other = Asked.with(sent, facts.under(standing.with(apart.getKey(), facts.where())));
      boolean differs =
          new AskReader(controller.words(new ArrayList<>()), asked.at(known, this.now))
              .file(other)
              .filter(otherwise -> !answer.apply(otherwise).equals(now))
              .isPresent();
      if (differs) told.add(tree(apart.getKey(), apart.getValue()));
    }
    return told;
  }

  static Map<String, Object> tree(Filed filed, List<Lack> lacks) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("register", filed.kind().name());
    tree.put("document", filed.number());
    tree.put("lacks", trees(lacks));
    return tree;
  }

  static List<Map<String, Object>> trees(List<Lack> lacks) {
    List<Map<String, Object>> all = new ArrayList<>();
    for (Lack lack : lacks) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("element", lack.element());
      one.put("why", lack.why().word());
      one.put("cite", lack.cite());
      all.add(one);
    }
    return all;
  }
}
