// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.cli;

import dev.probity.app.print.Json;
import dev.probity.app.print.Tint;
import dev.probity.kernel.fault.Fault;
import dev.probity.notice.pack.PackReader;
import dev.probity.notice.pack.PackSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code lint PACK [NOTICE]}. */
@Command(
    name = "lint",
    description = {
      "Find everything wrong with a pack at once, each with its place and what to do.",
      "Exits 1 where something is found."
    },
    footer = "  ./probity lint packs/example")
final class LintCommand extends OfPack {
  @Parameters(index = "1", arity = "0..1", paramLabel = "NOTICE", description = "Its notice.")
  private String notice = "";

  LintCommand(Surroundings here) {
    super(here);
  }

  @Override
  int faulty(PackReader.Outcome.Faulty pack) {
    return show(pack.faults());
  }

  @Override
  int run(PackSource source) {
    return show(List.of());
  }

  private int show(List<Fault> faults) {
    if (json) {
      Json.print(faults.stream().map(LintCommand::tree).toList(), here.terminal().out());
    } else {
      here.terminal().findings(faults);
      if (faults.isEmpty()) here.terminal().line(here.terminal().tint(Tint.GOOD, "no findings"));
    }
    return faults.isEmpty() ? Exit.FINE : Exit.FINDINGS;
  }

  static Map<String, Object> tree(Fault fault) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("code", fault.code());
    tree.put("sentence", fault.sentence());
    tree.put("fix", fault.fix());
    tree.put("file", fault.where().file());
    tree.put("line", fault.where().line());
    tree.put("column", fault.where().column());
    return tree;
  }
}
