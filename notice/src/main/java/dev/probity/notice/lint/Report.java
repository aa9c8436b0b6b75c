// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.lint;

import dev.probity.notice.scenario.LintExpectation;
import java.util.ArrayList;
import java.util.List;

/**
 * What lint found, held against what the pack says it must find. Immutable; all lists are sorted.
 *
 * @param findings everything found, expected or not
 * @param met expectations that came true
 * @param missing expectations whose finding is not there
 * @param unjudged expectations of rules that read the notice, where none was given
 * @param extra findings that no expectation names
 */
public record Report(
    List<Finding> findings,
    List<LintExpectation> met,
    List<LintExpectation> missing,
    List<LintExpectation> unjudged,
    List<Finding> extra) {
  /** An expectation that did not come true. */
  public static final String MISSING = "PRB-L000";

  public boolean clean() {
    return missing.isEmpty() && extra.isEmpty();
  }

  /** What somebody must look at: the extra findings, and a finding for each missing one. */
  public List<Finding> problems() {
    List<Finding> problems = new ArrayList<>(extra);
    for (LintExpectation e : missing) {
      problems.add(
          new Finding(
              "expect-lint",
              MISSING,
              e.at(),
              Rules.named(e.rule()).isPresent()
                  ? "lint is expected to find `" + e.rule() + "` here and does not"
                  : "lint has no rule `" + e.rule() + "`",
              Rules.named(e.rule()).isPresent()
                  ? "remove the expectation, or name the place where it is found"
                  : Rules.nearest(e.rule()),
              e.where()));
    }
    return problems.stream().sorted().toList();
  }
}
