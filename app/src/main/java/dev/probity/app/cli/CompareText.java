// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.cli;

import dev.probity.app.print.Table;
import dev.probity.app.print.Terminal;
import dev.probity.app.print.Tint;
import dev.probity.notice.compare.Comparison;
import dev.probity.notice.pack.PackSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Answers of several packs for a person: a column a pack where the terminal has room for them, else
 * a block a question; in full, with what the clauses say. One thread.
 */
final class CompareText {
  private static final int GAP = 2;
  private static final int NARROWEST = 20;
  private static final int WIDEST = 40;
  private static final String UNVERIFIED = " ?";

  private record Cell(Tint tint, List<String> lines) {}

  private final Terminal terminal;
  private final Map<String, PackSource> packs;
  private final List<Comparison.Line> lines;
  private final int cell;

  CompareText(Terminal terminal, Map<String, PackSource> packs, List<Comparison.Line> lines) {
    this.terminal = terminal;
    this.packs = packs;
    this.lines = lines;
    Stream<String> replies =
        lines.stream()
            .flatMap(l -> l.replies().entrySet().stream())
            .flatMap(r -> cell(r.getKey(), r.getValue()).stream());
    this.cell =
        Stream.concat(packs.keySet().stream(), replies).mapToInt(String::length).max().orElse(0);
  }

  void print(boolean full) {
    int left = terminal.width() - packs.size() * (cell + GAP);
    if (full) lines.forEach(this::whole);
    else if (left < NARROWEST) lines.forEach(this::block);
    else grid(Math.min(left, WIDEST));
    legend();
  }

  private void grid(int question) {
    List<Cell> head = new ArrayList<>(List.of(new Cell(Tint.STRONG, List.of(""))));
    packs.keySet().forEach(id -> head.add(new Cell(Tint.STRONG, List.of(id))));
    row(head, question);
    int number = 0;
    for (Comparison.Line line : lines) {
      terminal.line();
      String name = ++number + ". " + line.name();
      List<Cell> row = new ArrayList<>();
      row.add(new Cell(Tint.STRONG, Table.wrap(name, question - GAP)));
      line.replies()
          .forEach(
              (id, r) -> row.add(new Cell(DecisionText.tint(r.decision().effect()), cell(id, r))));
      row(row, question);
    }
    terminal.line();
  }

  private List<String> cell(String pack, Comparison.Reply reply) {
    List<String> cell = new ArrayList<>();
    cell.add(reply.decision().effect().name() + (reply.ownWords() ? "*" : ""));
    because(pack, reply).forEach(c -> cell.add(c.substring(c.indexOf(':') + 1)));
    return cell;
  }

  private List<String> because(String pack, Comparison.Reply reply) {
    PackSource source = packs.get(pack);
    return reply.decision().because().stream()
        .map(c -> source != null && source.unverified(c) ? c + UNVERIFIED : c)
        .toList();
  }

  private void row(List<Cell> cells, int question) {
    int height = cells.stream().mapToInt(c -> c.lines().size()).max().orElse(0);
    for (int i = 0; i < height; i++) {
      StringBuilder line = new StringBuilder();
      int width = question;
      for (Cell one : cells) {
        String text = i < one.lines().size() ? one.lines().get(i) : "";
        line.append(terminal.tint(one.tint(), text)).repeat(' ', width - text.length());
        width = cell + GAP;
      }
      terminal.line(line.toString().stripTrailing());
    }
  }

  private void block(Comparison.Line line) {
    terminal.line(terminal.tint(Tint.STRONG, line.name()));
    Table table = new Table(terminal);
    line.replies()
        .forEach(
            (id, reply) -> {
              List<String> because = because(id, reply);
              table.row(
                  Tint.NAME,
                  id,
                  cell(id, reply).getFirst(),
                  because.isEmpty() ? "no clause speaks" : String.join(", ", because));
            });
    table.print();
    terminal.line();
  }

  private void whole(Comparison.Line line) {
    terminal.line(terminal.tint(Tint.STRONG, line.name()));
    packs.forEach(
        (id, source) -> {
          Comparison.Reply reply = line.replies().get(id);
          if (reply == null) return;
          terminal.line("  " + terminal.tint(Tint.NAME, id) + (reply.ownWords() ? " *" : ""));
          new DecisionText(terminal, source).print(reply.decision(), List.of());
        });
    terminal.line();
  }

  private void legend() {
    Table table = new Table(terminal);
    table.row(Tint.GOOD, "PERMIT", "the notice allows it, by the clauses named with it");
    table.row(
        Tint.BAD, "DENY", "the notice forbids it, or allows it on conditions that are not met");
    table.row(
        Tint.WARN, "NOT_COVERED", "no clause speaks: the notice is silent, so it may not be done");
    table.row(Tint.WARN, "OUT_OF_SCOPE", "another notice governs");
    boolean own =
        lines.stream()
            .anyMatch(l -> l.replies().values().stream().anyMatch(Comparison.Reply::ownWords));
    boolean laws =
        lines.stream()
            .flatMap(l -> l.replies().values().stream())
            .flatMap(r -> r.decision().because().stream())
            .anyMatch(c -> c.contains(":"));
    if (laws) table.row(Tint.STRONG, "HIPAA-502", "a clause of a law that lies over the notice");
    if (own)
      table.row(
          Tint.STRONG, "*", "asked in this pack's own words (`put` in the file of questions)");
    boolean doubtful =
        lines.stream()
            .flatMap(l -> l.replies().entrySet().stream())
            .anyMatch(r -> String.join("", cell(r.getKey(), r.getValue())).contains(UNVERIFIED));
    if (doubtful)
      table.row(Tint.STRONG, UNVERIFIED.strip(), "unverified: rests on a law not checked in full");
    table.print();
  }
}
