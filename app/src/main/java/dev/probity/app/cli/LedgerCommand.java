// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code ledger}: what an auditor can do with a log. */
@Command(
    name = "ledger",
    synopsisSubcommandLabel = "COMMAND",
    description = "Check a log for alterations, where it is served or in a copy; make a copy.",
    commandListHeading = "%nCommands:%n",
    footer = {
      "  ./probity ledger verify copy-of-log --key log.pub --against my.receipt",
      "  ./probity ledger verify http://127.0.0.1:8080/v1/example/ledger --key log.pub \\",
      "    --token-file audit.token --against my.receipt",
      "  ./probity ledger copy http://127.0.0.1:8080/v1/example/ledger copy-of-log \\",
      "    --token-file audit.token"
    })
final class LedgerCommand extends Helped {
  static CommandLine with(Surroundings here) {
    return new CommandLine(new LedgerCommand())
        .addSubcommand(new LedgerVerify(here))
        .addSubcommand(new LedgerCopy(here));
  }
}
