// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.cli;

import dev.probity.app.print.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code version}. */
@Command(
    name = "version",
    description = "Show the version of Probity and of the Java it runs on.",
    footer = "  ./probity version")
final class Version extends Helped implements Callable<Integer> {
  private static final String PROBITY = "0.1.0";

  private final Surroundings here;

  @Option(names = "--json", description = "For programs.")
  private boolean json;

  Version(Surroundings here) {
    this.here = here;
  }

  @Override
  public Integer call() {
    String java = Runtime.version().toString();
    if (json) {
      Map<String, Object> tree = new LinkedHashMap<>();
      tree.put("probity", PROBITY);
      tree.put("java", java);
      Json.print(tree, here.terminal().out());
    } else {
      here.terminal().line("Probity " + PROBITY + " on Java " + java);
    }
    return Exit.FINE;
  }
}
