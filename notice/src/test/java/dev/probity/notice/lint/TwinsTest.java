// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule has a hit in which it alone finds one thing, a clean twin, and a page. */
class TwinsTest {
  static Stream<String> names() {
    return Example.names().stream();
  }

  @ParameterizedTest
  @MethodSource("names")
  void theHitIsFoundAndNothingElse(String rule) {
    List<Finding> findings = Example.findings(rule, "hit");

    assertEquals(List.of(rule), findings.stream().map(Finding::rule).toList(), findings.toString());
    Finding only = findings.getFirst();
    assertTrue(only.where().line() > 0 && only.where().column() > 0, only.where().toString());
    assertTrue(!only.sentence().isBlank() && !only.fix().isBlank(), only.toString());
    assertEquals(Rules.named(rule).orElseThrow().code(), only.code());
  }

  @ParameterizedTest
  @MethodSource("names")
  void inTheCleanTwinNothingIsFound(String rule) {
    assertEquals(List.of(), Example.findings(rule, "clean"));
  }

  @Test
  void everyRuleHasItsTwins() {
    Set<String> rules = new TreeSet<>();
    Rules.ALL.forEach(r -> rules.add(r.name()));

    assertEquals(rules, new TreeSet<>(Example.names()));
    assertEquals(Rules.ALL.size(), rules.size(), "names are used once");
  }

  @Test
  void everyCodeOfLintHasAPageThatNamesItsRule() throws IOException {
    Set<String> codes = new TreeSet<>(Set.of(Report.MISSING));
    for (Rule rule : Rules.ALL) {
      Path page = Example.ROOT.resolve("docs/faults/" + rule.code() + ".md");
      assertTrue(Files.exists(page), rule.code());
      assertTrue(Files.readString(page).contains(rule.name()), page + " names " + rule.name());
      if (rule.code().startsWith("PRB-L")) assertTrue(codes.add(rule.code()), rule.code());
    }
    assertEquals(codes, pages("PRB-L"));
  }

  private static Set<String> pages(String prefix) throws IOException {
    try (Stream<Path> files = Files.list(Example.ROOT.resolve("docs/faults"))) {
      Set<String> pages = new TreeSet<>();
      files
          .map(f -> f.getFileName().toString().replace(".md", ""))
          .filter(f -> f.startsWith(prefix))
          .forEach(pages::add);
      return pages;
    }
  }
}
