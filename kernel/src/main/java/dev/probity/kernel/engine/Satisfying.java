// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.engine;

import dev.probity.kernel.clause.ChannelLevel;
import dev.probity.kernel.clause.Clause;
import dev.probity.kernel.clause.Condition;
import dev.probity.kernel.clause.ConsentLevel;
import dev.probity.kernel.clause.ConsentRule;
import dev.probity.kernel.clause.Match;
import dev.probity.kernel.clause.Pack;
import dev.probity.kernel.clause.Terms;
import dev.probity.kernel.clause.Tie;
import dev.probity.kernel.clause.Whose;
import dev.probity.kernel.question.Band;
import dev.probity.kernel.question.ConsentRecord;
import dev.probity.kernel.question.Document;
import dev.probity.kernel.question.NoticeGiven;
import dev.probity.kernel.term.Dimension;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Makes a draft such that a clause of a pack speaks to it, or a condition holds for it. */
record Satisfying(Pack pack, Words words, Dice dice) {
  void clause(Clause clause, Draft draft) {
    match(clause.match(), draft);
    clause.when().forEach(c -> condition(c, draft));
    switch (clause) {
      case Clause.Forbid c -> sometimes(c.unless(), draft);
      case Clause.Close c -> sometimes(c.unless(), draft);
      case Clause.Require c -> {
        sometimes(c.unless(), draft);
        sometimes(List.of(c.needs()), draft);
      }
      case Clause.Permit c -> {}
      case Clause.Outside c -> {}
      case Clause.Duty c -> {}
    }
  }

  private void sometimes(List<Condition> conditions, Draft draft) {
    if (!conditions.isEmpty() && dice.oneIn(2)) condition(dice.pick(conditions), draft);
  }

  void match(Match match, Draft draft) {
    for (Dimension dimension : Dimension.values()) {
      @Nullable Terms terms = match.terms().get(dimension);
      if (terms != null) state(dimension, meant(terms, dimension), draft);
    }
    if (match.bound() != null && dice.oneIn(2)) draft.raised = match.bound();
    if (draft.data.isEmpty()) draft.data.add(any(Dimension.DATA));
  }

  private String meant(Terms terms, Dimension dimension) {
    if (terms.anyBut() || terms.listed().isEmpty()) return any(dimension);
    return dice.pick(terms.listed());
  }

  private String any(Dimension dimension) {
    List<String> all = words.all(Space.of(dimension));
    return all.isEmpty() ? "unheard-of" : dice.pick(all);
  }

  static void state(Dimension dimension, String term, Draft draft) {
    switch (dimension) {
      case ACTION -> draft.action = term;
      case DATA -> {
        if (!draft.data.isEmpty()) draft.data.removeFirst();
        draft.data.addFirst(term);
      }
      case PURPOSE, RECIPIENT, POINT, SOURCE, TECHNOLOGY -> draft.terms.put(dimension, term);
    }
  }

  void condition(Condition condition, Draft draft) {
    switch (condition) {
      case Condition.Consent c -> draft.consents.add(consent(c, draft));
      case Condition.Choice c -> choose(c, draft);
      case Condition.Notice c ->
          draft.notices.add(new NoticeGiven(c.what(), dice.either("", pack.version())));
      case Condition.Relation c -> draft.relations.add(c.kind());
      case Condition.Evidence c -> draft.evidence.add(document(c, draft));
      case Condition.Region c -> {
        if (!c.in().isEmpty()) draft.regions.put(c.of(), within(dice.pick(c.in())));
      }
      case Condition.Age c -> draft.ages.put(c.of(), band(c));
      case Condition.Role c -> draft.roles.add(c.kind());
      case Condition.State c -> draft.states.add(c.kind());
      case Condition.Channel c -> draft.channel = dice.either(c.atLeast(), ChannelLevel.SECURE);
    }
  }

  private ConsentRecord consent(Condition.Consent asked, Draft draft) {
    boolean any = asked.id().equals(Condition.Consent.ANY);
    String id = any ? dice.pick(words.all(Space.CONSENT)) : asked.id();
    List<ConsentLevel> levels = new ArrayList<>(List.of(dice.either(ConsentLevel.values())));
    levels.add(asked.level() == null ? ConsentLevel.OPT_IN : asked.level());
    @Nullable ConsentRule rule = pack.consents().get(id);
    if (rule != null) levels.add(regime(rule, draft));
    return new ConsentRecord(
        id,
        ConsentRecord.Answer.GIVEN,
        dice.pick(levels),
        covers(asked.covers(), draft),
        dice.oneIn(2) ? null : draft.at.minus(Duration.ofDays(dice.below(3))),
        asked.withdrawn() ? draft.at.minusSeconds(dice.below(2)) : null);
  }

