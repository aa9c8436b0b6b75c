// SPDX-License-Identifier: Apache-2.0
package dev.probity.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.probity.notice.lint.Finding;
import dev.probity.notice.lint.Lint;
import dev.probity.notice.lint.Report;
import dev.probity.notice.pack.PackSource;
import dev.probity.notice.pack.Resolve;
import dev.probity.notice.text.NoticeText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Lint finds in each pack and its notice exactly what the pack expects. */
class LintTest {
  private static final int QUOTED = 9;

  static Stream<Path> packs() {
    return Repository.packs().stream();
  }

  @ParameterizedTest
  @MethodSource("packs")
  void withoutItsNoticeEachPackIsClean(Path folder) {
    assertEquals(List.of(), Lint.run(Packs.read(folder), Optional.empty()).problems());
  }

  @ParameterizedTest
  @MethodSource("packs")
  void withItsNoticeEachPackFindsWhatItExpects(Path folder) throws IOException {
    PackSource source = Packs.read(folder);
    for (NoticeText notice : notices(folder)) {
      Report report = Lint.run(source, Optional.of(notice));
      assertEquals(List.of(), report.problems());
      assertEquals(source.expectations().size(), report.met().size());
      assertEquals(List.of(), report.unjudged());
      report.findings().forEach(f -> quotesNothing(f, notice));
    }
  }

  /** What is said to be settled by a rule is found by that rule. */
  @ParameterizedTest
  @MethodSource("packs")
  void whatARuleSettlesTheRuleFinds(Path folder) {
    PackSource source = Packs.read(folder);
    Set<String> expected = new HashSet<>();
    source.expectations().forEach(e -> expected.add(e.rule()));
    for (Resolve resolve : source.resolves())
      if (resolve.by().equals("lint"))
        assertTrue(expected.contains(resolve.target()), resolve.toString());
  }

  private static List<NoticeText> notices(Path folder) throws IOException {
    List<NoticeText> notices = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      files
          .filter(f -> f.getFileName().toString().startsWith("notice."))
          .filter(f -> !f.toString().endsWith(".yaml"))
          .sorted()
          .forEach(f -> notices.add(Packs.notice(f)));
    }
    if (notices.isEmpty())
      Repository.shared("notices/" + folder.getFileName() + ".txt")
          .ifPresent(f -> notices.add(Packs.notice(f)));
    return notices;
  }

  /** No finding repeats nine words in a row of the notice. */
  private static void quotesNothing(Finding finding, NoticeText notice) {
    Set<List<String>> runs = new HashSet<>();
    for (var line : notice.lines()) runs.addAll(runs(line.text()));
    for (List<String> run : runs(finding.sentence() + " " + finding.fix())) {
      assertTrue(!runs.contains(run), finding + " quotes " + run);
    }
  }

  private static List<List<String>> runs(String text) {
    List<String> words =
        Stream.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\d]+"))
            .filter(w -> !w.isEmpty())
            .toList();
    List<List<String>> runs = new ArrayList<>();
    for (int i = 0; i + QUOTED <= words.size(); i++) runs.add(words.subList(i, i + QUOTED));
    return runs;
  }
}
