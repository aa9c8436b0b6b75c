// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.cli;

import dev.probity.app.print.Terminal;
import dev.probity.notice.pack.PackReader;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/**
 * What the launcher runs once after a build, so that the JVM may keep the classes and the profile
 * of usual commands in its AOT cache (JEP 514, 515). Prints nothing.
 */
@Command(name = "training", hidden = true, description = "Run usual commands, for a fast start.")
final class TrainingCommand extends Helped implements Callable<Integer> {

  private final Surroundings here;

  TrainingCommand(Surroundings here) {
    this.here = here;
  }

  @Override
  public Integer call() {
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    Surroundings silent =
        new Surroundings(
            new Terminal(nowhere, nowhere, true, true, false, 100),
            InputStream.nullInputStream(),
            here.home(),
            here.state(),
            here.clock(),
            here.lexicon());
    Path example = here.home().resolve("packs").resolve("example");
    Path question = DemoCommand.questions(example.resolve("demo")).getFirst();
    List<List<String>> usual =
        List.of(
            List.of("help"),
            List.of("demo"),
            List.of("cover", "example"),
            List.of("cover", "example", "--json"),
            List.of("lint", "example"),
            List.of("mutate", "example"),
            List.of("decide", "example", question.toString()),
            List.of("decide", "example", question.toString(), "--json"),
            List.of("explain", "example", clause(example)),
            List.of("terms", "health"),
            List.of("schema"));
    usual.forEach(words -> Commands.run(silent, words.toArray(String[]::new)));
    return Exit.FINE;
  }

  private String clause(Path pack) {
    return switch (PackReader.read(pack, here.lexicon().get())) {
      case PackReader.Outcome.Read read -> read.source().names().iterator().next();
      case PackReader.Outcome.Faulty faulty -> "none";
    };
  }
}
