// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.cli;

import picocli.CommandLine.Command;

/** The word before all commands. */
@Command(
    name = "probity",
    synopsisSubcommandLabel = "COMMAND",
    header = "A privacy notice is a program that nobody runs. Probity runs it.%n",
    commandListHeading = "%nCommands:%n",
    footerHeading = "%n",
    footer = {
      "PACK is a folder such as packs/example. `probity help COMMAND` shows its options and an"
          + " example.",
      "Exits 0 fine, 1 findings, 2 wrong use. Colours only on a terminal, never with NO_COLOR."
    })
final class Root extends Helped {}
