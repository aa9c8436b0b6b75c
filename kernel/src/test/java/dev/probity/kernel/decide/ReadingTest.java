// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.decide;

import static dev.probity.kernel.decide.Effect.DENY;
import static dev.probity.kernel.decide.Effect.NOT_COVERED;
import static dev.probity.kernel.decide.Effect.OUT_OF_SCOPE;
import static dev.probity.kernel.decide.Effect.PERMIT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.probity.kernel.clause.Clause;
import dev.probity.kernel.clause.Condition;
import dev.probity.kernel.clause.Match;
import dev.probity.kernel.clause.Overlay;
import dev.probity.kernel.clause.Pack;
import dev.probity.kernel.engine.Compiled;
import dev.probity.kernel.question.Question;
import dev.probity.kernel.term.Dimension;
import dev.probity.kernel.term.Regions;
import dev.probity.kernel.term.Tree;
import dev.probity.kernel.term.Truth;
import dev.probity.kernel.term.Vocabulary;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The truth table of conditions, alone and in every place a condition can stand. */
final class ReadingTest {
  private static final Match ANY = new Match(Map.of(), null);

  /** Where a condition stands in a pack, and what its truth there means. */
  private enum Place {
    PERMIT_WHEN(PERMIT, DENY, DENY),
    FORBID_WHEN(DENY, PERMIT, DENY),
    FORBID_UNLESS(PERMIT, DENY, DENY),
    FORBID_EXCEPT(PERMIT, DENY, DENY),
    CLOSE_WHEN(DENY, NOT_COVERED, DENY),
    CLOSE_UNLESS(NOT_COVERED, DENY, DENY),
    REQUIRE(PERMIT, DENY, PERMIT),
    REQUIRE_WHEN(DENY, PERMIT, DENY),
    REQUIRE_UNLESS(PERMIT, DENY, DENY),
    OUTSIDE(OUT_OF_SCOPE, PERMIT, DENY),
    OVERLAY(DENY, PERMIT, DENY);

    private final Effect whenTrue;
    private final Effect whenFalse;
    private final Effect whenUnknown;

    Place(Effect whenTrue, Effect whenFalse, Effect whenUnknown) {
      this.whenTrue = whenTrue;
      this.whenFalse = whenFalse;
      this.whenUnknown = whenUnknown;
    }

    Effect effect(Truth truth) {
      return switch (truth) {
        case TRUE -> whenTrue;
        case FALSE -> whenFalse;
        case UNKNOWN -> whenUnknown;
      };
    }
  }

  private static Clause permit(String id, List<Condition> when) {
    return new Clause.Permit(id, id, ANY, when, List.of());
  }

  private static Clause forbid(List<Condition> when, List<Condition> unless, Set<String> except) {
    return new Clause.Forbid("F", "F", ANY, when, unless, except, List.of());
  }

  private static List<Clause> clauses(Place place, Condition c) {
    Clause all = permit("P", List.of());
    Condition never = new Condition.State("never");
    return switch (place) {
      case PERMIT_WHEN -> List.of(permit("P", List.of(c)));
      case FORBID_WHEN -> List.of(all, forbid(List.of(c), List.of(), Set.of()));
      case FORBID_UNLESS -> List.of(all, forbid(List.of(), List.of(c), Set.of()));
      case FORBID_EXCEPT ->
          List.of(permit("Q", List.of(c)), forbid(List.of(), List.of(), Set.of("Q")));
      case CLOSE_WHEN -> List.of(new Clause.Close("C", "C", ANY, List.of(c), List.of()));
      case CLOSE_UNLESS -> List.of(new Clause.Close("C", "C", ANY, List.of(), List.of(c)));
      case REQUIRE -> List.of(all, new Clause.Require("R", "R", ANY, List.of(), List.of(), c));
      case REQUIRE_WHEN ->
          List.of(all, new Clause.Require("R", "R", ANY, List.of(c), List.of(), never));
      case REQUIRE_UNLESS ->
          List.of(all, new Clause.Require("R", "R", ANY, List.of(), List.of(c), never));
      case OUTSIDE -> List.of(all, new Clause.Outside("O", "O", ANY, List.of(c), "elsewhere"));
      case OVERLAY -> List.of(all);
    };
  }

