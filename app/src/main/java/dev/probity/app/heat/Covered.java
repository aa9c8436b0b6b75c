// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.heat;

import dev.probity.notice.cover.Coverage;
import dev.probity.notice.cover.RowState;
import dev.probity.notice.pack.Entry;
import dev.probity.notice.pack.PackSource;
import dev.probity.notice.text.Unit;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** What the page shows, looked up: heats, rows, words. Immutable. */
record Covered(PackSource source, Coverage coverage, Words words, Map<String, RowState> states) {
  static Covered of(PackSource source, Coverage coverage, Words words) {
    Map<String, RowState> states = new LinkedHashMap<>();
    coverage.rows().forEach(row -> states.put(row.row(), row));
    return new Covered(source, coverage, words, states);
  }

  Heat heat(Coverage.Sentence sentence) {
    return sentence.clauses().stream()
        .map(id -> states.get(row(id)))
        .filter(Objects::nonNull)
        .map(Heat::of)
        .min(Comparator.naturalOrder())
        .orElse(Heat.UNTRACED);
  }

  String row(String id) {
    Entry entry = source.entries().get(id);
    return entry == null ? id : entry.row();
  }

  Unit unit(int i) {
    return coverage.sentences().get(i).unit();
  }

  /** Sentences by state, the best first, as the bar and the legend show them. */
  Map<Heat, Integer> counts() {
    Map<Heat, Integer> counts = new EnumMap<>(Heat.class);
    for (Heat heat : Heat.values()) counts.put(heat, 0);
    coverage.sentences().forEach(s -> counts.merge(heat(s), 1, Integer::sum));
    Map<Heat, Integer> shown = new LinkedHashMap<>();
    List.of(Heat.KEPT, Heat.DECIDED, Heat.CONTROL, Heat.OPEN, Heat.UNTRACED, Heat.INFORMATION)
        .forEach(heat -> shown.put(heat, counts.getOrDefault(heat, 0)));
    return shown;
  }

  String state(String row) {
    RowState state = states.get(row);
    return state == null ? "" : words.names().getOrDefault(Heat.of(state), "");
  }

  void says(Html page, String id) {
    Entry entry = source.entries().get(id);
    if (entry == null) return;
    String own = entry.says().get(words.language());
    String other = entry.says().isEmpty() ? "" : entry.says().keySet().iterator().next();
    if (own != null) page.text(own);
    else if (!other.isEmpty()) {
      page.tag("<span lang=\"" + Html.escaped(other) + "\">")
          .text(entry.says().getOrDefault(other, ""))
          .tag("</span>");
    }
  }

  String place(String proof) {
    String key = proof.toLowerCase(Locale.ROOT);
    return words.proof() + " " + words.places().getOrDefault(key, key);
  }
}
