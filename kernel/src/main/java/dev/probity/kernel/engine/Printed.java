// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.engine;

import dev.probity.kernel.clause.Act;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers what decisions cite and what they ask to be done. Used by one thread while compiling. */
final class Printed {
  private final List<String> cites = new ArrayList<>();
  private final List<String> clauses = new ArrayList<>();
  private final List<String> acts = new ArrayList<>();
  private final Map<String, Integer> actNumbers = new HashMap<>();

  int cite(String cite, String clause) {
    cites.add(cite);
    clauses.add(clause);
    return cites.size() - 1;
  }

  int act(String act) {
    Integer number = actNumbers.putIfAbsent(act, acts.size());
    if (number == null) acts.add(act);
    return number == null ? acts.size() - 1 : number;
  }

  int[] acts(List<Act> then) {
    if (then.isEmpty()) return Entry.NOTHING;
    return then.stream().mapToInt(a -> act(a.toString())).toArray();
  }

  String[] cites() {
    return cites.toArray(String[]::new);
  }

  String[] clauses() {
    return clauses.toArray(String[]::new);
  }

  String[] acts() {
    return acts.toArray(String[]::new);
  }
}