  private static Pack pack(Place place, Condition c) {
    if (place != Place.OVERLAY) return pack("notice", clauses(place, c), List.of());
    Pack law = pack("law", List.of(forbid(List.of(), List.of(), Set.of())), List.of());
    return pack("notice", clauses(place, c), List.of(new Overlay("L", ANY, List.of(c), law)));
  }

  private static Pack pack(String id, List<Clause> clauses, List<Overlay> overlays) {
    return new Pack(
        id,
        "v1",
        TruthTable.AT,
        "d",
        VOCABULARY,
        clauses,
        Map.of(),
        TruthTable.CONSENTS,
        TruthTable.CHOICES,
        TruthTable.EVIDENCE,
        overlays);
  }

  private static final Vocabulary VOCABULARY =
      new Vocabulary(
          Map.of(
              Dimension.DATA,
              new Tree(Map.of("health", "", "health.sign", "health")),
              Dimension.PURPOSE,
              new Tree(Map.of("ads", "", "ads.own", "ads", "ads.own.mail", "ads.own")),
              Dimension.RECIPIENT,
              new Tree(Map.of("partner", "", "clinic", ""))),
          new Tree(
              Map.of("order", "", "order.court", "order", "order.old", "order", "licence", "")),
          Map.of(),
          new Regions(Map.of("EEA", Set.of("DE", "SE"))));

  private static Question question(TruthTable.Row row) {
    return new Question(
        "use",
        List.of(TruthTable.ELEMENT),
        Map.of(Dimension.PURPOSE, TruthTable.PURPOSE, Dimension.RECIPIENT, TruthTable.RECIPIENT),
        null,
        false,
        TruthTable.TIES,
        TruthTable.AT,
        null,
        row.facts());
  }

  @TestFactory
  Stream<DynamicTest> conditionsReadTheFacts() {
    return TruthTable.rows()
        .map(
            row ->
                dynamicTest(
                    row.condition().text() + ", " + row.name(),
                    () ->
                        assertEquals(
                            row.truth(),
                            new Reading(
                                    pack(Place.PERMIT_WHEN, row.condition()),
                                    question(row),
                                    TruthTable.ELEMENT)
                                .of(row.condition()))));
  }

  @TestFactory
  Stream<DynamicTest> truthMeansWhatItsPlaceSays() {
    return Stream.of(Place.values())
        .flatMap(
            place ->
                TruthTable.rows()
                    .map(
                        row ->
                            dynamicTest(
                                place + ": " + row.condition().text() + ", " + row.name(),
                                () -> inPlace(place, row))));
  }

  private static void inPlace(Place place, TruthTable.Row row) {
    Pack pack = pack(place, row.condition());
    Effect expected = place.effect(row.truth());
    boolean never = row.truth() == Truth.FALSE && !row.condition().changeable();
    if (place == Place.PERMIT_WHEN && never) expected = NOT_COVERED;
    if (place == Place.REQUIRE_WHEN || place == Place.REQUIRE_UNLESS) {
      if (row.facts().read().isEmpty() && expected == DENY) expected = PERMIT;
    }
    for (Decider engine : List.of(Reference.of(pack), Compiled.of(pack))) {
      Decision decision = engine.decide(question(row));
      assertEquals(expected, decision.effect(), decision::toString);
      boolean waits = place == Place.REQUIRE && row.truth() == Truth.UNKNOWN;
      if (place == Place.REQUIRE) assertEquals(waits, !decision.acts().isEmpty());
    }
  }

  @Test
  void everyKindIsSeenTrueFalseAndUnknown() {
    Map<Class<?>, Set<Truth>> seen =
        TruthTable.rows()
            .collect(
                Collectors.groupingBy(
                    r -> r.condition().getClass(),
                    Collectors.mapping(
                        TruthTable.Row::truth,
                        Collectors.toCollection(() -> EnumSet.noneOf(Truth.class)))));
    assertEquals(Set.of(Condition.class.getPermittedSubclasses()), seen.keySet());
    seen.forEach((kind, truths) -> assertEquals(EnumSet.allOf(Truth.class), truths, kind::getName));
  }
}
