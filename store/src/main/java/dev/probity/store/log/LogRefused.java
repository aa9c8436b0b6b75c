// SPDX-License-Identifier: Apache-2.0
package dev.probity.store.log;

import dev.probity.kernel.fault.Fault;
import dev.probity.kernel.fault.Where;
import java.io.IOException;
import java.io.Serial;
import java.nio.file.Path;

/** A log that takes nothing until a person has looked at it; the fault says what to look at. */
public final class LogRefused extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  private final transient Fault fault;

  private LogRefused(String code, String sentence, String fix, String where) {
    super(code + ": " + sentence);
    this.fault = new Fault(code, sentence, fix, Where.file(where));
  }

  public Fault fault() {
    return fault;
  }

  static LogRefused key(Path file, String what) {
    return new LogRefused(
        "PRB-S015",
        "the signing key of a log " + what,
        "put the file back as it was, readable by its owner alone (0600); a new key would start a"
            + " log that no receipt agrees with",
        file.toString());
  }

  static LogRefused shelf(Path file, String what) {
    return new LogRefused(
        "PRB-S016",
        "the kept checkpoints " + what,
        "compare this file with receipts and copies kept elsewhere; the database was put back"
            + " to an older state or changed, or the file was",
        file.toString());
  }

  static LogRefused altered(String controller, String what) {
    return new LogRefused(
        "PRB-S017",
        "the log in the database " + what,
        "copy the log's tiles and run `./probity ledger verify` on the copy, which names what was"
            + " changed",
        controller);
  }

  static LogRefused folder(Path folder, IOException e) {
    return new LogRefused(
        "PRB-S018",
        "the folder of keys and checkpoints cannot be used (" + e.getClass().getSimpleName() + ")",
        "let the account that runs Probity write it, on a disk with room",
        folder.toString());
  }
}
