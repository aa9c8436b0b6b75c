// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.prove;

import dev.probity.kernel.clause.ChannelLevel;
import dev.probity.kernel.clause.Condition;
import dev.probity.kernel.clause.Whose;
import dev.probity.kernel.question.Band;
import dev.probity.kernel.question.ConsentRecord;
import dev.probity.kernel.question.Document;
import dev.probity.kernel.question.Facts;
import dev.probity.kernel.question.Kind;
import dev.probity.kernel.question.NoticeGiven;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Everything that can be known in a tiny world, in every combination. Stateless. */
final class EveryFact {
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

  private EveryFact() {}

  static List<Facts> facts(TinyWorld world, Instant at) {
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
        for (List<ConsentRecord> records : EveryRecord.records(world))
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
        for (List<Document> documents : EveryRecord.documents(world, at))
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
}
