// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.cli;

import dev.probity.app.print.Table;
import dev.probity.app.print.Terminal;
import dev.probity.app.print.Tint;
import dev.probity.kernel.clause.Terms;
import dev.probity.kernel.term.Dimension;
import dev.probity.notice.diff.Change;
import dev.probity.notice.diff.Diff;
import dev.probity.notice.diff.Strictness;
import dev.probity.notice.pack.PackSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.TreeSet;

/** What two packs answer otherwise, for a person. Immutable. */
record DiffText(Terminal terminal, PackSource one, PackSource other) {
  void print(Diff diff) {
    long material = diff.changes().stream().filter(Change::material).count();
    terminal.line(name(one) + " -> " + name(other));
    if (diff.changes().isEmpty()) {
      terminal.line(
          terminal.tint(Tint.GOOD, "No semantic change: every question has the same answer."));
    } else {
      terminal.line(counted(diff.changes().size()) + ", " + material + " of them material");
    }
    diff.changes().forEach(this::print);
    terminal.line();
    list("entries that differ", diff.entries());
    list("declared otherwise", diff.settings());
    list("ask again for", diff.askAgain());
    list("tell those whose data this is", diff.tell());
    if (diff.pin())
      terminal.line("Material: what was collected earlier stays under its notice otherwise.");
    strict(diff.stricter(), other, one);
    strict(diff.looser(), one, other);
  }

  private static String counted(int changes) {
    return changes == 1 ? "1 change" : changes + " changes";
  }

  private static String name(PackSource source) {
    return source.header().id() + "@" + source.header().version();
  }

  private void list(String what, List<String> words) {
    if (words.isEmpty()) return;
    Table table = new Table(terminal);
    table.row(Tint.DIM, what, String.join(" ", words));
    table.print();
  }

  private void strict(boolean so, PackSource pack, PackSource than) {
    terminal.line(
        "  "
            + name(pack)
            + (so ? " is at least as strict as " : " is not as strict as ")
            + name(than));
  }

  private void print(Change c) {
    Tint tint = c.material() ? Tint.BAD : Tint.DIM;
    terminal.line();
    terminal.line(
        terminal.tint(tint, c.material() ? "material" : "not material")
            + "  "
            + terminal.tint(Tint.STRONG, c.from() + " -> " + c.to())
            + "  "
            + region(c));
    Table table = new Table(terminal);
    rows(table, "before", c.citedBefore(), one);
    rows(table, "after", c.citedAfter(), other);
    table.print();
    Proofs.question(c.witness(), terminal);
  }

  private void rows(Table table, String when, List<String> cited, PackSource source) {
    Cited texts = new Cited(terminal, source);
    cited.forEach(id -> table.row(Tint.DIM, when, id, texts.says(id)));
  }

  private static String region(Change c) {
    List<String> parts = new ArrayList<>();
    new TreeMap<>(c.region().terms())
        .forEach(
            (d, terms) ->
                parts.add(
                    (d == Dimension.ACTION ? "" : d.name().toLowerCase(Locale.ROOT) + " ")
                        + words(terms)));
    parts.addAll(c.region().conditions());
    return String.join("; ", parts);
  }

  private static String words(Terms terms) {
    return (terms.anyBut() ? "any but " : "") + String.join(", ", new TreeSet<>(terms.listed()));
  }

  void print(Strictness strictness, PackSource pack, PackSource than) {
    if (strictness.looser().isEmpty()) {
      terminal.line(
          terminal.tint(Tint.GOOD, name(pack) + " is at least as strict as " + name(than)));
      return;
    }
    var told = strictness.looser().get();
    terminal.line(
        terminal.tint(Tint.BAD, name(pack) + " is not as strict as " + name(than))
            + ", which answers "
            + told.after().effect()
            + " where it permits:");
    Proofs.question(told.question(), terminal);
    new Cited(terminal, pack).print(told.before().because());
  }
}
