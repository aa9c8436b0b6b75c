// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.prove;

import dev.probity.kernel.clause.Condition;
import dev.probity.kernel.clause.ConsentLevel;
import dev.probity.kernel.clause.Tie;
import dev.probity.kernel.question.ConsentRecord;
import dev.probity.kernel.question.Document;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Records and documents, up to two at once. */
final class EveryRecord {
  private EveryRecord() {}

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
