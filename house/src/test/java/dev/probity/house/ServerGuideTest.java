// SPDX-License-Identifier: Apache-2.0
package dev.probity.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Each guide to a server as a reader works through it, at a server that was just started: its
 * commands are typed into a shell, and what it shows below them must be what they print, but for
 * ids, times and what is cut short ({@code ..}). What follows {@code <!-- not run: .. -->} is for
 * the eye alone.
 */
class ServerGuideTest {
  private static final Pattern BLOCK =
      Pattern.compile(
          "^(?:    [^\\n]*\\n)+|^```(\\w+)\\n(.*?)\\n```$|^<!-- not run: .*? -->$",
          Pattern.MULTILINE | Pattern.DOTALL);

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "one-company.md, omron, 17",
    "collecting.md, example, 3",
    "erasing.md, omron, 5",
    "registers.md, example, 7"
  })
  void whatTheGuideShowsIsWhatComes(String guide, String controller, int shown) throws Exception {
    List<String> wrong = new ArrayList<>();
    int compared = 0;
    try (Installed installed = new Installed(folder).untrained();
        Reader reader = reader(installed, controller)) {
      List<String> printed = new ArrayList<>();
      boolean skip = false;
      String page = Files.readString(Repository.root().resolve("docs/guide").resolve(guide));
      for (MatchResult block : BLOCK.matcher(page).results().toList()) {
        if (block.group().startsWith("<!--")) {
          skip = true;
        } else if (block.group(2) == null) {
          printed.clear();
          if (skip) continue;
          for (String line : commands(block.group())) printed.addAll(reader.types(line));
        } else if (skip) {
          skip = false;
        } else if (block.group(1).equals("sql")) {
          int rows = reader.alters(block.group(2));
          if (rows != 1) wrong.add(rows + " rows altered: " + block.group(2));
        } else {
          List<String> lines = block.group(2).lines().map(String::strip).toList();
          for (int i = 0; i < Math.max(lines.size(), printed.size()); i++) {
            String expected = i < lines.size() ? lines.get(i) : "";
            String came = i < printed.size() ? printed.get(i) : "";
            if (!reader.recognises(expected, came))
              wrong.add("shown " + expected + "\ncame  " + came);
            compared++;
          }
          printed.clear();
        }
      }
    }
    assertEquals(List.of(), wrong, () -> String.join("\n\n", wrong));
    assertEquals(shown, compared, "lines that were compared");
  }

  private Reader reader(Installed installed, String controller) throws Exception {
    Installed.Up up = installed.up();
    List<String> said = up.said().lines().map(String::strip).toList();
    int at = 0;
    while (!said.get(at).endsWith("for one day:") && !said.get(at).endsWith("a token for it:")
        || !said.get(at).contains(" " + controller)) at++;
    return new Reader(folder, installed.home.resolve("probity"), up, said.get(at + 1));
  }

  /** A command a line, or several lines that end with a backslash; the start is done already. */
  private static List<String> commands(String block) {
    return Pattern.compile("(?<!\\\\)\\n")
        .splitAsStream(block.stripTrailing())
        .map(String::strip)
        .filter(line -> !line.startsWith("./probity up"))
        .toList();
  }
}
