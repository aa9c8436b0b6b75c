// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code up}. */
@Command(
    name = "up",
    description = {
      "Serve decisions over HTTP, for every pack in packs/, until stopped.",
      "Data lie in PROBITY_DATA, else in ~/.local/state/probity, with an embedded PostgreSQL for"
          + " trial",
      "and for one machine; PROBITY_DATABASE_URL names another. More: docs/guide/running.md."
    },
    footer = "  ./probity up --demo")
final class UpCommand extends Helped implements Callable<Integer> {
  private final Surroundings here;
  private final Serving serving;

  @Option(names = "--port", description = "Where to listen; 8080, if nothing is said. 0: any.")
  private int port = 8080;

  @Option(names = "--address", description = "The address to listen at; this machine alone.")
  private String address = "127.0.0.1";

  @Option(names = "--demo", description = "Make a token to try it with, and print it.")
  private boolean demo;

  @Option(
      names = "--notices",
      paramLabel = "DIR",
      description =
          "Serve the texts of notices from this folder, each found by the pack that encodes it.")
  private String notices = "";

  @Option(names = "--training", hidden = true)
  private boolean training;

  UpCommand(Surroundings here, Serving serving) {
    this.here = here;
    this.serving = serving;
  }

  @Override
  public Integer call() {
    return serving.up(here, new Serving.Up(address, port, demo, training, notices));
  }
}
