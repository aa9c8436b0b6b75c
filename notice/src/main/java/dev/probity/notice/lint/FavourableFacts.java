// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.lint;

import dev.probity.kernel.clause.ChannelLevel;
import dev.probity.kernel.clause.Condition;
import dev.probity.kernel.clause.ConsentLevel;
import dev.probity.kernel.clause.Tie;
import dev.probity.kernel.clause.Whose;
import dev.probity.kernel.question.Band;
import dev.probity.kernel.question.ConsentRecord;
import dev.probity.kernel.question.Document;
import dev.probity.kernel.question.Facts;
import dev.probity.kernel.question.NoticeGiven;
import dev.probity.kernel.question.Question;
import dev.probity.kernel.term.Dimension;
import dev.probity.notice.pack.PackSource;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Facts that make given conditions true for given terms: a record for each consent, a document for
 * each kind of evidence, and so on; then the same with every record and document of the pack on
 * file, in each of its regions. Whether the conditions do hold is for the kernel to say. One
 * thread.
 */
final class FavourableFacts {
  private static final String MODE = "mode";
  private static final Period BEFORE = Period.ofDays(1);

  private final PackSource source;
  private final List<Condition> everything;

  FavourableFacts(PackSource source) {
    this.source = source;
    this.everything =
        Conditions.read(source).stream()
            .filter(
                c ->
                    c instanceof Condition.Evidence
                        || c instanceof Condition.Notice
                        || (c instanceof Condition.Consent consent && !consent.withdrawn()))
            .distinct()
            .toList();
  }

  List<Question> ways(Question terms, List<Condition> conditions) {
    Question tied = terms.with(Tie.MODE, MODE).with(Tie.SUBJECT, "self");
    List<Question> ways = new ArrayList<>();
    ways.add(under(tied, conditions, List.of(), ""));
    ways.add(under(tied, conditions, everything, ""));
    source.header().regions().stream()
        .sorted()
        .forEach(region -> ways.add(under(tied, conditions, everything, region)));
    return ways;
  }

  private Question under(
      Question question, List<Condition> conditions, List<Condition> more, String region) {
    Making making = new Making(question, source);
    if (!region.isEmpty()) making.regions.put(Whose.SUBJECT, region);
    more.forEach(making::holds);
    conditions.forEach(making::holds);
    return question.withFacts(making.facts());
  }

  /** Facts being put together for one question. */
  private static final class Making {
    private final Question question;
    private final PackSource source;
    private final List<ConsentRecord> consents = new ArrayList<>();
    private final Map<String, Set<String>> choices = new HashMap<>();
    private final Set<NoticeGiven> notices = new HashSet<>();
    private final Set<String> relations = new HashSet<>();
    private final List<Document> evidence = new ArrayList<>();
    private final Map<Whose, String> regions = new EnumMap<>(Whose.class);
    private final Map<Whose, Band> ages = new EnumMap<>(Whose.class);
    private final Set<String> roles = new HashSet<>();
    private final Set<String> states = new HashSet<>();

    Making(Question question, PackSource source) {
      this.question = question;
      this.source = source;
    }

    void holds(Condition condition) {
      switch (condition) {
        case Condition.Consent c -> consents.add(record(c));
        case Condition.Choice c -> choices.putIfAbsent(first(c.ids()), chosen(c));
        case Condition.Notice c -> notices.add(new NoticeGiven(c.what(), ""));
        case Condition.Relation c -> relations.add(c.kind());
        case Condition.Evidence c ->
            evidence.add(new Document("", first(c.kinds()), ties(), yesterday(), null));
        case Condition.Region c -> regions.merge(c.of(), first(c.in()), this::narrower);
        case Condition.Age c -> ages.putIfAbsent(c.of(), Band.exactly(age(c)));
        case Condition.Role c -> roles.add(c.kind());
        case Condition.State c -> states.add(c.kind());
        case Condition.Channel c -> {}
      }
    }

    /** Of two places the one inside the other; else the later. */
    private String narrower(String one, String other) {
      var regionsOfPack = source.pack().vocabulary().regions();
      return regionsOfPack.inside(one, other) == dev.probity.kernel.term.Truth.TRUE ? one : other;
    }

    private static int age(Condition.Age c) {
      return c.below() ? Math.max(0, c.bound() - 1) : c.bound();
    }

    private ConsentRecord record(Condition.Consent c) {
      return new ConsentRecord(
          c.id(),
          ConsentRecord.Answer.GIVEN,
          ConsentLevel.AUTHORISATION,
          ties(),
          null,
          c.withdrawn() ? Instant.EPOCH : null);
    }

    private static Set<String> chosen(Condition.Choice c) {
      return c.is().isEmpty() ? Set.of(MODE) : Set.of(first(c.is()));
    }

    private Instant yesterday() {
      return question.at().minus(BEFORE);
    }

    /** Everything in the question, so that a tie to any part of it holds. */
    private Map<Tie, Set<String>> ties() {
      Map<Tie, Set<String>> ties = new EnumMap<>(Tie.class);
      ties.put(Tie.DATA, Set.copyOf(question.data()));
      question.term(Dimension.PURPOSE).ifPresent(p -> ties.put(Tie.PURPOSE, Set.of(p)));
      question.term(Dimension.RECIPIENT).ifPresent(r -> ties.put(Tie.RECIPIENT, Set.of(r)));
      question.ties().forEach((tie, value) -> ties.put(tie, Set.of(value)));
      return ties;
    }

    private static String first(Set<String> words) {
      return words.stream().sorted().findFirst().orElse("");
    }

    Facts facts() {
      Facts read = Facts.NOTHING_THERE;
      return new Facts(
          read.read(),
          consents,
          choices,
          notices,
          relations,
          evidence,
          regions,
          ages,
          roles,
          states,
          ChannelLevel.PLAIN);
    }
  }
}
