// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.question;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.probity.kernel.clause.ChannelLevel;
import dev.probity.kernel.clause.Clause;
import dev.probity.kernel.clause.Condition;
import dev.probity.kernel.clause.ConsentLevel;
import dev.probity.kernel.clause.Match;
import dev.probity.kernel.clause.Pack;
import dev.probity.kernel.clause.Whose;
import dev.probity.kernel.decide.Effect;
import dev.probity.kernel.decide.Reference;
import dev.probity.kernel.term.Regions;
import dev.probity.kernel.term.Tree;
import dev.probity.kernel.term.Vocabulary;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A caller who lies about every kind of fact, to open a door and to keep one open. */
final class ClaimsTest {
  private static final Instant AT = Instant.parse("2022-03-01T00:00:00Z");

  /** What only the system may say, only a document on file, or anybody where nothing is held. */
  private enum Standing {
    SYSTEM,
    ON_FILE,
    CALLER
  }

  /**
   * @param door the condition that opens it
   * @param lie what would make it true
   * @param held what the system knows otherwise
   */
  private record Lie(Kind kind, Standing standing, Condition door, Given lie, Given held) {}

  private static Stream<Lie> lies() {
    return Stream.of(
        new Lie(
            Kind.CONSENT,
            Standing.SYSTEM,
            new Condition.Consent("mail", ConsentLevel.OPT_IN, Set.of(), false),
            Given.read().consent("mail", ConsentLevel.AUTHORISATION),
            Given.read().consent("mail", ConsentLevel.IMPLIED)),
        new Lie(
            Kind.CHOICE,
            Standing.SYSTEM,
            new Condition.Choice(Set.of("dnt"), Set.of("off"), Set.of()),
            Given.read().choice("dnt", "off"),
            Given.read().choice("dnt", "on")),
        new Lie(
            Kind.NOTICE,
            Standing.SYSTEM,
            new Condition.Notice("presented"),
            Given.read().notice("presented", ""),
            Given.read()),
        new Lie(
            Kind.RELATION,
            Standing.SYSTEM,
            new Condition.Relation("supplier-of"),
            Given.read().relation("supplier-of"),
            Given.read()),
        new Lie(
            Kind.STATE,
            Standing.SYSTEM,
            new Condition.State("scheduled"),
            Given.read().state("scheduled"),
            Given.read().state("enrolled")),
        new Lie(
            Kind.AGE,
            Standing.SYSTEM,
            new Condition.Age(Whose.SUBJECT, false, 18, false),
            Given.read().age(Whose.SUBJECT, 30, 30),
            Given.read().age(Whose.SUBJECT, 12, 12)),
        new Lie(
            Kind.EVIDENCE,
            Standing.ON_FILE,
            new Condition.Evidence(Set.of("order"), Set.of()),
            Given.read().evidence("7", "order", Map.of(), null, null),
            Given.read()),
        new Lie(
            Kind.REGION,
            Standing.CALLER,
            new Condition.Region(Whose.SUBJECT, Set.of("US-NY")),
            Given.read().region(Whose.SUBJECT, "US-NY"),
            Given.read().region(Whose.SUBJECT, "US-CA")),
        new Lie(
            Kind.ROLE,
            Standing.CALLER,
            new Condition.Role("processor"),
            Given.read().role("processor"),
            Given.read().role("controller")),
        new Lie(
            Kind.CHANNEL,
            Standing.CALLER,
            new Condition.Channel(ChannelLevel.SECURE),
            Given.read().channel(ChannelLevel.SECURE),
            Given.read().channel(ChannelLevel.PLAIN)));
  }

  private static Effect ask(Condition door, Facts facts) {
    Match any = new Match(Map.of(), null);
    Pack pack =
        new Pack(
            "notice",
            "v1",
            AT,
            "d",
            new Vocabulary(Map.of(), Tree.EMPTY, Map.of(), Regions.NONE),
            List.of(new Clause.Permit("P", "P", any, List.of(door), List.of())),
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of(),
            List.of());
    return Reference.of(pack).decide(Question.of("use", List.of("name"), AT, facts)).effect();
  }

  @TestFactory
  Stream<DynamicTest> whatIsNotHeldIsBelievedOnlyOfWhomItMayBe() {
    return lies()
        .map(
            lie ->
                dynamicTest(
                    lie.kind + " to a system that read nothing",
                    () -> {
                      Claims claims = new Claims(lie.lie.facts(), Set.of("7"));
                      Facts facts = claims.addTo(Facts.UNKNOWN, List.of());
                      boolean believed = lie.standing == Standing.CALLER;
                      Effect expected = believed ? Effect.PERMIT : Effect.DENY;
                      assertEquals(expected, ask(lie.door, facts));
                      if (!believed) assertEquals(Facts.UNKNOWN, facts);
                    }));
  }

  @TestFactory
  Stream<DynamicTest> whatIsHeldBeatsEveryClaim() {
    return lies()
        .map(
            lie ->
                dynamicTest(
                    lie.kind + " to a system that knows better",
                    () -> {
                      Facts held = lie.held.facts();
                      Claims claims = new Claims(lie.lie.facts(), Set.of());
                      assertEquals(Effect.PERMIT, ask(lie.door, lie.lie.facts()), "the lie works");
                      assertEquals(held, claims.addTo(held, List.of()));
                    }));
  }

  /** A claim that everything was read must not turn silence into an opt-out consent. */
  @TestFactory
  Stream<DynamicTest> aCallerCannotClaimThatSomethingWasRead() {
    return Stream.of(Kind.values())
        .map(
            kind ->
                dynamicTest(
                    kind.name(),
                    () -> {
                      Claims claims = new Claims(Given.read().facts(), Set.of());
                      Facts facts = claims.addTo(Facts.UNKNOWN, List.of());
                      assertTrue(facts.read().isEmpty());
                    }));
  }

  @Test
  void evidenceCountsByTheIdOfADocumentOnFile() {
    Condition door = new Condition.Evidence(Set.of("order"), Set.of());
    List<Document> onFile =
        List.of(
            new Document("7", "order", Map.of(), null, null),
            new Document("8", "letter", Map.of(), null, null),
            new Document("", "order", Map.of(), null, null));
    Facts held = Given.read().facts();
    assertEquals(Effect.PERMIT, ask(door, cited("7").addTo(held, onFile)));
    assertEquals(Effect.DENY, ask(door, cited("8").addTo(held, onFile)));
    assertEquals(Effect.DENY, ask(door, cited("9").addTo(held, onFile)));
    assertEquals(Effect.DENY, ask(door, cited("").addTo(held, onFile)));
  }

  private static Claims cited(String id) {
    return new Claims(Facts.UNKNOWN, Set.of(id));
  }

  @Test
  void noKindIsLeftOut() {
    assertEquals(
        EnumSet.allOf(Kind.class),
        lies().map(Lie::kind).collect(Collectors.toCollection(() -> EnumSet.noneOf(Kind.class))));
  }
}
