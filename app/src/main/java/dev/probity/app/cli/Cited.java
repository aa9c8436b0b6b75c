// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.cli;

import dev.probity.app.print.Table;
import dev.probity.app.print.Terminal;
import dev.probity.app.print.Tint;
import dev.probity.notice.pack.Entry;
import dev.probity.notice.pack.PackSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The clauses behind an answer, each with what it says and where in the notice it stands. */
record Cited(Terminal terminal, PackSource source) {
  void print(Collection<String> ids) {
    Table table = new Table(terminal);
    for (String id : ids) table.row(Tint.NAME, id, place(id), says(id));
    table.print();
  }

  /** A second clause of a row stands where the row's first does. */
  String place(String id) {
    Entry entry = source.entries().get(id);
    if (entry == null) return "";
    String lines = entry.lines().isEmpty() ? source.head(entry.row()).lines() : entry.lines();
    return lines.isEmpty() ? "" : "notice " + lines;
  }

  String says(String id) {
    Entry entry = source.entries().get(id);
    return entry == null ? "a clause of an overlay" : says(entry.says());
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
