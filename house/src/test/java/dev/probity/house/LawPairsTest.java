// SPDX-License-Identifier: Apache-2.0
package dev.probity.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.probity.kernel.clause.Clause;
import dev.probity.kernel.clause.History;
import dev.probity.kernel.clause.Pack;
import dev.probity.kernel.clock.Frequency;
import dev.probity.kernel.clock.Span;
import dev.probity.kernel.decide.Effect;
import dev.probity.kernel.decide.Reference;
import dev.probity.kernel.question.Question;
import dev.probity.notice.pack.PackSource;
import dev.probity.notice.pack.Parameter;
import dev.probity.notice.pack.Time;
import dev.probity.notice.scenario.Ask;
import dev.probity.notice.scenario.Scenario;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The fourteen places where a notice here and a law say different things about one matter. */
class LawPairsTest {
  private static final int PAIRS = 14;
  private static final Pattern PAIR = Pattern.compile("pair (\\d+): .*");

  /** Pairs in which the law itself says no beside the notice, or where the notice does not. */
  private static final Set<Integer> LAW_CITED = Set.of(1, 3, 4, 5, 6, 7, 8, 9, 10, 12, 14);

  private static Stream<Scenario> scenarios() {
    return Repository.packs().stream().map(Packs::read).flatMap(p -> p.scenarios().stream());
  }

  private static Set<Integer> pairs(Stream<Scenario> scenarios) {
    Set<Integer> pairs = new TreeSet<>();
    scenarios
        .flatMap(s -> PAIR.matcher(s.name()).results())
        .map(MatchResult::group)
        .forEach(name -> pairs.add(Integer.valueOf(name.replaceAll("pair (\\d+).*", "$1"))));
    return pairs;
  }

  @Test
  void everyPairHasItsScenario() {
    assertEquals(IntStream.rangeClosed(1, PAIRS).boxed().toList(), List.copyOf(pairs(scenarios())));
  }

  @Test
  void theLawIsCitedWhereItSpeaks() {
    Set<Integer> cited =
        pairs(
            scenarios().filter(s -> s.expect().because().stream().anyMatch(c -> c.contains(":"))));
    assertEquals(new TreeSet<>(LAW_CITED), cited);
  }

  private static Parameter record(String law, String id) {
    return Packs.read(Repository.root().resolve("packs/statutes").resolve(law))
        .parameters()
        .stream()
        .filter(p -> p.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  /** Pair 1: ten business days are the most that American and Canadian law give; Europe none. */
  @Test
  void aWayOutOfMailTakesNoLongerThanTheLawsAllow() {
    for (Parameter p : List.of(record("can-spam", "canspam.optout"), record("casl", "casl.optout")))
      assertEquals(new Time.Counted(new Span.BusinessDays(10), "P10BD"), p.due());
    assertEquals(new Time.Promptly(), record("gdpr", "gdpr.object.marketing").due());
  }

  /** Pair 2: the notice's twelve months refuse what both of California's laws still give. */
  @Test
  void theTurnOfTheYearAndASecondRequestAreServed() {
    LocalDate december = LocalDate.of(2026, 12, 30);
    LocalDate january = LocalDate.of(2027, 1, 2);
    Frequency notice = Frequency.rolling(1, new Span.Months(12));
    Frequency shine = record("shine-the-light", "ca.shine").frequency().orElseThrow();
    Frequency ccpa = record("ccpa", "ccpa.know").frequency().orElseThrow();

    assertFalse(notice.allows(january, List.of(december)));
    assertTrue(shine.allows(january, List.of(december)));
    assertFalse(shine.allows(december, List.of(LocalDate.of(2026, 1, 2))));
    assertTrue(ccpa.allows(january, List.of(december)));
    assertFalse(ccpa.allows(january, List.of(december, december)));
  }

  /** Pair 12: whoever buys data about Europeans tells them within a month. */
  @Test
  void indirectCollectionIsToldWithinAMonth() {
    assertEquals(
        new Time.Counted(new Span.Months(1), "P1M"), record("gdpr", "gdpr.notice.indirect").due());
  }

  /** Pair 13: a later version that dropped a prohibition does not reach what came before it. */
  @Test
  void aLooserVersionDoesNotReachBack() {
    PackSource source = Packs.read(Repository.pack("ombre"));
    Pack old = source.pack();
    Pack looser = later(old, old.clauses().stream().filter(c -> !(c instanceof Clause.Forbid)));
    History history = source.history();
    Reference both =
        new Reference(
            new History(List.of(old, looser), history.pin(), history.until(), history.cite()));
    Question asked =
        source.scenarios().stream()
            .filter(s -> s.name().startsWith("pair 13:"))
            .map(s -> ((Ask.Decide) s.ask()).question())
            .findFirst()
            .orElseThrow();

    assertEquals(old.version(), asked.pinned());
    assertEquals(Effect.DENY, both.decide(asked).effect());
    assertTrue(both.decide(asked).pack().contains(old.version()));
    assertFalse(new Reference(History.of(looser)).decide(asked).because().contains("OMB-068b"));
  }

  private static Pack later(Pack pack, Stream<Clause> clauses) {
    return new Pack(
        pack.id(),
        "later",
        pack.inForce().atZone(ZoneOffset.UTC).plus(Period.ofYears(1)).toInstant(),
        "later",
        pack.vocabulary(),
        clauses.toList(),
        pack.points(),
        pack.consents(),
        pack.choices(),
        pack.evidence(),
        pack.overlays());
  }

  static Stream<Path> laid() {
    return Repository.packs().stream().filter(p -> !Packs.read(p).overlays().isEmpty());
  }

  @ParameterizedTest
  @MethodSource("laid")
  void noLawCountsAsAPromise(Path folder) {
    PackSource source = Packs.read(folder);
    Set<String> laws = new TreeSet<>();
    source.overlays().values().forEach(l -> laws.addAll(l.names()));
    assertTrue(source.names().stream().noneMatch(laws::contains));
    source
        .overlays()
        .forEach((id, law) -> assertEquals(Optional.of(law), source.law(law.header().id()), id));
  }

  /** A clause says "unverified" itself exactly where no checked record stands behind it. */
  @Test
  void whatWasNotCheckedSaysSo() {
    for (Path folder : Repository.statutes()) {
      PackSource law = Packs.read(folder);
      law.entries()
          .values()
          .forEach(
              e ->
                  assertEquals(
                      law.unverified(e.id()),
                      e.says().values().stream().allMatch(t -> t.contains("unverified")),
                      e.id()));
    }
  }
}
