// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.cli;

import dev.probity.app.extract.Extract;
import dev.probity.app.print.Json;
import dev.probity.app.print.Terminal;
import dev.probity.app.print.Tint;
import dev.probity.kernel.fault.Fault;
import dev.probity.notice.cover.Cover;
import dev.probity.notice.cover.Coverage;
import dev.probity.notice.cover.Probed;
import dev.probity.notice.cover.Shown;
import dev.probity.notice.pack.PackSource;
import dev.probity.notice.scenario.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code enforce PACK...}. */
@Command(
    name = "enforce",
    description = {
      "Run the flows of packs at the doors of a server, and count what that shows to be enforced.",
      "The server and its data are made for this and thrown away. Exits 1 where a flow or a probe"
          + " fails."
    },
    footer = "  ./probity enforce packs/example")
final class EnforceCommand extends Helped implements Callable<Integer> {
  private final Surroundings here;
  private final Serving serving;

  @Parameters(
      arity = "1..*",
      paramLabel = "PACK",
      description = "A pack's folder, or the name of one in packs/.")
  private List<String> packs = List.of();

  @Option(
      names = "--notice",
      paramLabel = "FILE",
      description = "The notice of the one pack named; left out, the pack's own.")
  private String notice = "";

  @Option(names = "--flow", paramLabel = "NAME", description = "Run this flow alone.")
  private String flow = "";

  @Option(names = "--json", description = "For programs.")
  private boolean json;

  EnforceCommand(Surroundings here, Serving serving) {
    this.here = here;
    this.serving = serving;
  }

  @Override
  public Integer call() {
    List<Fault> faults = new ArrayList<>();
    List<PackSource> sources = new PackFolders(here).read(packs, faults);
    if (!faults.isEmpty()) return refused(faults);
    return switch (serving.enforce(here, new Serving.Enforce(sources, flow))) {
      case Serving.Enforced.Refused refused -> refused(refused.faults());
      case Serving.Enforced.Ran ran -> shown(sources, ran.shown());
    };
  }

  private int refused(List<Fault> faults) {
    here.terminal().faults(faults);
    return Exit.WRONG_USE;
  }

  private int shown(List<PackSource> sources, List<Shown> shown) {
    List<Map<String, Object>> trees = new ArrayList<>();
    boolean fine = true;
    for (int i = 0; i < sources.size(); i++) {
      PackSource source = sources.get(i);
      Coverage coverage = coverage(source, shown.get(i));
      if (json) trees.add(tree(shown.get(i), coverage));
      else print(source, shown.get(i), coverage);
      fine &= coverage.failing().isEmpty() && shown.get(i).fine();
    }
    if (json) Json.print(trees, here.terminal().out());
    return fine ? Exit.FINE : Exit.FINDINGS;
  }

  private Coverage coverage(PackSource source, Shown shown) {
    Cover cover = new Cover(source, Engine.of(source.history()), shown);
    Notices notices = new Notices(here);
    Optional<Extract> text =
        notice.isEmpty() ? notices.own(source) : Optional.of(notices.read(notice));
    return text.isPresent() && text.get() instanceof Extract.Text read
        ? cover.of(read.notice())
        : CoverCommand.unread(source, cover);
  }

  private void print(PackSource source, Shown shown, Coverage coverage) {
    Terminal terminal = here.terminal();
    shown.flows().stream()
        .filter(Verdict::passed)
        .forEach(verdict -> ScenariosCommand.print(verdict, terminal));
    shown.probes().forEach(this::print);
    terminal.line();
    new CoverText(terminal, source, coverage).print();
  }

  private void print(String row, Probed probed) {
    Terminal terminal = here.terminal();
    String mark =
        probed.fine() ? terminal.tint(Tint.GOOD, "probed") : terminal.tint(Tint.BAD, "failed");
    terminal.line(
        "  %s %s  %s at %s: %s"
            .formatted(
                mark, terminal.tint(Tint.NAME, row), probed.probe(), probed.at(), probed.saw()));
  }

  private static Map<String, Object> tree(Shown shown, Coverage coverage) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("flows", shown.flows().stream().map(EnforceCommand::flow).toList());
    Map<String, Object> probes = new LinkedHashMap<>();
    shown
        .probes()
        .forEach(
            (row, p) ->
                probes.put(
                    row,
                    Map.of(
                        "probe", p.probe(), "fine", p.fine(), "at", p.at() + "", "saw", p.saw())));
    tree.put("probes", probes);
    tree.put("coverage", CoverTree.of(coverage));
    return tree;
  }

  private static Map<String, Object> flow(Verdict verdict) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("flow", verdict.scenario().name());
    tree.put("where", verdict.scenario().where().toString());
    tree.put("keeps", verdict.scenario().keeps());
    tree.put("result", verdict.passed() ? "passed" : "failed");
    tree.put("mistakes", verdict.mistakes());
    return tree;
  }
}
