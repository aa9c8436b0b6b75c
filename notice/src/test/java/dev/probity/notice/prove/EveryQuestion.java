// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.prove;

import dev.probity.kernel.clause.ChannelLevel;
import dev.probity.kernel.clause.Condition;
import dev.probity.kernel.clause.ConsentLevel;
import dev.probity.kernel.clause.Tie;
import dev.probity.kernel.clause.Whose;
import dev.probity.kernel.question.Band;
import dev.probity.kernel.question.ConsentRecord;
import dev.probity.kernel.question.Document;
import dev.probity.kernel.question.Facts;
import dev.probity.kernel.question.Kind;
import dev.probity.kernel.question.NoticeGiven;
import dev.probity.kernel.question.Question;
import dev.probity.kernel.term.DataClass;
import dev.probity.kernel.term.Dimension;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Asks every question of a tiny world, one by one: what a prover must agree with. */
public final class EveryQuestion {
  private record Part(
      List<ConsentRecord> consents,
      Map<String, Set<String>> choices,
      Set<NoticeGiven> notices,
      List<Document> evidence,
      boolean relation,
      boolean state,
      @Nullable String region,
      @Nullable Band age,
      Set<String> roles,
      @Nullable ChannelLevel channel,
      Set<Kind> read) {
    Facts facts() {
      return new Facts(
          read,
          consents,
          choices,
          notices,
          relation ? Set.of("near") : Set.of(),
          evidence,
          region == null ? Map.of() : Map.of(Whose.SUBJECT, region),
          age == null ? Map.of() : Map.of(Whose.SUBJECT, age),
          roles,
          state ? Set.of("ready") : Set.of(),
          channel);
    }
  }

  private EveryQuestion() {}

  /** More than anybody waits for. */
  public static boolean tooMany(TinyWorld world) {
    long terms = 0;
    for (Question q : terms(world, TinyWorld.START)) terms += moded(q, world).size();
    return terms * facts(world, TinyWorld.START).size() > 4_000;
  }

  public static void of(
      TinyWorld world, List<Instant> moments, List<String> pins, Consumer<Question> ask) {
    for (Instant at : moments) {
      List<Facts> facts = facts(world, at);
      for (Question q : terms(world, at)) {
        for (Question m : moded(q, world)) {
          for (Facts f : facts) {
            ask.accept(m.withFacts(f));
            for (String pin : pins) ask.accept(m.withFacts(f).withPinned(pin));
          }
        }
      }
    }
  }

  private static List<Question> terms(TinyWorld world, Instant at) {
    List<Question> all = new ArrayList<>();
    for (String action : TinyWorld.WORDS.get(Dimension.ACTION)) {
      for (String data : TinyWorld.WORDS.get(Dimension.DATA)) {
        Question q = Question.of(action, List.of(data), at, Facts.UNKNOWN);
        all.add(q);
        all.add(q.withClass(DataClass.PII));
        all.add(q.withClass(DataClass.PHI));
      }
    }
    Set<Dimension> asked = EnumSet.noneOf(Dimension.class);
    asked.addAll(world.dimensions().subList(2, 3));
    // Why: a record may be tied to a purpose, and a point may fill one in.
    if (world.tied(Tie.PURPOSE)) asked.add(Dimension.PURPOSE);
    if (asked.contains(Dimension.PURPOSE)) asked.add(Dimension.POINT);
    for (Dimension d : asked) all.addAll(with(all, d));
    return all;
  }

  private static List<Question> with(List<Question> all, Dimension d) {
    List<Question> more = new ArrayList<>();
    List<String> words = TinyWorld.WORDS.get(d);
    for (Question q : all) for (String word : words) more.add(q.with(d, word));
    return more;
  }

  private static List<Question> moded(Question q, TinyWorld world) {
    if (!world.modesMatter()) return List.of(q);
    return List.of(q, q.with(Tie.MODE, "sms"), q.with(Tie.MODE, "on"), q.with(Tie.MODE, "post"));
  }

