// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.UnmatchedArgumentException;

/** {@code help [COMMAND]}. */
@Command(
    name = "help",
    description = "Show all commands, or how to use one of them.",
    footer = "  ./probity help cover")
final class Help extends Helped implements Callable<Integer> {
  private final Surroundings here;
  private final CommandLine root;

  @Parameters(arity = "0..1", paramLabel = "COMMAND", description = "A command's name.")
  private String command = "";

  Help(Surroundings here, CommandLine root) {
    this.here = here;
    this.root = root;
  }

  @Override
  public Integer call() {
    CommandLine shown = command.isEmpty() ? root : root.getSubcommands().get(command);
    if (shown == null) throw new UnmatchedArgumentException(root, java.util.List.of(command));
    here.terminal().out().print(shown.getUsageMessage());
    return Exit.FINE;
  }
}
