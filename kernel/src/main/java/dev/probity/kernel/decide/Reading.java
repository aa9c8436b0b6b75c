// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.decide;

import dev.probity.kernel.clause.ChoiceRule;
import dev.probity.kernel.clause.Condition;
import dev.probity.kernel.clause.ConsentLevel;
import dev.probity.kernel.clause.ConsentRule;
import dev.probity.kernel.clause.EvidenceRule;
import dev.probity.kernel.clause.Pack;
import dev.probity.kernel.clause.Tie;
import dev.probity.kernel.clause.Whose;
import dev.probity.kernel.question.Band;
import dev.probity.kernel.question.ConsentRecord;
import dev.probity.kernel.question.Document;
import dev.probity.kernel.question.Facts;
import dev.probity.kernel.question.Kind;
import dev.probity.kernel.question.Question;
import dev.probity.kernel.term.Dimension;
import dev.probity.kernel.term.Tree;
import dev.probity.kernel.term.Truth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the ten kinds of condition read the facts, one method a kind. The truth table in {@code
 * docs/language.md} is this class in prose. Immutable.
 */
record Reading(Pack pack, Question question, String element) {
  private Facts facts() {
    return question.facts();
  }

  Truth of(Condition condition) {
    return switch (condition) {
      case Condition.Consent c -> consent(c);
      case Condition.Choice c -> choice(c);
      case Condition.Notice c -> notice(c);
      case Condition.Relation c -> listed(facts().relations().contains(c.kind()), Kind.RELATION);
      case Condition.Evidence c -> evidence(c);
      case Condition.Region c -> region(c);
      case Condition.Age c -> age(c);
      case Condition.Role c -> role(c);
      case Condition.State c -> listed(facts().states().contains(c.kind()), Kind.STATE);
      case Condition.Channel c -> channel(c);
    };
  }

  /** Found is true; not found is false where the kind was read, unknown where it was not. */
  private Truth listed(boolean found, Kind kind) {
    if (found) return Truth.TRUE;
    return facts().wasRead(kind) ? Truth.FALSE : Truth.UNKNOWN;
  }

  private Truth consent(Condition.Consent asked) {
    List<ConsentRecord> spoken =
        facts().consents().stream()
            .filter(r -> asked.id().equals(Condition.Consent.ANY) || r.id().equals(asked.id()))
            .filter(r -> r.givenBy(question.at()))
            .toList();
    List<ConsentRecord> against = spoken.stream().filter(r -> reaches(r, asked)).toList();
    if (asked.withdrawn()) {
      return listed(against.stream().anyMatch(r -> r.withdrawnBy(question.at())), Kind.CONSENT);
    }
    List<ConsentRecord> records =
        spoken.stream().filter(r -> covers(r.covers(), asked.covers())).toList();
    ConsentLevel needed = neededLevel(asked);
    if (needed == ConsentLevel.OPT_OUT) {
      if (against.stream().anyMatch(r -> !stands(r))) return Truth.FALSE;
      return facts().wasRead(Kind.CONSENT) || !records.isEmpty() ? Truth.TRUE : Truth.UNKNOWN;
    }
    boolean stands = records.stream().anyMatch(r -> stands(r) && r.level().compareTo(needed) >= 0);
    return listed(stands, Kind.CONSENT);
  }

  /**
   * A yes must name what it covers; a no that names nothing is a no to everything its own consent
   * is for. Of consents in general only a no that names this question counts.
   */
  private boolean reaches(ConsentRecord given, Condition.Consent asked) {
    boolean named = !asked.id().equals(Condition.Consent.ANY);
    return asked.covers().stream()
        .allMatch(
            tie ->
                (named && !given.covers().containsKey(tie)) || covers(given.covers(), Set.of(tie)));
  }

  private boolean stands(ConsentRecord given) {
    return given.answer() == ConsentRecord.Answer.GIVEN && !given.withdrawnBy(question.at());
  }

  /** The regime of the subject's region replaces the declared level; a clause can only raise it. */
  private ConsentLevel neededLevel(Condition.Consent asked) {
    ConsentLevel byClause = asked.level() == null ? ConsentLevel.OPT_OUT : asked.level();
    ConsentRule rule = pack.consents().get(asked.id());
    if (rule == null) return asked.level() == null ? ConsentLevel.OPT_IN : byClause;
    ConsentLevel declared = new Regime(rule, this::inSubjectsRegion).level(mode());
    return declared.compareTo(byClause) >= 0 ? declared : byClause;
  }

  private Truth inSubjectsRegion(String region) {
    return regionOf(Whose.SUBJECT, Set.of(region));
  }

  private String mode() {
    return question.ties().getOrDefault(Tie.MODE, "");
  }

  private Truth choice(Condition.Choice asked) {
    Truth any = Truth.FALSE;
    for (String id : asked.ids()) any = any.or(chosen(id, asked));
    return any;
  }