  /** A level that some place or channel asks for; half the time the draft goes there. */
  private ConsentLevel regime(ConsentRule rule, Draft draft) {
    List<String> keys = rule.regime().keySet().stream().sorted().toList();
    if (keys.isEmpty()) return rule.level();
    String key = dice.pick(keys);
    String channel = Levels.channel(key);
    if (!channel.isEmpty() && dice.oneIn(2)) draft.ties.put(Tie.MODE, channel.substring(1));
    if (dice.oneIn(2)) {
      String place = dice.oneIn(2) ? Levels.place(key) : dice.pick(words.all(Space.REGION));
      draft.regions.put(Whose.SUBJECT, dice.oneIn(3) ? place + "-ZZ" : place);
    }
    return dice.oneIn(3) ? rule.level() : rule.regime().getOrDefault(key, rule.level());
  }

  private void choose(Condition.Choice asked, Draft draft) {
    if (asked.ids().isEmpty()) return;
    Set<String> values = new TreeSet<>();
    if (!asked.is().isEmpty()) values.add(dice.pick(asked.is()));
    covers(asked.covers(), draft).values().forEach(values::addAll);
    draft.choices.put(dice.pick(asked.ids()), values);
  }

  private Document document(Condition.Evidence asked, Draft draft) {
    String kind = asked.kinds().isEmpty() ? Gathering.DEIDENTIFIED : dice.pick(asked.kinds());
    List<String> below =
        pack.vocabulary().evidence().parents().entrySet().stream()
            .filter(e -> e.getValue().equals(kind))
            .map(Map.Entry::getKey)
            .sorted()
            .toList();
    Instant from = draft.at.minus(Duration.ofDays(dice.below(40)));
    return new Document(
        dice.oneIn(2) ? "" : "d" + dice.below(9),
        below.isEmpty() || dice.oneIn(2) ? kind : dice.pick(below),
        covers(asked.covers(), draft),
        dice.oneIn(3) ? null : from,
        dice.oneIn(2) ? null : draft.at.plusSeconds(dice.below(3)));
  }

  /** Ties a record to what the draft asks; states it where the draft does not. */
  Map<Tie, Set<String>> covers(Set<Tie> ties, Draft draft) {
    Map<Tie, Set<String>> covers = new EnumMap<>(Tie.class);
    for (Tie tie : new TreeSet<>(ties)) covers.put(tie, Set.of(tied(tie, draft)));
    return covers;
  }

  private String tied(Tie tie, Draft draft) {
    return switch (tie) {
      case PURPOSE -> draft.terms.computeIfAbsent(Dimension.PURPOSE, this::any);
      case RECIPIENT -> {
        String kind = draft.terms.computeIfAbsent(Dimension.RECIPIENT, this::any);
        yield dice.oneIn(2) ? kind : party(kind, draft);
      }
      case DATA -> draft.data.getFirst();
      case SUBJECT -> draft.ties.computeIfAbsent(tie, t -> "somebody");
      case MODE -> draft.ties.computeIfAbsent(tie, t -> mode());
    };
  }

  private static String party(String kind, Draft draft) {
    draft.ties.put(Tie.RECIPIENT, kind + "/acme");
    return kind + "/acme";
  }

  String mode() {
    List<String> all = words.all(Space.WORD);
    return all.isEmpty() ? "mail" : dice.pick(all);
  }

  private String within(String region) {
    @Nullable Set<String> members = pack.vocabulary().regions().sets().get(region);
    if (members != null && !members.isEmpty() && dice.oneIn(2)) return dice.pick(members);
    return dice.oneIn(3) ? region + "-ZZ" : region;
  }

  private Band band(Condition.Age asked) {
    int bound = asked.bound();
    if (!asked.below()) return new Band(bound, bound + dice.below(3));
    int oldest = Math.max(bound - 1, 0);
    return new Band(Math.max(oldest - dice.below(3), 0), oldest);
  }

  List<Clause> decided() {
    List<Clause> clauses = new ArrayList<>(pack.clauses());
    clauses.removeIf(c -> c instanceof Clause.Duty);
    return clauses;
  }
}
