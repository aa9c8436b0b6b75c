// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.cli;

import dev.probity.notice.schema.PackSchema;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code schema}. */
@Command(
    name = "schema",
    description = {
      "Print the JSON Schema of a pack's files, with every known word, for editors.",
      "An editor with a YAML plug-in completes and checks packs by it."
    },
    footer = "  ./probity schema > pack.schema.json")
final class SchemaCommand extends Helped implements Callable<Integer> {
  private final Surroundings here;

  SchemaCommand(Surroundings here) {
    this.here = here;
  }

  @Override
  public Integer call() {
    here.terminal().line(PackSchema.text(here.lexicon().get()).stripTrailing());
    return Exit.FINE;
  }
}
