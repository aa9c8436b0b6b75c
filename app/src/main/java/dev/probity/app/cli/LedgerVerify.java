// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.cli;

import dev.probity.app.print.Json;
import dev.probity.app.print.Progress;
import dev.probity.app.served.Ahead;
import dev.probity.app.served.ServedLog;
import dev.probity.app.served.Unserved;
import dev.probity.kernel.fault.Fault;
import dev.probity.ledger.audit.Audit;
import dev.probity.ledger.audit.Kept;
import dev.probity.ledger.audit.Report;
import dev.probity.ledger.log.LogFolder;
import dev.probity.ledger.note.SignedCheckpoint;
import dev.probity.ledger.note.VerifierKey;
import dev.probity.ledger.tile.Tiles;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ledger verify LOG}. */
@Command(
    name = "verify",
    description = {
      "Read a whole log and name what was altered.",
      "LOG is the address where a server serves it, or the directory of a copy (C2SP tlog-tiles).",
      "Whoever holds the log's key can write all of it anew: only a checkpoint or a receipt that",
      "was kept elsewhere shows that. Exits 0 if nothing was found, 1 if something was."
    },
    footer = {
      "  ./probity ledger verify copy-of-log --key log.pub --against my.receipt",
      "  ./probity ledger verify http://127.0.0.1:8080/v1/example/ledger --key log.pub \\",
      "    --token-file audit.token --against my.receipt"
    })
final class LedgerVerify extends Helped implements Callable<Integer> {
  private final Surroundings here;

  @Parameters(index = "0", paramLabel = "LOG", description = "The log's address, or its copy.")
  private String log = "";

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

  @Option(
      names = "--witness",
      paramLabel = "KEYFILE",
      description = "The public key of a witness that must have signed too. May repeat.")
  private List<String> witnesses = new ArrayList<>();

  @Mixin private Shown shown = new Shown();

  @Option(names = "--json", description = "For programs.")
  private boolean json;

  LedgerVerify(Surroundings here) {
    this.here = here;
  }

  @Override
  public Integer call() {
    List<Fault> faults = new ArrayList<>();
    Optional<VerifierKey> verifier = LogFiles.key(key, here, faults);
    List<Kept> kept = new ArrayList<>();
    for (String file : against) LogFiles.kept(file, here, faults).ifPresent(kept::add);
    List<VerifierKey> must = new ArrayList<>();
    for (String file : witnesses)
      LogFiles.key(file, VerifierKey.Kind.WITNESS, here, faults).ifPresent(must::add);
    Optional<Report> report =
        ServedLog.isAddress(log) ? served(verifier, kept, faults) : copied(verifier, kept, faults);
    if (report.isEmpty()) {
      here.terminal().faults(faults);
      return Exit.WRONG_USE;
    }
    Cosigned cosigned = Cosigned.of(must, kept);
    if (json) Json.print(cosigned.and(ReportText.tree(report.get())), here.terminal().out());
    else {
      ReportText.print(report.get(), here.terminal());
      cosigned.print(here.terminal());
    }
    return report.get().clean() && cosigned.all() ? Exit.FINE : Exit.FINDINGS;
  }

  private Optional<Report> served(
      Optional<VerifierKey> verifier, List<Kept> kept, List<Fault> faults) {
    @Nullable String token = shown.token(here, faults);
    if (verifier.isEmpty() || !faults.isEmpty()) return Optional.empty();
    try (ServedLog served = ServedLog.at(log, token)) {
      if (!witnesses.isEmpty()) served.witnessed().ifPresent(it -> kept.add(witnessed(it)));
      // Why behind it: the log has all that it once had.
      SignedCheckpoint own = served.checkpoint();
      try (Ahead ahead = new Ahead(served, own.checkpoint().size())) {
        return Optional.of(report(ahead, verifier.get(), own, kept));
      }
    } catch (Unserved e) {
      faults.add(e.fault());
      return Optional.empty();
    }
  }

  private Optional<Report> copied(
      Optional<VerifierKey> verifier, List<Kept> kept, List<Fault> faults) {
    Optional<SignedCheckpoint> own = LogFiles.checkpoint(log, here, faults);
    if (verifier.isEmpty() || own.isEmpty() || !faults.isEmpty()) return Optional.empty();
    try {
      LogFolder folder = new LogFolder(Path.of(log));
      if (!witnesses.isEmpty())
        folder
            .witnessed()
            .flatMap(SignedCheckpoint::parse)
            .ifPresent(it -> kept.add(witnessed(it)));
      return Optional.of(report(folder.tiles(), verifier.get(), own.get(), kept));
    } catch (UncheckedIOException e) {
      faults.add(LogFiles.unreadable(log));
      return Optional.empty();
    }
  }

  private static Kept witnessed(SignedCheckpoint checkpoint) {
    return new Kept("what the witness signed", checkpoint, Map.of());
  }

  private Report report(Tiles tiles, VerifierKey verifier, SignedCheckpoint own, List<Kept> kept) {
    try (Progress progress = new Progress(here.terminal(), "reading", here.clock())) {
      Tiles watched = new WatchedTiles(tiles, own.checkpoint().size(), progress);
      return new Audit(watched, verifier).of(own, kept);
    }
  }
}
