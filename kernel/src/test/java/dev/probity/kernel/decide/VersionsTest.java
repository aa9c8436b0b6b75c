// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.decide;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.probity.kernel.clause.Act;
import dev.probity.kernel.clause.Clause;
import dev.probity.kernel.clause.Condition;
import dev.probity.kernel.clause.History;
import dev.probity.kernel.clause.Match;
import dev.probity.kernel.clause.Overlay;
import dev.probity.kernel.clause.Pack;
import dev.probity.kernel.clause.Terms;
import dev.probity.kernel.engine.Compiled;
import dev.probity.kernel.question.Facts;
import dev.probity.kernel.question.Given;
import dev.probity.kernel.question.Question;
import dev.probity.kernel.term.Dimension;
import dev.probity.kernel.term.Regions;
import dev.probity.kernel.term.Tree;
import dev.probity.kernel.term.Vocabulary;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Versions, pins, overlays and several elements, each in the smallest notice that shows it. */
final class VersionsTest {
  private static final Instant FIRST = Instant.parse("2020-01-01T00:00:00Z");
  private static final Instant SECOND = Instant.parse("2021-01-01T00:00:00Z");
  private static final Condition SENT = new Condition.Notice("change-sent");

  private static Clause permit(String id, String data, String act) {
    Match match = new Match(Map.of(Dimension.DATA, Terms.of(data)), null);
    return new Clause.Permit(id, id, match, List.of(), List.of(new Act(act, "")));
  }

  private static Clause forbid(String id, String data) {
    Match match = new Match(Map.of(Dimension.DATA, Terms.of(data)), null);
    return new Clause.Forbid(id, id, match, List.of(), List.of(), java.util.Set.of(), List.of());
  }

  private static Pack pack(
      String id, String version, Instant from, List<Clause> clauses, Overlay... overlays) {
    return new Pack(
        id,
        version,
        from,
        "d",
        new Vocabulary(Map.of(), Tree.EMPTY, Map.of(), Regions.NONE),
        clauses,
        Map.of(),
        Map.of(),
        Map.of(),
        Map.of(),
        List.of(overlays));
  }

  private static final Pack OLD =
      pack("n", "old", FIRST, List.of(permit("A", "name", "record"), permit("B", "mail", "mark")));
  private static final Pack NEW =
      pack(
          "n",
          "new",
          SECOND,
          List.of(
              permit("A", "name", "tell"), permit("C", "phone", "record"), forbid("D", "mail")));

  private static Decision decide(History history, Question question) {
    Decision meant = new Reference(history).decide(question);
    assertEquals(meant, Compiled.of(history).decide(question));
    return meant;
  }

  private static History pinned(History.Pin pin) {
    return new History(List.of(NEW, OLD), pin, List.of(SENT), "PIN");
  }

  private static Question ask(Instant at, String... data) {
    return Question.of("collect", List.of(data), at, Given.read().facts());
  }

  @Test
  void theVersionInForceAtTheEventDecides() {
    History history = pinned(History.Pin.NONE);
    assertEquals("n@old#d", decide(history, ask(SECOND.minusNanos(1), "mail")).pack());
    assertEquals(Effect.PERMIT, decide(history, ask(SECOND.minusNanos(1), "mail")).effect());
    assertEquals(Effect.DENY, decide(history, ask(SECOND, "mail")).effect());
  }

  @Test
  void beforeTheFirstVersionNothingIsCovered() {
    Decision decision = decide(pinned(History.Pin.NONE), ask(FIRST.minusNanos(1), "name"));
    assertEquals(Effect.NOT_COVERED, decision.effect());
    assertEquals("", decision.pack());
  }

  @Test
  void aWholePinKeepsTheOldVersion() {
    Question question = ask(SECOND, "mail").withPinned("old");
    assertEquals(Effect.PERMIT, decide(pinned(History.Pin.ALL), question).effect());
    assertEquals("n@old#d", decide(pinned(History.Pin.ALL), question).pack());
  }

  @Test
  void aPinOnNewPermissionsDeniesWhatOnlyTheNewVersionPermits() {
    Decision phone =
        decide(pinned(History.Pin.NEW_PERMISSIONS), ask(SECOND, "phone").withPinned("old"));
    assertEquals(Effect.DENY, phone.effect());
    assertEquals(List.of("PIN"), phone.because());
    assertEquals(List.of(List.of("notice:change-sent")), phone.remedies());
    Decision mail =
        decide(pinned(History.Pin.NEW_PERMISSIONS), ask(SECOND, "mail").withPinned("old"));
    assertEquals(List.of("D"), mail.because());
  }

