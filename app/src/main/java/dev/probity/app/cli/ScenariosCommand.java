// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.cli;

import dev.probity.app.print.Json;
import dev.probity.app.print.Progress;
import dev.probity.app.print.Terminal;
import dev.probity.app.print.Tint;
import dev.probity.notice.cover.Cover;
import dev.probity.notice.pack.PackSource;
import dev.probity.notice.scenario.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code scenarios PACK}. */
@Command(
    name = "scenarios",
    description = {
      "Run every scenario of a pack and show those that fail; with --all the others too.",
      "Exits 1 where one fails."
    },
    footer = "  ./probity scenarios packs/example --all")
final class ScenariosCommand extends OfPack {
  @Option(names = "--all", description = "Show those that pass, too.")
  private boolean all;

  ScenariosCommand(Surroundings here) {
    super(here);
  }

  @Override
  int run(PackSource source) {
    List<Verdict> verdicts = verdicts(source);
    if (json) {
      Json.print(verdicts.stream().map(ScenariosCommand::tree).toList(), here.terminal().out());
    } else {
      verdicts.stream().filter(v -> all || v.failed()).forEach(v -> print(v, here.terminal()));
      here.terminal().line(counted(verdicts));
    }
    return verdicts.stream().anyMatch(Verdict::failed) ? Exit.FINDINGS : Exit.FINE;
  }

  private List<Verdict> verdicts(PackSource source) {
    try (Progress progress = new Progress(here.terminal(), "scenarios", here.clock())) {
      return new Cover(source, Watched.over(source, progress)).verdicts();
    }
  }

  private static String counted(List<Verdict> verdicts) {
    long passed = verdicts.stream().filter(Verdict::passed).count();
    long failed = verdicts.stream().filter(Verdict::failed).count();
    long elsewhere = verdicts.size() - passed - failed;
    return passed
        + " passed, "
        + failed
        + " failed"
        + (elsewhere == 0 ? "" : ", " + elsewhere + " run at another place of proof");
  }

  static void print(Verdict verdict, Terminal terminal) {
    String mark =
        !verdict.ran()
            ? terminal.tint(Tint.DIM, "-")
            : verdict.passed()
                ? terminal.tint(Tint.GOOD, "\u2713")
                : terminal.tint(Tint.BAD, "\u2717");
    terminal.line(
        "  "
            + mark
            + " "
            + terminal.tint(Tint.NAME, String.join(" ", verdict.scenario().keeps()))
            + "  "
            + verdict.scenario().name()
            + (verdict.failed() ? "   " + verdict.scenario().where() : ""));
    verdict.mistakes().forEach(m -> terminal.line("      " + m));
  }

  private static Map<String, Object> tree(Verdict verdict) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("scenario", verdict.scenario().name());
    tree.put("where", verdict.scenario().where().toString());
    tree.put("keeps", verdict.scenario().keeps());
    tree.put("result", verdict.ran() ? (verdict.passed() ? "passed" : "failed") : "elsewhere");
    verdict.effect().ifPresent(effect -> tree.put("effect", effect.name()));
    tree.put("because", verdict.because());
    tree.put("mistakes", verdict.mistakes());
    return tree;
  }
}