  private static List<Facts> facts(TinyWorld world, Instant at) {
    List<Part> parts = new ArrayList<>();
    parts.add(
        new Part(
            List.of(), Map.of(), Set.of(), List.of(), false, false, null, null, Set.of(), null,
            Set.of()));
    Map<Kind, Boolean> kinds = new EnumMap<>(Kind.class);
    for (Condition c : world.pool()) kinds.put(kind(c), true);
    if (world.regionsMatter()) kinds.put(Kind.REGION, true);
    for (Kind kind : kinds.keySet()) {
      List<UnaryOperator<Part>> ways = ways(kind, world, at);
      List<Part> more = new ArrayList<>();
      for (Part p : parts) {
        for (var way : ways) {
          more.add(way.apply(p));
          more.add(read(way.apply(p), kind));
        }
      }
      parts = more;
    }
    List<Facts> all = new ArrayList<>();
    for (Part p : parts) {
      all.add(p.facts());
      // Why: proof of de-identification lowers the class whether a condition asks for it or not.
      if (kinds.containsKey(Kind.EVIDENCE)) continue;
      Document proof = new Document("", "deid.passed", Map.of(), null, null);
      all.add(
          new Part(
                  p.consents(),
                  p.choices(),
                  p.notices(),
                  List.of(proof),
                  p.relation(),
                  p.state(),
                  p.region(),
                  p.age(),
                  p.roles(),
                  p.channel(),
                  p.read())
              .facts());
    }
    return all.stream().distinct().toList();
  }

  private static Kind kind(Condition c) {
    return switch (c) {
      case Condition.Consent x -> Kind.CONSENT;
      case Condition.Choice x -> Kind.CHOICE;
      case Condition.Notice x -> Kind.NOTICE;
      case Condition.Relation x -> Kind.RELATION;
      case Condition.Evidence x -> Kind.EVIDENCE;
      case Condition.Region x -> Kind.REGION;
      case Condition.Age x -> Kind.AGE;
      case Condition.Role x -> Kind.ROLE;
      case Condition.State x -> Kind.STATE;
      case Condition.Channel x -> Kind.CHANNEL;
    };
  }

  private static Part read(Part p, Kind kind) {
    Set<Kind> read = EnumSet.of(kind);
    read.addAll(p.read());
    return new Part(
        p.consents(),
        p.choices(),
        p.notices(),
        p.evidence(),
        p.relation(),
        p.state(),
        p.region(),
        p.age(),
        p.roles(),
        p.channel(),
        read);
  }

  private static List<UnaryOperator<Part>> ways(Kind kind, TinyWorld world, Instant at) {
    List<UnaryOperator<Part>> ways = new ArrayList<>();
    ways.add(p -> p);
    switch (kind) {
      case CONSENT -> {
        for (List<ConsentRecord> records : Papers.records(world))
          ways.add(
              p ->
                  new Part(
                      records,
                      p.choices(),
                      p.notices(),
                      p.evidence(),
                      p.relation(),
                      p.state(),
                      p.region(),
                      p.age(),
                      p.roles(),
                      p.channel(),
                      p.read()));
      }
      case EVIDENCE -> {
        for (List<Document> documents : Papers.documents(world, at))
          ways.add(
              p ->
                  new Part(
                      p.consents(),
                      p.choices(),
                      p.notices(),
                      documents,
                      p.relation(),
                      p.state(),
                      p.region(),
                      p.age(),
                      p.roles(),
                      p.channel(),
                      p.read()));
      }
      case CHOICE -> {
        List<Set<String>> values =
            List.of(
                Set.of(),
                Set.of("on"),
                Set.of("off"),
                Set.of("on", "off"),
                Set.of("sms"),
                Set.of("sms", "on"));
        for (Set<String> v : values)
          ways.add(
              p ->
                  new Part(
                      p.consents(),
                      Map.of("s", v),
                      p.notices(),
                      p.evidence(),
                      p.relation(),
                      p.state(),
                      p.region(),
                      p.age(),
                      p.roles(),
                      p.channel(),
                      p.read()));
      }
      case NOTICE -> {
        for (String version : List.of("", "1", "0", "2", "law"))
          ways.add(
              p ->
                  new Part(
                      p.consents(),
                      p.choices(),
                      Set.of(new NoticeGiven("shown", version)),
                      p.evidence(),
                      p.relation(),
                      p.state(),
                      p.region(),
                      p.age(),
                      p.roles(),
                      p.channel(),
                      p.read()));
      }
      case RELATION ->
          ways.add(
              p ->
                  new Part(
                      p.consents(),
                      p.choices(),
                      p.notices(),
                      p.evidence(),
                      true,
                      p.state(),
                      p.region(),
                      p.age(),
                      p.roles(),
                      p.channel(),
                      p.read()));
      case STATE ->
          ways.add(
              p ->
                  new Part(
                      p.consents(),
                      p.choices(),
                      p.notices(),
                      p.evidence(),
                      p.relation(),
                      true,
                      p.region(),
                      p.age(),
                      p.roles(),
                      p.channel(),
                      p.read()));
      case REGION -> {
        for (String region : List.of("US", "US-CA", "US-TX", "SE", "EEA", "BR"))
          ways.add(
              p ->
                  new Part(
                      p.consents(),
                      p.choices(),
                      p.notices(),
                      p.evidence(),
                      p.relation(),
                      p.state(),
                      region,
                      p.age(),
                      p.roles(),
                      p.channel(),
                      p.read()));
      }
      case AGE -> {
        for (int from : List.of(5, 13, 18))
          for (int to : List.of(5, 13, 18))
            if (from <= to)
              ways.add(
                  p ->
                      new Part(
                          p.consents(),
                          p.choices(),
                          p.notices(),
                          p.evidence(),
                          p.relation(),
                          p.state(),
                          p.region(),
                          new Band(from, to),
                          p.roles(),
                          p.channel(),
                          p.read()));
      }
      case ROLE -> {
        for (Set<String> roles : List.of(Set.of("x"), Set.of("y"), Set.of("x", "y")))
          ways.add(
              p ->
                  new Part(
                      p.consents(),
                      p.choices(),
                      p.notices(),
                      p.evidence(),
                      p.relation(),
                      p.state(),
                      p.region(),
                      p.age(),
                      roles,
                      p.channel(),
                      p.read()));
      }
      case CHANNEL -> {
        for (ChannelLevel level : ChannelLevel.values())
          ways.add(
              p ->
                  new Part(
                      p.consents(),
                      p.choices(),
                      p.notices(),
                      p.evidence(),
                      p.relation(),
                      p.state(),
                      p.region(),
                      p.age(),
                      p.roles(),
                      level,
                      p.read()));
      }
    }
    return ways;
  }

