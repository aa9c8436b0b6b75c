// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.cli;

import dev.probity.app.print.Json;
import dev.probity.app.print.Terminal;
import dev.probity.app.print.Tint;
import dev.probity.kernel.fault.Fault;
import dev.probity.ledger.entry.EntryText;
import dev.probity.ledger.note.Checkpoint;
import dev.probity.ledger.note.VerifierKey;
import dev.probity.ledger.receipt.Receipt;
import java.nio.charset.StandardCharsets;
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

/** {@code receipt}: what a person can do with a receipt and nothing else of ours. */
@Command(
    name = "receipt",
    synopsisSubcommandLabel = "COMMAND",
    description = "Verify a receipt of a log without asking the log.",
    commandListHeading = "%nCommands:%n",
    footer = "  ./probity receipt verify my.receipt --key log.pub")
final class ReceiptCommand extends Helped {
  static CommandLine with(Surroundings here) {
    return new CommandLine(new ReceiptCommand()).addSubcommand(new Verify(here));
  }

  /** {@code receipt verify FILE}. */
  @Command(
      name = "verify",
      description = {
        "Tell whether a log has signed that it holds the entry of this receipt.",
        "Reads the two files and nothing else. Exits 0 if it is genuine, 1 if it is not.",
        "FILE is a receipt; - reads standard input."
      },
      footer = "  ./probity receipt verify my.receipt --key log.pub")
  static final class Verify extends Helped implements Callable<Integer> {
    private final Surroundings here;

    @Parameters(index = "0", paramLabel = "FILE", description = "The receipt, or -.")
    private String file = "";

    @Option(
        names = "--key",
        paramLabel = "KEYFILE",
        required = true,
        description = "The log's public key, from somewhere you trust.")
    private String key = "";

    @Option(
        names = "--witness",
        paramLabel = "KEYFILE",
        description = "The public key of a witness that must have signed too. May repeat.")
    private List<String> witnesses = new ArrayList<>();

    @Option(names = "--json", description = "For programs.")
    private boolean json;

    Verify(Surroundings here) {
      this.here = here;
    }

    @Override
    public Integer call() {
      List<Fault> faults = new ArrayList<>();
      Optional<VerifierKey> log = LogFiles.key(key, here, faults);
      Optional<Receipt> receipt = LogFiles.receipt(file, here, faults);
      List<VerifierKey> must = new ArrayList<>();
      for (String witness : witnesses)
        LogFiles.key(witness, VerifierKey.Kind.WITNESS, here, faults).ifPresent(must::add);
      if (log.isEmpty() || receipt.isEmpty() || !faults.isEmpty()) {
        here.terminal().faults(faults);
        return Exit.WRONG_USE;
      }
      Receipt.Verdict verdict = receipt.get().verify(log.get(), must);
      if (json) Json.print(tree(receipt.get(), verdict), here.terminal().out());
      else print(receipt.get(), verdict);
      return verdict == Receipt.Verdict.GENUINE ? Exit.FINE : Exit.FINDINGS;
    }

    private static Map<String, Object> tree(Receipt receipt, Receipt.Verdict verdict) {
      Map<String, Object> tree = new LinkedHashMap<>();
      Checkpoint checkpoint = receipt.checkpoint().checkpoint();
      tree.put("verdict", verdict.name());
      tree.put("origin", checkpoint.origin());
      tree.put("index", receipt.index());
      tree.put("size", checkpoint.size());
      tree.put("root", checkpoint.root().toString());
      if (verdict == Receipt.Verdict.GENUINE) tree.put("entry", entry(receipt));
      return tree;
    }

    private void print(Receipt receipt, Receipt.Verdict verdict) {
      Terminal terminal = here.terminal();
      Checkpoint checkpoint = receipt.checkpoint().checkpoint();
      boolean genuine = verdict == Receipt.Verdict.GENUINE;
      terminal.line(
          "  "
              + terminal.tint(genuine ? Tint.GOOD : Tint.BAD, verdict.name())
              + "  "
              + says(verdict));
      if (!genuine) return;
      terminal.line(
          "  entry %d of the first %d of %s:"
              .formatted(receipt.index(), checkpoint.size(), checkpoint.origin()));
      terminal.line("  " + entry(receipt));
    }

    private static String says(Receipt.Verdict verdict) {
      return switch (verdict) {
        case GENUINE -> "the log with this key has signed that it holds this entry";
        case UNSIGNED -> "the log with this key has not signed this receipt's checkpoint";
        case FORGED -> "the signature of this receipt's checkpoint is false";
        case NOT_THERE -> "the checkpoint is signed, but this entry is not in it";
        case UNWITNESSED -> "the log has signed it, but a witness that was named has not";
        case WITNESS_FORGED ->
            "the witness's signature is false, or of another checkpoint than this receipt's";
      };
    }

    /** An entry is shown only in the form that holds nothing but words, times and hashes. */
    private static String entry(Receipt receipt) {
      byte[] bytes = receipt.entry();
      return EntryText.read(bytes).isPresent()
          ? new String(bytes, StandardCharsets.UTF_8)
          : "an entry of %d bytes in a form that this version does not know"
              .formatted(bytes.length);
    }
  }
}
