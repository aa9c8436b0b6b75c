// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.probity.kernel.clause.ChannelLevel;
import dev.probity.kernel.clause.ConsentLevel;
import dev.probity.kernel.clause.Tie;
import dev.probity.kernel.clause.Whose;
import dev.probity.kernel.fault.Fault;
import dev.probity.kernel.question.Band;
import dev.probity.kernel.question.ConsentRecord;
import dev.probity.kernel.question.Document;
import dev.probity.kernel.question.Facts;
import dev.probity.kernel.question.Kind;
import dev.probity.kernel.question.NoticeGiven;
import dev.probity.kernel.question.Question;
import dev.probity.kernel.term.DataClass;
import dev.probity.kernel.term.Dimension;
import dev.probity.notice.TinyPack;
import dev.probity.notice.pack.Words;
import dev.probity.notice.yaml.YamlReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whatever can be asked and found comes back from its own file just as it was. */
final class QuestionFileTest {
  private static final List<Instant> TIMES =
      List.of(Instant.parse("2024-02-29T00:00:00Z"), Instant.parse("2021-05-06T07:08:09.5Z"));
  private static final Map<String, Set<String>> DECLARED =
      Map.of("consent", Set.of("letter"), "choice", Set.of("cookies"));
  private final Random dice = new Random(11);

  @Test
  void aQuestionReadFromItsFileIsTheSame() {
    for (int i = 0; i < 500; i++) {
      Question question = question();
      String file = json(QuestionFile.tree(question));
      List<Fault> faults = new ArrayList<>();
      Words words = new Words(TinyPack.LEXICON, DECLARED, faults);
      var ask =
          YamlReader.read("question", file, faults)
              .flatMap(node -> new AskReader(words, Instant.EPOCH).file(node));
      assertEquals(List.of(), faults, file);
      assertEquals(new Ask.Decide(question), ask.orElseThrow(), file);
    }
  }

  private Question question() {
    List<String> data = dice.nextBoolean() ? List.of("health") : List.of("contact.email", "net.ip");
    Question q = Question.of("disclose", data, one(TIMES), facts()).withJoined(dice.nextBoolean());
    if (dice.nextBoolean()) q = q.with(Dimension.PURPOSE, "marketing");
    if (dice.nextBoolean()) q = q.with(Dimension.RECIPIENT, "supplier");
    if (q.term(Dimension.RECIPIENT).isPresent() && dice.nextBoolean())
      q = q.with(Tie.RECIPIENT, "supplier/acme");
    if (dice.nextBoolean()) q = q.with(Dimension.SOURCE, "subject");
    if (dice.nextBoolean()) q = q.with(Dimension.TECHNOLOGY, "cookie");
    if (dice.nextBoolean()) q = q.with(Tie.MODE, "mail");
    if (dice.nextBoolean()) q = q.with(Tie.SUBJECT, "yes");
    if (dice.nextBoolean()) q = q.withClass(one(List.of(DataClass.values())));
    return dice.nextBoolean() ? q.withPinned("2020-01-01") : q;
  }

  private Facts facts() {
    Set<Kind> read = EnumSet.noneOf(Kind.class);
    for (Kind kind : Kind.values()) if (dice.nextBoolean()) read.add(kind);
    return new Facts(
        read,
        some(this::consent),
        maybe(Map.of("cookies", dice.nextBoolean() ? Set.of("yes", "no", "on") : Set.of())),
        Set.copyOf(maybe(List.of(new NoticeGiven("presented", ""), version()))),
        Set.copyOf(maybe(List.of("supplier-of"))),
        some(this::document),
        maybe(Map.of(Whose.SUBJECT, "US-CA", Whose.DESTINATION, "EEA")),
        maybe(Map.of(Whose.SUBJECT, band(), Whose.ACTOR, Band.exactly(40))),
        Set.copyOf(maybe(List.of("controller", "covered-entity"))),
        Set.copyOf(maybe(List.of("scheduled"))),
        dice.nextBoolean() ? one(List.of(ChannelLevel.values())) : null);
  }

  private NoticeGiven version() {
    return new NoticeGiven("presented", "2021-05-06");
  }

  /** A refusal has no level of its own, and what was withdrawn long ago had the highest. */
  private ConsentRecord consent() {
    var answer = one(List.of(ConsentRecord.Answer.values()));
    Instant ended = dice.nextBoolean() ? one(TIMES) : dice.nextBoolean() ? Instant.EPOCH : null;
    boolean highest = answer == ConsentRecord.Answer.REFUSED || Instant.EPOCH.equals(ended);
    ConsentLevel level = highest ? ConsentLevel.AUTHORISATION : one(List.of(ConsentLevel.values()));
    return new ConsentRecord(
        one(List.of("letter", "purpose")),
        answer,
        level,
        covers(),
        dice.nextBoolean() ? one(TIMES) : null,
        ended);
  }

  private Document document() {
    return new Document(
        dice.nextBoolean() ? "" : "order-1",
        "legal.demand",
        covers(),
        dice.nextBoolean() ? one(TIMES) : null,
        dice.nextBoolean() ? one(TIMES) : null);
  }

  private Map<Tie, Set<String>> covers() {
    return maybe(Map.of(Tie.PURPOSE, Set.of("marketing", "research"), Tie.MODE, Set.of("mail")));
  }

  private Band band() {
    return one(List.of(new Band(0, 12), new Band(13, Band.OLDEST), new Band(0, Band.OLDEST)));
  }

  private <T> T one(List<T> of) {
    return of.get(dice.nextInt(of.size()));
  }

  private <T> List<T> some(Supplier<T> one) {
    List<T> some = new ArrayList<>();
    for (int n = dice.nextInt(3); n > 0; n--) some.add(one.get());
    return some;
  }

  private <T> List<T> maybe(List<T> all) {
    return all.stream().filter(x -> dice.nextBoolean()).toList();
  }

  private <K, V> Map<K, V> maybe(Map<K, V> all) {
    Map<K, V> some = new LinkedHashMap<>(all);
    some.keySet().removeIf(k -> dice.nextBoolean());
    return some;
  }

  private static String json(Object tree) {
    return switch (tree) {
      case Map<?, ?> map ->
          map.entrySet().stream()
              .map(e -> "\"" + e.getKey() + "\": " + json(e.getValue()))
              .collect(Collectors.joining(", ", "{", "}"));
      case Collection<?> items ->
          items.stream().map(QuestionFileTest::json).collect(Collectors.joining(", ", "[", "]"));
      default -> "\"" + tree + "\"";
    };
  }
}