  /** Records and documents, up to two at once. */
  private static final class Papers {
    private static List<Map<Tie, Set<String>>> covers(TinyWorld world) {
      Set<Tie> ties = EnumSet.noneOf(Tie.class);
      for (Condition c : world.pool()) {
        if (c instanceof Condition.Consent x) ties.addAll(x.covers());
        if (c instanceof Condition.Evidence x) ties.addAll(x.covers());
      }
      List<Map<Tie, Set<String>>> ways = new ArrayList<>();
      ways.add(Map.of());
      if (ties.contains(Tie.PURPOSE))
        for (String v : List.of("p", "p.q", "z")) ways.add(Map.of(Tie.PURPOSE, Set.of(v)));
      if (ties.contains(Tie.DATA)) ways.add(Map.of(Tie.DATA, Set.of("a")));
      if (ties.contains(Tie.DATA)) ways.add(Map.of(Tie.DATA, Set.of("a", "b")));
      if (ties.contains(Tie.MODE)) ways.add(Map.of(Tie.MODE, Set.of("sms", "post", "on")));
      if (ties.containsAll(Set.of(Tie.MODE, Tie.PURPOSE)))
        ways.add(Map.of(Tie.MODE, Set.of("sms", "post", "on"), Tie.PURPOSE, Set.of("p", "z")));
      return ways;
    }

    static List<List<ConsentRecord>> records(TinyWorld world) {
      List<ConsentRecord> each = new ArrayList<>();
      var given = ConsentRecord.Answer.GIVEN;
      for (var covers : covers(world)) {
        for (ConsentLevel level :
            List.of(ConsentLevel.OPT_OUT, ConsentLevel.OPT_IN, ConsentLevel.AUTHORISATION))
          each.add(new ConsentRecord("c", given, level, covers, null, null));
        each.add(
            new ConsentRecord(
                "c", ConsentRecord.Answer.REFUSED, ConsentLevel.OPT_IN, covers, null, null));
        each.add(
            new ConsentRecord("c", given, ConsentLevel.AUTHORISATION, covers, null, Instant.EPOCH));
      }
      if (world.pool().stream()
          .anyMatch(c -> c instanceof Condition.Consent x && !x.id().equals("c")))
        each.add(
            new ConsentRecord(
                Condition.Consent.ANY,
                given,
                ConsentLevel.AUTHORISATION,
                covers(world).getLast(),
                null,
                null));
      return pairs(each);
    }

    static List<List<Document>> documents(TinyWorld world, Instant at) {
      List<Document> each = new ArrayList<>();
      for (var covers : covers(world)) {
        for (String kind : List.of("e", "e.f", "deid.passed")) {
          each.add(new Document("", kind, covers, at, null));
          if (!kind.equals("deid.passed"))
            each.add(new Document("", kind, covers, at.minusSeconds(86_400L * 30), null));
        }
      }
      return pairs(each);
    }

    private static <T> List<List<T>> pairs(List<T> each) {
      List<List<T>> all = new ArrayList<>();
      for (int i = 0; i < each.size(); i++) {
        all.add(List.of(each.get(i)));
        for (int j = i + 1; j < each.size(); j++) all.add(List.of(each.get(i), each.get(j)));
      }
      return all;
    }
  }
}
