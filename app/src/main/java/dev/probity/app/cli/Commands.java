// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** All commands, and how a line of words becomes the run of one of them. */
public final class Commands {
  private final Surroundings here;
  private final Map<String, Supplier<Object>> commands = new LinkedHashMap<>();

  private Commands(Surroundings here, Serving serving) {
    this.here = here;
    add("demo", DemoCommand::new);
    add("up", all -> new UpCommand(all, serving));
    add("token", all -> new TokenCommand(all, serving));
    add("enforce", all -> new EnforceCommand(all, serving));
    add("cover", CoverCommand::new);
    add("check", CheckCommand::new);
    add("mutate", MutateCommand::new);
    add("lint", LintCommand::new);
    add("decide", DecideCommand::new);
    add("view", ViewCommand::new);
    add("explain", ExplainCommand::new);
    add("scenarios", ScenariosCommand::new);
    add("trace", TraceCommand::new);
    add("compare", CompareCommand::new);
    add("prove", ProveCommand::new);
    add("diff", DiffCommand::new);
    add("due", DueCommand::new);
    add("terms", Terms::new);
    add("schema", SchemaCommand::new);
    add("receipt", ReceiptCommand::with);
    add("ledger", LedgerCommand::with);
    add("witness", WitnessCommand::new);
    add("bench", none -> new ByLauncher.Bench());
    add("test", none -> new ByLauncher.Test());
    add("version", Version::new);
    add("import", ImportCommand::with);
    add("training", TrainingCommand::new);
  }

  private void add(String name, Function<Surroundings, Object> command) {
    commands.put(name, () -> command.apply(here));
  }

  /** Runs the command that {@code args} name and returns what to tell the shell. */
  public static int run(Surroundings here, String... args) {
    return run(here, Serving.ELSEWHERE, args);
  }

  /** As {@link #run(Surroundings, String...)}, with the server at hand. */
  public static int run(Surroundings here, Serving serving, String... args) {
    Commands all = new Commands(here, serving);
    String first = args.length == 0 ? "help" : args[0];
    Supplier<Object> known = all.commands.get(first);
    CommandLine line = known == null ? all.tree() : all.only(known);
    return args.length == 0 ? line.execute(first) : line.execute(args);
  }

  /** Why: reading what fifteen commands take costs more time than most of them run. */
  private CommandLine only(Supplier<Object> command) {
    CommandLine root = root();
    root.addSubcommand(command.get());
    return configured(root);
  }

  private CommandLine tree() {
    CommandLine root = root();
    commands.values().forEach(command -> root.addSubcommand(command.get()));
    root.addSubcommand(new Help(here, root));
    return configured(root);
  }

  private static CommandLine root() {
    return new CommandLine(new Root());
  }

  private CommandLine configured(CommandLine root) {
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
