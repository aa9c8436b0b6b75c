// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.cli;

import dev.probity.app.print.Table;
import dev.probity.app.print.Terminal;
import dev.probity.app.print.Tint;
import dev.probity.kernel.decide.Views;
import dev.probity.notice.pack.Entry;
import dev.probity.notice.pack.PackSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The clauses behind an answer, each with what it says and where in the notice it stands. */
record Cited(Terminal terminal, PackSource source) {
  void print(Collection<String> ids) {
    Table table = new Table(terminal);
    for (String id : ids) table.row(Tint.NAME, id, place(id), says(id) + label(id));
    table.print();
  }

  /** Where in the notice it stands; a second clause of a row stands where the row's first does. */
  String place(String id) {
    Entry entry = source.entries().get(id);
    if (entry == null) return source.entry(id).isPresent() ? "law" : "";
    String lines = entry.lines().isEmpty() ? source.head(entry.row()).lines() : entry.lines();
    return lines.isEmpty() ? "" : "notice " + lines;
  }

  String says(String id) {
    return source.entry(id).map(e -> says(e.says())).orElse("a clause of an overlay");
  }

  /**
   * A law's clause says so itself where its text was not checked; this adds it where it does not.
   */
  String label(String id) {
    return source.unverified(id) && !says(id).contains("unverified") ? " (unverified)" : "";
  }

  /** All that withholds something in a view. */
  static Collection<String> of(Views view) {
    return view.withheld().values().stream().flatMap(List::stream).distinct().toList();
  }

  static String says(Map<String, String> texts) {
    String english = texts.get("en");
    if (english != null) return english;
    return texts.values().stream().findFirst().orElse("");
  }

  static String list(List<String> words) {
    return String.join(", ", words);
  }
}
