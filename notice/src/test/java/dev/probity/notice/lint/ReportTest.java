// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.probity.notice.TinyPack;
import dev.probity.notice.pack.PackSource;
import dev.probity.notice.scenario.LintExpectation;
import dev.probity.notice.text.NoticeText;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Findings are held against expectations by rule and place. */
class ReportTest {
  private static final String CLAUSES =
      """
      clauses:
        T-1: {lines: "1", says: One., proof: kernel, permit: use, data: contact.email, for: order}
        T-2: {lines: "2", says: Two., inform: explanation}
      """;

  private static final NoticeText NOTICE =
      NoticeText.of("notice.txt", "We use addresses.\n[We publish aggregate figures.]\n");

  private static Report lint(String expectations, Optional<NoticeText> notice) {
    PackSource source = TinyPack.with(CLAUSES, expectations.isEmpty() ? "[]" : expectations);
    return Lint.run(source, notice);
  }

  private static List<String> rules(List<Finding> findings) {
    return findings.stream().map(f -> f.rule() + " " + f.at()).toList();
  }

  @Test
  void withoutExpectationsEverythingIsExtra() {
    Report report = lint("", Optional.of(NOTICE));

    assertEquals(
        List.of("draft-brackets T-2", "undefined-threshold T-2", "used-not-collected T-1"),
        rules(report.findings()));
    assertEquals(report.findings(), report.extra());
    assertEquals(report.findings(), report.problems());
    assertFalse(report.clean());
  }

  @Test
  void anExpectedFindingIsMetUnderItsClauseItsLineOrItsPlace() {
    for (String at : List.of("T-2", "2", "2.1")) {
      Report report =
          lint(
              """
              - {expect-lint: used-not-collected, at: T-1, keeps: T-1}
              - {expect-lint: draft-brackets, at: "%s", keeps: T-2}
              - {expect-lint: undefined-threshold, keeps: T-2}
              """
                  .formatted(at),
              Optional.of(NOTICE));
      assertTrue(report.clean(), report.problems().toString());
      assertEquals(3, report.met().size());
      assertEquals(3, report.findings().size());
    }
  }

  @Test
  void anExpectationElsewhereIsMissingAndItsFindingExtra() {
    Report report =
        lint("- {expect-lint: used-not-collected, at: T-2, keeps: T-2}", Optional.empty());

    assertEquals(List.of("used-not-collected T-1"), rules(report.extra()));
    assertEquals(1, report.missing().size());
    assertEquals(List.of("used-not-collected T-1", "expect-lint T-2"), rules(report.problems()));
    assertEquals("PRB-L000", report.problems().getLast().code());
    assertFalse(report.clean());
  }

  @Test
  void anExpectationOfNoRuleNamesTheNearest() {
    Report report =
        lint("- {expect-lint: draft-bracket, at: T-2, keeps: T-2}", Optional.of(NOTICE));

    Finding unknown =
        report.problems().stream().filter(f -> f.rule().equals("expect-lint")).findFirst().get();
    assertEquals("did you mean `draft-brackets`?", unknown.fix());
    assertTrue(unknown.where().line() == 1 && unknown.where().file().endsWith("all.yaml"));
  }

  @Test
  void withoutANoticeItsRulesAreNotJudged() {
    Report report =
        lint(
            """
            - {expect-lint: used-not-collected, at: T-1, keeps: T-1}
            - {expect-lint: draft-brackets, at: T-2, keeps: T-2}
            """,
            Optional.empty());

    assertTrue(report.clean());
    assertEquals(
        List.of("draft-brackets"), report.unjudged().stream().map(LintExpectation::rule).toList());
  }

  @Test
  void aLinesCellThatCitesNothingIsFoundToo() {
    PackSource source =
        TinyPack.with("clauses: {T-1: {lines: \"1 9\", says: One., inform: heading}}", "[]");
    Report report = Lint.run(source, Optional.of(NoticeText.of("notice.txt", "Wool.\nWax.\n")));

    assertTrue(report.findings().stream().anyMatch(f -> f.code().equals("PRB-N105")));
    assertTrue(report.findings().stream().anyMatch(f -> f.rule().equals("untraced")));
  }
}