  @Test
  void whatBothVersionsPermitNeedsTheActsOfBoth() {
    Decision name =
        decide(pinned(History.Pin.NEW_PERMISSIONS), ask(SECOND, "name").withPinned("old"));
    assertEquals(Effect.PERMIT, name.effect());
    assertEquals(List.of("record", "tell"), name.acts());
  }

  @Test
  void aPinEndsWhenItsConditionsAreTrue() {
    Facts sent = Given.read().notice("change-sent", "new").facts();
    Question question = ask(SECOND, "phone").withPinned("old").withFacts(sent);
    assertEquals(Effect.PERMIT, decide(pinned(History.Pin.NEW_PERMISSIONS), question).effect());
    assertEquals(
        Effect.NOT_COVERED,
        decide(pinned(History.Pin.ALL), question.withFacts(Facts.UNKNOWN)).effect());
  }

  @Test
  void theStrictestElementDecidesAndIsCitedAlone() {
    Decision both = decide(pinned(History.Pin.NONE), ask(SECOND, "name", "mail", "name"));
    assertEquals(Effect.DENY, both.effect());
    assertEquals(List.of("D"), both.because());
    assertEquals(Map.of("name", Effect.PERMIT, "mail", Effect.DENY), both.elements());
    assertEquals(List.of(), both.remedies());
  }

  @Test
  void anOverlaysDenialBeatsAllAndBothSidesAreCited() {
    Pack law = pack("law", "1", FIRST, List.of(forbid("L", "name")));
    Overlay over = new Overlay("O", new Match(Map.of(), null), List.of(), law);
    Pack own = pack("n", "1", FIRST, List.of(permit("A", "name", "record")), over);
    Decision decision = decide(History.of(own), ask(FIRST, "name"));
    assertEquals(Effect.DENY, decision.effect());
    assertEquals(List.of("A", "law:L"), decision.because());
    assertEquals(List.of(), decision.acts());
  }

  @Test
  void anOverlayPermitsNothingButItsActsAreAdded() {
    Pack law =
        pack("law", "1", FIRST, List.of(permit("L", "name", "tell"), permit("M", "mail", "tell")));
    Overlay over = new Overlay("O", new Match(Map.of(), null), List.of(), law);
    Pack own = pack("n", "1", FIRST, List.of(permit("A", "name", "record")), over);
    assertEquals(List.of("record", "tell"), decide(History.of(own), ask(FIRST, "name")).acts());
    assertEquals(Effect.NOT_COVERED, decide(History.of(own), ask(FIRST, "mail")).effect());
  }

  @Test
  void nothingLiftsAnOverlaysDenialOfWhatTheNoticeDoesNotCover() {
    Match name = new Match(Map.of(Dimension.DATA, Terms.of("name")), null);
    Clause lifted =
        new Clause.Forbid("L", "L", name, List.of(), List.of(SENT), java.util.Set.of(), List.of());
    Pack law = pack("law", "1", FIRST, List.of(lifted));
    Overlay over = new Overlay("O", new Match(Map.of(), null), List.of(), law);
    Clause permit = permit("A", "name", "record");
    Decision covered =
        decide(History.of(pack("n", "1", FIRST, List.of(permit), over)), ask(FIRST, "name"));
    assertEquals(List.of(List.of(SENT.text())), covered.remedies());
    Decision hole = decide(History.of(pack("n", "1", FIRST, List.of(), over)), ask(FIRST, "name"));
    assertEquals(Effect.DENY, hole.effect());
    assertEquals(List.of(), hole.remedies());
  }

  @Test
  void anOverlayBindsFromItsOwnDateOn() {
    Pack law = pack("law", "1", SECOND, List.of(forbid("L", "name")));
    Overlay over = new Overlay("O", new Match(Map.of(), null), List.of(), law);
    History own = History.of(pack("n", "1", FIRST, List.of(permit("A", "name", "record")), over));
    assertEquals(Effect.PERMIT, decide(own, ask(SECOND.minusSeconds(1), "name")).effect());
    assertEquals(Effect.DENY, decide(own, ask(SECOND, "name")).effect());
  }
}
