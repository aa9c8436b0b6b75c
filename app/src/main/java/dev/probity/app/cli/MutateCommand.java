// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.cli;

import dev.probity.app.print.Json;
import dev.probity.app.print.Progress;
import dev.probity.app.print.Table;
import dev.probity.app.print.Terminal;
import dev.probity.app.print.Tint;
import dev.probity.notice.mutate.Mutation;
import dev.probity.notice.pack.PackSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;

/** {@code mutate PACK}. */
@Command(
    name = "mutate",
    description = {
      "Change the pack in one place at a time and see whether a scenario notices.",
      "A survivor is a part of the pack that no scenario would miss. Exits 1 where one survives."
    },
    footer = "  ./probity mutate packs/example")
final class MutateCommand extends OfPack {
  MutateCommand(Surroundings here) {
    super(here);
  }

  @Override
  int run(PackSource source) {
    Mutation.Result result = result(source);
    if (json) Json.print(tree(result), here.terminal().out());
    else print(result);
    return result.survivors().isEmpty() ? Exit.FINE : Exit.FINDINGS;
  }

  private Mutation.Result result(PackSource source) {
    Mutation mutation = new Mutation(source, Engine::of);
    int all = mutation.size();
    try (Progress progress = new Progress(here.terminal(), "mutants", here.clock())) {
      return mutation.run(done -> progress.at(done, all));
    }
  }

  private void print(Mutation.Result result) {
    Terminal terminal = here.terminal();
    terminal.line(
        "%d mutants, %d killed, %s"
            .formatted(
                result.mutants(),
                result.killed(),
                terminal.tint(
                    result.survivors().isEmpty() ? Tint.GOOD : Tint.BAD,
                    result.survivors().size() + " survived")));
    Table table = new Table(terminal);
    result.survivors().forEach(s -> table.row(Tint.NAME, s.clause(), s.what()));
    table.print();
    list("Untested, no scenario keeps them:", result.untested());
    list("Exempt, nothing in them decides:", result.exempt());
  }

  private void list(String what, List<String> ids) {
    if (ids.isEmpty()) return;
    here.terminal().line();
    here.terminal().line(what);
    Table.wrap(String.join(" ", ids), here.terminal().width() - 2)
        .forEach(line -> here.terminal().line("  " + line));
  }

  private static Map<String, Object> tree(Mutation.Result result) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("mutants", result.mutants());
    tree.put("killed", result.killed());
    tree.put(
        "survivors",
        result.survivors().stream()
            .map(s -> Map.of("clause", s.clause(), "what", s.what()))
            .toList());
    tree.put("untested", result.untested());
    tree.put("exempt", result.exempt());
    return tree;
  }
}
