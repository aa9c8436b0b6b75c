// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.cli;

import dev.probity.app.print.Json;
import dev.probity.app.print.Table;
import dev.probity.app.print.Terminal;
import dev.probity.app.print.Tint;
import dev.probity.kernel.decide.Decider;
import dev.probity.kernel.fault.Fault;
import dev.probity.kernel.fault.Where;
import dev.probity.notice.answer.Trees;
import dev.probity.notice.cover.Cover;
import dev.probity.notice.cover.RowState;
import dev.probity.notice.explain.Explanation;
import dev.probity.notice.pack.Entry;
import dev.probity.notice.pack.PackSource;
import dev.probity.notice.scenario.Scenario;
import dev.probity.notice.scenario.ScenarioRunner;
import dev.probity.notice.scenario.Verdict;
import dev.probity.notice.yaml.Nearest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code explain PACK CLAUSE}. */
@Command(
    name = "explain",
    description = {
      "Show a clause with all that touches it.",
      "What it says, where it stands in pack and notice, what shows it to be kept, and which"
          + " clauses",
      "win or lose against it where both speak."
    },
    footer = "  ./probity explain packs/example EXA-005")
final class ExplainCommand extends OfPack {
  @Parameters(index = "1", paramLabel = "CLAUSE", description = "The clause's id.")
  private String clause = "";

  ExplainCommand(Surroundings here) {
    super(here);
  }

  @Override
  int run(PackSource source) {
    int colon = clause.indexOf(':');
    if (colon < 0) return run(source, clause);
    return source
        .law(clause.substring(0, colon))
        .map(law -> run(law, clause.substring(colon + 1)))
        .orElseGet(() -> run(source, clause));
  }

  /** An overlay's clause is explained by the overlay's own pack. */
  private int run(PackSource source, String id) {
    Optional<Explanation> found = Explanation.of(source, id);
    if (found.isEmpty()) {
      here.terminal().faults(List.of(unknown(source)));
      return Exit.WRONG_USE;
    }
    if (json) Json.print(Trees.of(found.get(), source), here.terminal().out());
    else print(found.get(), source);
    return Exit.FINE;
  }

  private Fault unknown(PackSource source) {
    return new Fault(
        "PRB-A012",
        "there is no clause `" + clause + "` in " + source.header().id(),
        Nearest.of(clause, source.names())
            .map(near -> "did you mean `" + near + "`?")
            .orElse("its clauses are `" + source.names().iterator().next() + "` and so on"),
        Where.file(source.folder()));
  }

  private void print(Explanation it, PackSource source) {
    Terminal terminal = here.terminal();
    Entry entry = it.entry();
    Cited cited = new Cited(terminal, source);
    terminal.line(
        terminal.tint(Tint.STRONG, entry.id())
            + "  "
            + entry.verb().word()
            + (entry.value().isEmpty() ? "" : " " + entry.value().replace("\"", "")));
    entry.says().forEach((language, says) -> terminal.line("  " + language + "  " + says));
    Table table = new Table(terminal);
    table.row(Tint.DIM, "stands", entry.where() + place(cited, entry));
    table.row(Tint.DIM, "state", state(source, it));
    if (source.unverified(entry.id()))
      table.row(Tint.DIM, "unverified", "nobody checked this against the text of the law");
    it.sections()
        .forEach(
            s -> table.row(Tint.DIM, "kept by", s.section() + " " + s.name() + "  " + s.where()));
    clauses(table, "beats", it.beats(), cited);
    clauses(table, "beaten by", it.beatenBy(), cited);
    clauses(table, "yields to", it.yieldsTo(), cited);
    it.resolves()
        .forEach(r -> table.row(Tint.DIM, "settles", r.id() + " by " + r.by() + ": " + r.says()));
    for (Scenario s : it.scenarios()) table.row(Tint.DIM, "scenario", s.name() + "  " + s.where());
    table.print();
    if (it.scenarios().isEmpty()) terminal.line("  no scenario keeps it");
  }

  private static String place(Cited cited, Entry entry) {
    String place = cited.place(entry.id());
    return place.isEmpty() ? "" : ", " + place;
  }

  private static void clauses(Table table, String what, Set<String> ids, Cited cited) {
    ids.forEach(id -> table.row(Tint.DIM, what, id + "  " + cited.says(id)));
  }

  private static String row(PackSource source, String id) {
    Entry entry = source.entries().get(id);
    return entry == null ? id : entry.row();
  }

  /** Runs only what keeps the row: the rest of the pack does not bear on it. */
  private static String state(PackSource source, Explanation it) {
    Decider decider = Engine.of(source.history());
    ScenarioRunner runner = new ScenarioRunner(source, decider, source.pack());
    List<Verdict> verdicts =
        source.scenarios().stream()
            .filter(s -> s.keeps().stream().anyMatch(k -> row(source, k).equals(it.entry().row())))
            .map(runner::run)
            .toList();
    RowState row =
        new Cover(source, decider)
            .rows(verdicts).stream()
                .filter(r -> r.row().equals(it.entry().row()))
                .findFirst()
                .orElseThrow();
    String proof = CoverTree.proof(row);
    return States.of(row)
        + (row.needs().isEmpty()
            ? proof.equals("none") ? "" : ", proved at the " + proof
            : ", needs " + String.join("; ", row.needs()));
  }
}
