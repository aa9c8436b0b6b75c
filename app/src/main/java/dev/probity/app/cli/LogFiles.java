// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.cli;

import dev.probity.kernel.fault.Fault;
import dev.probity.kernel.fault.Where;
import dev.probity.ledger.audit.Kept;
import dev.probity.ledger.note.SignedCheckpoint;
import dev.probity.ledger.note.VerifierKey;
import dev.probity.ledger.receipt.Receipt;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Keys, receipts and checkpoints that a person hands to a command. */
final class LogFiles {
  private LogFiles() {}

  static Optional<VerifierKey> key(String file, Surroundings here, List<Fault> faults) {
    return key(file, VerifierKey.Kind.AUTHOR, here, faults);
  }

  static Optional<VerifierKey> key(
      String file, VerifierKey.Kind kind, Surroundings here, List<Fault> faults) {
    return read(
        file,
        here,
        text -> VerifierKey.parse(text.strip()).filter(key -> key.kind() == kind),
        new Fault(
            "PRB-A014",
            switch (kind) {
              case AUTHOR -> "this is not the public key of a log";
              case WITNESS -> "this is not the public key of a witness";
            },
            "give the file with one line of name, number and key, joined by +",
            Where.file(file)),
        faults);
  }

  static Optional<Receipt> receipt(String file, Surroundings here, List<Fault> faults) {
    return read(
        file,
        here,
        Receipt::parse,
        new Fault(
            "PRB-A013",
            "this is not a receipt, or something in it was changed",
            "give the file as you got it; its first line is c2sp.org/tlog-proof@v1",
            Where.file(file)),
        faults);
  }

  static Optional<Kept> kept(String file, Surroundings here, List<Fault> faults) {
    return read(file, here, text -> Kept.parse(file, text), notCheckpoint(file), faults);
  }

  /** The one that lies in a log's copy. */
  static Optional<SignedCheckpoint> checkpoint(
      String folder, Surroundings here, List<Fault> faults) {
    Path file = Path.of(folder).resolve("checkpoint");
    if (Files.isRegularFile(file)) {
      String name = file.toString();
      return read(name, here, SignedCheckpoint::parse, notCheckpoint(name), faults);
    }
    faults.add(
        new Fault(
            "PRB-A016",
            "there is no log in `" + folder + "`",
            "name the directory that holds checkpoint and tile, or an address with http:// or"
                + " https://",
            Where.file(folder)));
    return Optional.empty();
  }

  static Fault unreadable(String folder) {
    return new Fault(
        "PRB-A003",
        "a file in `" + folder + "` cannot be read",
        "check its permissions",
        Where.file(folder));
  }

  private static Fault notCheckpoint(String file) {
    return new Fault(
        "PRB-A015",
        "this is neither a checkpoint nor a receipt, or something in it was changed",
        "give the file as you got it",
        Where.file(file));
  }

  private static <T> Optional<T> read(
      String file,
      Surroundings here,
      Function<String, Optional<T>> parse,
      Fault fault,
      List<Fault> faults) {
    Optional<String> text = InputFile.text(file, here.in(), faults);
    Optional<T> parsed = text.flatMap(parse);
    if (text.isPresent() && parsed.isEmpty()) faults.add(fault);
    return parsed;
  }
}
