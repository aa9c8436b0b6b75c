// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.cli;

import dev.probity.app.print.Json;
import dev.probity.app.print.Terminal;
import dev.probity.app.print.Tint;
import dev.probity.kernel.fault.Fault;
import dev.probity.ledger.audit.Audit;
import dev.probity.ledger.audit.Finding;
import dev.probity.ledger.audit.Kept;
import dev.probity.ledger.audit.Report;
import dev.probity.ledger.log.LogFolder;
import dev.probity.ledger.note.SignedCheckpoint;
import dev.probity.ledger.note.VerifierKey;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ledger}: what an auditor can do with a copy of a log. */
@Command(
    name = "ledger",
    synopsisSubcommandLabel = "COMMAND",
    description = "Check a log for alterations.",
    commandListHeading = "%nCommands:%n",
    footer = "  ./probity ledger verify copy-of-log --key log.pub --against my.receipt")
final class LedgerCommand extends Helped {
  static CommandLine with(Surroundings here) {
    return new CommandLine(new LedgerCommand()).addSubcommand(new Verify(here));
  }

  /** {@code ledger verify DIR}. */
  @Command(
      name = "verify",
      description = {
        "Read a whole log and name what was altered.",
        "DIR is a copy of a log as tiles (C2SP tlog-tiles) with its checkpoint.",
        "Whoever holds the log's key can write all of it anew: only a checkpoint or a receipt that",
        "was kept elsewhere shows that. Exits 0 if nothing was found, 1 if something was."
      },
      footer = "  ./probity ledger verify copy-of-log --key log.pub --against my.receipt")
  static final class Verify extends Helped implements Callable<Integer> {
    private final Surroundings here;

    @Parameters(index = "0", paramLabel = "DIR", description = "The log's copy.")
    private String folder = "";

    @Option(
        names = "--key",
        paramLabel = "KEYFILE",
        required = true,
        description = "The log's public key, from somewhere you trust.")
    private String key = "";

    @Option(
        names = "--against",
        paramLabel = "CHECKPOINT",
        description = "A checkpoint or receipt kept elsewhere. May repeat.")
    private List<String> against = new ArrayList<>();

    @Option(names = "--json", description = "For programs.")
    private boolean json;

    Verify(Surroundings here) {
      this.here = here;
    }

    @Override
    public Integer call() {
      List<Fault> faults = new ArrayList<>();
      Optional<VerifierKey> log = LogFiles.key(key, here, faults);
      Optional<SignedCheckpoint> own = LogFiles.checkpoint(folder, here, faults);
      List<Kept> kept = new ArrayList<>();
      for (String file : against) LogFiles.kept(file, here, faults).ifPresent(kept::add);
      if (log.isEmpty() || own.isEmpty() || !faults.isEmpty()) {
        here.terminal().faults(faults);
        return Exit.WRONG_USE;
      }
      try {
        return show(
            new Audit(new LogFolder(Path.of(folder)).tiles(), log.get()).of(own.get(), kept));
      } catch (UncheckedIOException e) {
        here.terminal().faults(List.of(LogFiles.unreadable(folder)));
        return Exit.WRONG_USE;
      }
    }

    private int show(Report report) {
      if (json) Json.print(tree(report), here.terminal().out());
      else print(report, here.terminal());
      return report.clean() ? Exit.FINE : Exit.FINDINGS;
    }

    private static Map<String, Object> tree(Report report) {
      Map<String, Object> tree = new LinkedHashMap<>();
      tree.put("clean", report.clean());
      tree.put("size", report.size());
      tree.put("against", report.elsewhere());
      tree.put("findings", report.findings().stream().map(Verify::tree).toList());
      if (report.clean()) tree.put("proves", report.proves());
      return tree;
    }

    private static Map<String, Object> tree(Finding finding) {
      Map<String, Object> tree = new LinkedHashMap<>();
      switch (finding) {
        case Finding.EntryAltered f -> {
          tree.put("found", "entry-altered");
          tree.put("index", f.index());
        }
        case Finding.RangeRewritten f -> {
          tree.put("found", "range-rewritten");
          tree.put("from", f.from());
          tree.put("to", f.to());
        }
        case Finding.Truncated f -> tree.put("found", "truncated");
        case Finding.TileAltered f -> tree.put("found", "tile-altered");
        case Finding.Missing f -> tree.put("found", "missing");
        case Finding.TwoHistories f -> tree.put("found", "two-histories");
        case Finding.NotSigned f -> tree.put("found", "not-signed");
      }
      tree.put("sentence", finding.sentence());
      return tree;
    }

    private static void print(Report report, Terminal terminal) {
      for (Finding finding : report.findings()) {
        terminal.line("  " + terminal.tint(Tint.BAD, "ALTERED") + "  " + finding.sentence());
      }
      if (report.clean()) {
        terminal.line("  " + terminal.tint(Tint.GOOD, "CLEAN") + "  " + report.proves());
      }
      terminal.line(
          "  %,d entries read; held against %d kept elsewhere"
              .formatted(report.size(), report.elsewhere()));
    }
  }
}