  private Truth chosen(String id, Condition.Choice asked) {
    ChoiceRule rule = pack.choices().getOrDefault(id, new ChoiceRule(Set.of(), false));
    Set<String> values = facts().choices().get(id);
    if (values == null) {
      if (!rule.operator() && !facts().wasRead(Kind.CHOICE)) return Truth.UNKNOWN;
      values = rule.byDefault();
    }
    boolean is = asked.is().isEmpty() || values.stream().anyMatch(asked.is()::contains);
    boolean tied = asked.covers().isEmpty() || covers(all(asked.covers(), values), asked.covers());
    return Truth.of(is && tied);
  }

  private static Map<Tie, Set<String>> all(Set<Tie> ties, Set<String> values) {
    Map<Tie, Set<String>> map = new java.util.EnumMap<>(Tie.class);
    for (Tie tie : ties) map.put(tie, values);
    return map;
  }

  private Truth notice(Condition.Notice asked) {
    boolean given =
        facts().notices().stream()
            .filter(n -> n.what().equals(asked.what()))
            .anyMatch(n -> n.version().isEmpty() || n.version().equals(pack.version()));
    return listed(given, Kind.NOTICE);
  }

  private Truth evidence(Condition.Evidence asked) {
    Tree kinds = pack.vocabulary().evidence();
    boolean found =
        facts().evidence().stream()
            .filter(d -> asked.kinds().stream().anyMatch(k -> kinds.within(d.kind(), k)))
            .anyMatch(d -> valid(d) && covers(d.covers(), asked.covers()));
    return listed(found, Kind.EVIDENCE);
  }

  private boolean valid(Document document) {
    if (!document.validAt(question.at())) return false;
    EvidenceRule rule = evidenceRule(document.kind());
    if (rule.until() != null && !question.at().isBefore(rule.until())) return false;
    if (rule.lasts() == null) return true;
    if (document.from() == null) return false;
    var ends = document.from().atZone(ZoneOffset.UTC).plus(rule.lasts()).toInstant();
    return question.at().isBefore(ends);
  }

  private EvidenceRule evidenceRule(String kind) {
    Tree kinds = pack.vocabulary().evidence();
    for (String at = kind; !at.isEmpty(); at = kinds.parents().getOrDefault(at, "")) {
      EvidenceRule rule = pack.evidence().get(at);
      if (rule != null) return rule;
    }
    return new EvidenceRule(null, null);
  }

  private Truth region(Condition.Region asked) {
    return regionOf(asked.of(), asked.in());
  }

  private Truth regionOf(Whose whose, Set<String> in) {
    String stated = facts().regions().get(whose);
    if (stated == null) return listed(false, Kind.REGION);
    Truth any = Truth.FALSE;
    for (String region : in) any = any.or(pack.vocabulary().regions().inside(stated, region));
    return any;
  }

  private Truth age(Condition.Age asked) {
    Band band = facts().ages().get(asked.of());
    Truth found =
        band == null
            ? listed(false, Kind.AGE)
            : asked.below() ? band.below(asked.bound()) : band.atLeast(asked.bound());
    return asked.knowing() && found == Truth.UNKNOWN ? Truth.FALSE : found;
  }

  private Truth role(Condition.Role asked) {
    if (facts().roles().contains(asked.kind())) return Truth.TRUE;
    return facts().rolesKnown() ? Truth.FALSE : Truth.UNKNOWN;
  }

  private Truth channel(Condition.Channel asked) {
    if (facts().channel() == null) return listed(false, Kind.CHANNEL);
    return Truth.of(facts().channel().compareTo(asked.atLeast()) >= 0);
  }

  /** Whether a record names, for every tie asked for, the question's own value or one above it. */
  private boolean covers(Map<Tie, Set<String>> record, Set<Tie> ties) {
    return ties.stream()
        .allMatch(tie -> record.getOrDefault(tie, Set.of()).stream().anyMatch(v -> covers(tie, v)));
  }

  private boolean covers(Tie tie, String value) {
    return switch (tie) {
      case PURPOSE -> within(Dimension.PURPOSE, value);
      case RECIPIENT -> recipient(value);
      case DATA -> pack.vocabulary().tree(Dimension.DATA).within(element, value);
      case SUBJECT, MODE -> value.equals(question.ties().get(tie));
    };
  }

  private boolean within(Dimension dimension, String value) {
    @Nullable String asked = question.terms().get(dimension);
    return asked != null && pack.vocabulary().tree(dimension).within(asked, value);
  }

  /** {@code partner} covers every partner, {@code partner/acme} only that one. */
  private boolean recipient(String value) {
    int slash = value.indexOf('/');
    if (slash < 0) return within(Dimension.RECIPIENT, value);
    return within(Dimension.RECIPIENT, value.substring(0, slash))
        && value.equals(question.ties().get(Tie.RECIPIENT));
  }
}
