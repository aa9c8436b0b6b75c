// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What every command has: {@code --help}, and the look of it. */
@Command(
    sortOptions = false,
    usageHelpAutoWidth = false,
    descriptionHeading = "%n",
    parameterListHeading = "%n",
    optionListHeading = "%n",
    footerHeading = "%nExample:%n")
abstract class Helped {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  boolean help;
}
