// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code import FORMAT ...}: the formats of other tools, each a command of its own. */
@Command(
    name = "import",
    synopsisSubcommandLabel = "FORMAT",
    description = "Write the skeleton of a pack from what another tool keeps.",
    commandListHeading = "%nFormats:%n",
    footer = "  ./probity import fides --help")
final class ImportCommand extends Helped {
  /** The command with its formats. */
  static CommandLine with(Surroundings here) {
    return new CommandLine(new ImportCommand()).addSubcommand(new ImportFidesCommand(here));
  }
}
