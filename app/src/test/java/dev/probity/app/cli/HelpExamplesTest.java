// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

  /**
   * What the launcher does itself, what measures or weakens for minutes, what needs the notices.
   */
  private static final List<String> ELSEWHERE = List.of("bench", "test", "mutate", "check");

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
    Run run = Run.asking(input, words.split(" +"));

    assertEquals(Exit.FINE, run.code(), run.err());
    assertEquals("", run.err());
    assertTrue(!run.out().isBlank(), example);
  }
}
