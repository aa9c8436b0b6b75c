// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.lint;

import dev.probity.kernel.fault.Fault;
import dev.probity.notice.pack.PackSource;
import dev.probity.notice.scenario.LintExpectation;
import dev.probity.notice.text.NoticeText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Runs every rule over a pack and, where it is given, over the notice the pack encodes. Stateless
 * and safe for many threads; costs some decisions a {@code resolves} and otherwise about the square
 * of the number of clauses.
 */
public final class Lint {
  private Lint() {}

  /** Lints the pack, and the notice too where there is one. */
  public static Report run(PackSource source, Optional<NoticeText> notice) {
    Optional<Printed> printed = notice.map(text -> Printed.of(source, text));
    Map<Finding, List<String>> found = new LinkedHashMap<>();
    for (Rule rule : Rules.ALL) {
      for (Found one : found(rule, source, printed)) {
        found.putIfAbsent(finding(rule, one), one.names());
      }
    }
    printed.ifPresent(p -> p.mistakes().forEach(m -> found.put(of(m), List.of())));
    return report(source.expectations(), found, notice.isPresent());
  }

  private static List<Found> found(Rule rule, PackSource source, Optional<Printed> printed) {
    return switch (rule.check()) {
      case Check.OfPack check -> check.in(source);
      case Check.OfNotice check -> printed.map(p -> check.in(source, p)).orElse(List.of());
      case Check.OfReading check -> List.of();
    };
  }

  private static Finding finding(Rule rule, Found one) {
    return new Finding(
        rule.name(), rule.code(), one.names().getFirst(), one.sentence(), one.fix(), one.where());
  }

  private static Finding of(Fault mistake) {
    return new Finding(
        "lines", mistake.code(), "lines", mistake.sentence(), mistake.fix(), mistake.where());
  }

  private static Report report(
      List<LintExpectation> expectations, Map<Finding, List<String>> found, boolean read) {
    List<LintExpectation> met = new ArrayList<>();
    List<LintExpectation> missing = new ArrayList<>();
    List<LintExpectation> unjudged = new ArrayList<>();
    List<Finding> extra = new ArrayList<>(found.keySet());
    for (LintExpectation e : expectations) {
      List<Finding> mine =
          found.entrySet().stream()
              .filter(f -> meant(e, f.getKey(), f.getValue()))
              .map(Map.Entry::getKey)
              .toList();
      boolean silent = !read && Rules.readsNotice(e.rule());
      (silent ? unjudged : mine.isEmpty() ? missing : met).add(e);
      extra.removeAll(mine);
    }
    List<Finding> findings = found.keySet().stream().sorted().toList();
    return new Report(findings, met, missing, unjudged, extra.stream().sorted().toList());
  }

  private static boolean meant(LintExpectation expected, Finding found, List<String> names) {
    return expected.rule().equals(found.rule())
        && (expected.at().isEmpty() || names.contains(expected.at()));
  }
}
