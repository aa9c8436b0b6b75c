// SPDX-License-Identifier: Apache-2.0
package dev.probity.bench;

import dev.probity.kernel.clause.ConsentLevel;
import dev.probity.kernel.clause.Whose;
import dev.probity.kernel.question.Band;
import dev.probity.kernel.question.ConsentRecord;
import dev.probity.kernel.question.Document;
import dev.probity.kernel.question.Facts;
import dev.probity.kernel.question.Kind;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is on file of an invented person, as an application holds it: names and dates. Immutable.
 *
 * @param age unknown below zero
 * @param place unknown where empty
 */
record Person(
    int age, String place, List<Yes> consents, List<Signal> signals, List<Contract> contracts) {
  static final EnumSet<Kind> LOOKED_UP =
      EnumSet.complementOf(EnumSet.of(Kind.AGE, Kind.REGION, Kind.CHANNEL));

  record Yes(String id, Instant from, @Nullable Instant withdrawn) {}

  record Signal(String id, String value) {}

  record Contract(String kind, Instant from, Instant until) {}

  static Person drawn(Draw draw) {
    List<Yes> consents = new ArrayList<>();
    for (String id : World.CONSENTS) if (draw.percent(50)) consents.add(yes(draw, id));
    List<Signal> signals = new ArrayList<>();
    for (String id : World.SIGNALS) {
      if (draw.percent(60))
        signals.add(new Signal(own(id), own(draw.percent(35) ? World.ON : World.OFF)));
    }
    List<Contract> contracts = new ArrayList<>();
    for (String kind : World.EVIDENCE) {
      Instant from = day(draw.between(0, World.DAYS / 2));
      Instant until = from.plus(draw.between(30, World.DAYS), ChronoUnit.DAYS);
      if (draw.percent(60)) contracts.add(new Contract(own(kind), from, until));
    }
    return new Person(
        draw.percent(5) ? -1 : draw.between(8, 70),
        draw.percent(5) ? "" : own(draw.one(World.PLACES)),
        consents,
        signals,
        contracts);
  }

  private static Yes yes(Draw draw, String id) {
    Instant from = day(draw.between(-200, 150));
    boolean ends = draw.percent(20);
    return new Yes(
        own(id), from, ends ? from.plus(draw.between(1, World.DAYS), ChronoUnit.DAYS) : null);
  }

  static Instant day(int number) {
    return World.IN_FORCE.plus(number, ChronoUnit.DAYS);
  }

  /** Names reach a service as strings of their own, not as the vocabulary's. */
  @SuppressWarnings("StringOperationCanBeSimplified")
  static String own(String word) {
    return new String(word.toCharArray());
  }

  Facts facts() {
    List<ConsentRecord> given = new ArrayList<>();
    for (Yes y : consents) {
      given.add(
          new ConsentRecord(
              y.id,
              ConsentRecord.Answer.GIVEN,
              ConsentLevel.OPT_IN,
              Map.of(),
              y.from,
              y.withdrawn));
    }
    Map<String, Set<String>> choices = new HashMap<>();
    for (Signal s : signals) choices.put(s.id, Set.of(s.value));
    List<Document> files = new ArrayList<>();
    for (Contract c : contracts) files.add(new Document("", c.kind, Map.of(), c.from, c.until));
    return new Facts(
        LOOKED_UP,
        given,
        choices,
        Set.of(),
        Set.of(),
        files,
        place.isEmpty() ? Map.of() : Map.of(Whose.SUBJECT, place),
        age < 0 ? Map.of() : Map.of(Whose.SUBJECT, Band.exactly(age)),
        Set.of(),
        Set.of(),
        null);
  }

  /** What holds at a moment, worked out here and by none of the engines. */
  Set<String> holding(Instant at) {
    Set<String> holding = new HashSet<>();
    for (Yes y : consents) {
      boolean over = y.withdrawn != null && !y.withdrawn.isAfter(at);
      if (!y.from.isAfter(at) && !over) holding.add(y.id);
    }
    for (Signal s : signals) if (s.value.equals(World.ON)) holding.add(s.id);
    for (Contract c : contracts) {
      if (!c.from.isAfter(at) && at.isBefore(c.until)) holding.add(c.kind);
    }
    return Set.copyOf(holding);
  }
}
