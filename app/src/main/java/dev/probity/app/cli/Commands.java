// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** All commands as one tree, and how a line of words becomes the run of one of them. */
public final class Commands {
  private Commands() {}

  /** Runs the command that {@code args} name and returns what to tell the shell. */
  public static int run(Surroundings here, String... args) {
    CommandLine line = tree(here);
    if (args.length == 0) return line.execute("help");
    return line.execute(args);
  }

  static CommandLine tree(Surroundings here) {
    CommandLine root = new CommandLine(new Root());
    root.addSubcommand(new DemoCommand(here));
    root.addSubcommand(new CoverCommand(here));
    root.addSubcommand(new MutateCommand(here));
    root.addSubcommand(new LintCommand(here));
    root.addSubcommand(new DecideCommand(here));
    root.addSubcommand(new ViewCommand(here));
    root.addSubcommand(new ExplainCommand(here));
    root.addSubcommand(new ScenariosCommand(here));
    root.addSubcommand(new TraceCommand(here));
    root.addSubcommand(new CompareCommand(here));
    root.addSubcommand(new Terms(here));
    root.addSubcommand(new SchemaCommand(here));
    root.addSubcommand(new Version(here));
    root.addSubcommand(new Help(here, root));
    root.addSubcommand(new TrainingCommand(here));
    root.addSubcommand(new ByLauncher.Bench());
    root.addSubcommand(new ByLauncher.Test());
    boolean colour = here.terminal().colour();
    root.setColorScheme(CommandLine.Help.defaultColorScheme(colour ? Ansi.ON : Ansi.OFF));
    root.setUsageHelpWidth(here.terminal().width());
    root.setOut(new PrintWriter(here.terminal().out(), true, StandardCharsets.UTF_8));
    root.setParameterExceptionHandler(new WrongUse(here.terminal()));
    root.setExecutionExceptionHandler(
        (bug, command, parsed) -> {
          throw bug;
        });
    return root;
  }
}
