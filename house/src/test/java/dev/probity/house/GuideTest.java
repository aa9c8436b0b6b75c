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
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The guide as a reader works through it: its files are written, its commands run by the program
 * itself, and what it shows must be what they print.
 */
class GuideTest {
  private static final Path GUIDE = Repository.root().resolve("docs/guide/writing-a-pack.md");

  private static final Pattern BLOCK =
      Pattern.compile("```(?:\\w+ file=(\\S+)|console)\\n(.*?)\\n```\\n", Pattern.DOTALL);

  private static final String PROMPT = "$ ./probity ";

  @TempDir Path folder;

  @Test
  void everyCommandPrintsWhatTheGuideShows() throws Exception {
    List<String> wrong = new ArrayList<>();
    int commands = 0;
    for (MatchResult block : BLOCK.matcher(Files.readString(GUIDE)).results().toList()) {
      if (block.group(1) != null) {
        write(block.group(1), block.group(2));
        continue;
      }
      commands++;
      List<String> shown = block.group(2).lines().toList();
      String command = shown.getFirst();
      assertTrue(command.startsWith(PROMPT), command);
      String printed = run(List.of(command.substring(PROMPT.length()).split(" ")));
      String expected = String.join("\n", shown.subList(1, shown.size()));
      if (!printed.equals(expected)) wrong.add(command + "\nprints\n" + printed);
    }
    assertEquals(List.of(), wrong);
    assertTrue(commands > 15, commands + " commands were run");
  }

  /** A marker without its output would pass unseen. */
  @Test
  void everyMarkerHasAnOutput() throws IOException {
    String guide = Files.readString(GUIDE);
    long markers = Pattern.compile("<!-- output: ").matcher(guide).results().count();
    long outputs =
        Pattern.compile("<!-- output: (.*?) -->\\n\\n```console\\n\\$ \\1\\n")
            .matcher(guide)
            .results()
            .count();
    assertEquals(markers, outputs);
  }

  private void write(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text + "\n");
  }

  private String run(List<String> words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of("-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path")));
    command.add("-Dprobity.home=" + Repository.root());
    command.add("dev.probity.app.Probity");
    command.addAll(words);
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return printed.stripTrailing();
  }
}
