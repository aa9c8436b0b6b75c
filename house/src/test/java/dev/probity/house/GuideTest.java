// SPDX-License-Identifier: Apache-2.0
package dev.probity.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each guide as a reader works through it: its files are written, its commands run by the program
 * itself, and what it shows must be what they print. With {@code -Dgolden=write} it is made so.
 */
class GuideTest {
  /** A file to write, or a command and what it prints. */
  private static final Pattern STEP =
      Pattern.compile(
          "```\\w+ file=(\\S+)\\n(.*?)```\\n"
              + "|<!-- output: \\./probity (.*?) -->\\n(\\n```console\\n.*?\\n```\\n)?",
          Pattern.DOTALL);

  /** What is shown there takes a server; {@link ServerGuideTest} starts one. */
  private static final Set<String> SERVER =
      Set.of(
          "collecting.md",
          "enforcing.md",
          "erasing.md",
          "mail.md",
          "one-company.md",
          "registers.md",
          "running.md");

  private static final int FEWEST_COMMANDS = 4;

  static Stream<Path> guides() throws IOException {
    try (Stream<Path> pages = Files.list(Repository.root().resolve("docs/guide"))) {
      return pages
          .filter(p -> p.toString().endsWith(".md") && !SERVER.contains(p.getFileName().toString()))
          .sorted()
          .toList()
          .stream();
    }
  }

  @TempDir Path folder;

  @ParameterizedTest
  @MethodSource("guides")
  void everyCommandPrintsWhatTheGuideShows(Path page) throws Exception {
    String guide = Files.readString(page);
    StringBuilder printed = new StringBuilder();
    List<String> wrong = new ArrayList<>();
    int at = 0;
    int commands = 0;
    for (MatchResult step : STEP.matcher(guide).results().toList()) {
      if (step.group(1) != null) {
        write(step.group(1), step.group(2));
        continue;
      }
      commands++;
      String line = "./probity " + step.group(3);
      String block = "\n```console\n$ " + line + "\n" + run(step.group(3)) + "\n```\n";
      if (!lines(block).equals(lines(step.group(4)))) wrong.add(block);
      printed.append(guide, at, step.start()).append("<!-- output: ").append(line).append(" -->\n");
      printed.append(block);
      at = step.end();
    }
    printed.append(guide.substring(at));
    if ("write".equals(System.getProperty("golden"))) Files.writeString(page, printed);
    else assertEquals(List.of(), wrong, "run it with -Dgolden=write and look at the difference");
    assertTrue(commands >= FEWEST_COMMANDS, commands + " commands were run");
  }

  /** Sorted: survivors of a clause are listed in no fixed order. */
  private static List<String> lines(@Nullable String block) {
    return block == null ? List.of() : block.lines().sorted().toList();
  }

  private void write(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private String run(String words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Dprobity.home=" + Repository.root()));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add("dev.probity.app.Probity");
    command.addAll(List.of(words.split(" ")));
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return printed.stripTrailing();
  }
}
