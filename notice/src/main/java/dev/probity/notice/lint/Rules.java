// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.lint;

import dev.probity.notice.yaml.Nearest;
import java.util.List;
import java.util.Optional;

/** The catalogue of rules; {@code docs/faults} has a page for each. Immutable. */
final class Rules {
  static final List<Rule> ALL =
      List.of(
          Rule.ofNotice(1, "dangling-reference", Pointers::dangling),
          Rule.ofNotice(2, "draft-brackets", Wording::draftBrackets),
          Rule.ofNotice(3, "foreign-company", Companies::foreign),
          Rule.of(4, "recipient-not-in-table", Tables::recipientWithoutColumn),
          Rule.of(5, "alias-unresolved", Names::ambiguous),
          Rule.ofNotice(6, "undefined-threshold", Thresholds::undefined),
          Rule.of(7, "two-clauses-one-recipient", Recipients::twoLists),
          Rule.of(8, "shadowed-by-absolute", Shadows::absolute),
          Rule.ofNotice(9, "heading-without-body", Headings::withoutBody),
          Rule.of(10, "expired-mechanism", Evidence::expired),
          Rule.ofNotice(11, "open-list", OpenLists::open),
          Rule.of(12, "right-in-law-not-in-notice", Law::rightsNotNamed),
          Rule.ofNotice(13, "date-mismatch", Dates::mismatch),
          Rule.ofNotice(14, "personal-role-contact", Wording::personalContact),
          Rule.of(15, "only-without-resolves", Only::unsettled),
          Rule.of(16, "matrix-rows-overlap", Tables::rowsOverlap),
          Rule.of(17, "used-not-collected", Supplies::usedNotCollected),
          Rule.of(18, "inner-recipient", Recipients::inner),
          Rule.of(19, "evidence-without-validity", Evidence::unbounded),
          Rule.of(20, "forbid-on-unsupplied-fact", Supplies::unsuppliedFacts),
          Rule.of(21, "two-clauses-one-row", Entries::secondWithoutRow),
          Rule.of(22, "row-without-substance", Entries::withoutSubstance),
          Rule.of(23, "choice-without-effect-read", Choices::effects),
          Rule.of(24, "unwitnessed-resolve", Settled::unwitnessed),
          Rule.of(25, "dead-permit", Shadows::unlifted),
          Rule.of(26, "conflicting-acts", Acts::conflicts),
          Rule.of(27, "tracker-not-covered", Trackers::uncovered),
          Rule.of(28, "missing-label", Entries::withoutLabel),
          Rule.of(29, "missing-proof", Entries::withoutProof),
          Rule.ofNotice(30, "untraced", Wording::untraced),
          Rule.ofNotice(31, "missing-date", Missing::date),
          Rule.ofNotice(32, "missing-controller", Missing::controller),
          Rule.ofNotice(33, "two-domains", Addresses::twoDomains),
          Rule.ofNotice(34, "misspelt-title", Typing::misspeltTitle),
          Rule.ofNotice(35, "missing-space", Typing::missingSpace),
          Rule.ofNotice(36, "split-address", Addresses::split),
          Rule.ofNotice(37, "cut-abbreviation", Typing::cutAbbreviation),
          Rule.ofNotice(38, "contents-mismatch", Contents::mismatch),
          Rule.ofNotice(39, "garbled-sentence", Grammar::garbled),
          Rule.ofNotice(40, "unstated-period", Thresholds::unstatedPeriod),
          Rule.ofNotice(41, "unclear-owner", Grammar::unclearOwner),
          Rule.ofReading("PRB-N025", "absolute-lifted"),
          Rule.ofReading("PRB-N024", "except-not-a-permit"),
          Rule.ofReading("PRB-N013", "unknown-term"));

  private Rules() {}

  static Optional<Rule> named(String name) {
    return ALL.stream().filter(r -> r.name().equals(name)).findFirst();
  }

  static boolean readsNotice(String name) {
    return named(name).filter(r -> r.check() instanceof Check.OfNotice).isPresent();
  }

  /** What to write instead of a name that is no rule's. */
  static String nearest(String name) {
    return Nearest.fix(name, ALL.stream().map(Rule::name).toList());
  }
}
