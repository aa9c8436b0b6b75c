// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code token create}. */
@Command(
    name = "token",
    description = {
      "Make a token that lets a service ask the server, and print it.",
      "It is printed once: the database keeps only its hash. Works beside a server that runs."
    },
    footer = "  ./probity token create --controller example --scope decide,view")
final class TokenCommand extends Helped implements Callable<Integer> {
  private static final int LONGEST = 80;
  private static final int MOST_DAYS = 3650;

  private final Surroundings here;
  private final Serving serving;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "create", description = "What to do: create.")
  private String action = "";

  @Option(names = "--controller", required = true, description = "Whose data it is for.")
  private String controller = "";

  @Option(
      names = "--scope",
      required = true,
      split = ",",
      description =
          "What it allows: decide, view, explain, record, read, collect, disclose, mail, erase,"
              + " audit.")
  private List<String> scopes = List.of();

  @Option(names = "--name", description = "What to call it; never a person.")
  private String name = "service";

  @Option(names = "--days", description = "How long it lasts; 90, if nothing is said.")
  private int days = 90;

  TokenCommand(Surroundings here, Serving serving) {
    this.here = here;
    this.serving = serving;
  }

  @Override
  public Integer call() {
    if (!action.equals("create")) throw wrong("the word after it is `create`");
    if (days < 1 || days > MOST_DAYS) throw wrong("--days is a number from 1 to " + MOST_DAYS);
    if (name.isBlank() || name.length() > LONGEST)
      throw wrong("--name has from 1 to " + LONGEST + " characters");
    return serving.token(here, new Serving.Token(controller, scopes, name, days));
  }

  private ParameterException wrong(String sentence) {
    CommandLine command = spec.commandLine();
    return new ParameterException(command, sentence);
  }
}
