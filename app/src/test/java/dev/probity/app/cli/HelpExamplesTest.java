// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every example that help shows works, word for word, in the project's directory. */
class HelpExamplesTest {
  private static final Pattern ECHOED = Pattern.compile("echo '([^']*)' +\\| +(.*)");

  /** The launcher's and the server's own, what measures for minutes, what needs a log. */
  private static final List<String> ELSEWHERE =
      List.of(
          "bench", "test", "mutate", "check", "receipt", "ledger", "witness", "up", "token",
          "enforce");

  private static final int FEWEST = 15;

  static Stream<String> examples() {
    List<String> examples = new ArrayList<>();
    Matcher names = Pattern.compile("(?m)^  ([a-z]+)  ").matcher(Run.of("help").out());
    while (names.find()) {
      if (ELSEWHERE.contains(names.group(1))) continue;
      String help = Run.of(names.group(1), "--help").out();
      String shown = help.substring(help.indexOf("Example:") + "Example:".length());
      for (String line : shown.replaceAll(" *\\\\\\R *|(?<=,)\\R *", " ").lines().toList())
        if (line.contains("./probity ")) examples.add(line.strip());
    }
    assertTrue(examples.size() >= FEWEST, examples.toString());
    return examples.stream();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void itWorks(String example) {
    Matcher echoed = ECHOED.matcher(example);
    String input = echoed.matches() ? echoed.group(1) : "";
    String command = echoed.matches() ? echoed.group(2) : example;
    String words = command.replaceFirst("^\\./probity ", "").replaceFirst(" > .*", "");
    Run run =
        Run.asking(
            input, Stream.of(words.split(" +")).map(HelpExamplesTest::here).toArray(String[]::new));

    assertTrue(List.of(Exit.FINE, Exit.FINDINGS).contains(run.code()), run.err());
    assertEquals("", run.err());
    assertTrue(!run.out().isBlank(), example);
  }

  /** A file of the project by its whole name: tests run in the directory of their room. */
  private static String here(String word) {
    Path inProject = Run.HOME.resolve(word);
    return Files.isRegularFile(inProject) ? inProject.toString() : word;
  }
}
