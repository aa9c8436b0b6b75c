// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.probity.kernel.clause.History;
import dev.probity.kernel.clause.Pack;
import dev.probity.kernel.decide.Decision;
import dev.probity.kernel.decide.Effect;
import dev.probity.kernel.decide.Reference;
import dev.probity.kernel.question.Facts;
import dev.probity.kernel.question.Given;
import dev.probity.kernel.question.Kind;
import dev.probity.kernel.question.Question;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** By handle, by name and as a question: three doors, one answer. */
final class DoorsTest {
  private static List<String> because(Engine engine, long decision, int[] buffer) {
    TreeSet<String> cites = new TreeSet<>();
    for (int i = 0; i < Verdict.reasons(decision); i++) {
      cites.add(engine.cite(Verdict.reason(i, buffer)));
    }
    return List.copyOf(cites);
  }

  private static List<String> acts(Engine engine, long decision, int[] buffer) {
    TreeSet<String> acts = new TreeSet<>();
    for (int i = 0; i < Verdict.acts(decision); i++) {
      acts.add(engine.act(Verdict.act(i, buffer)));
    }
    return List.copyOf(acts);
  }

  @Test
  void handlesAndNamesAnswerAsTheReferenceDoes() {
    for (long seed = 0; seed < 200; seed++) {
      History history = RandomPacks.seeded(seed, 9).history();
      Compiled engine = Compiled.of(history);
      Reference reference = new Reference(history);
      Nearby nearby = new Nearby(history, ~seed);
      Asking byName = engine.asking(RandomPacks.START);
      FactTable named = engine.facts();
      Asking byHandle = engine.asking(RandomPacks.START);
      FactTable held = engine.facts();
      int[] buffer = engine.buffer();
      int[] other = engine.buffer();
      for (int i = 0; i < 50; i++) {
        Question question = nearby.next();
        Decision meant = reference.decide(question);
        long decision = engine.decide(byName.load(question), named.load(question.facts()), buffer);
        assertEquals(meant.effect(), Verdict.effect(decision));
        assertEquals(meant.because(), because(engine, decision, buffer));
        assertEquals(meant.acts(), acts(engine, decision, buffer));
        assertEquals(meant.permits(), Verdict.permits(decision));
        long again =
            engine.decide(
                Handles.question(engine, question, byHandle),
                Handles.facts(engine, question.facts(), held),
                other);
        assertEquals(decision, again, question::toString);
        assertArrayEquals(
            Arrays.copyOf(buffer, Verdict.reasons(decision)),
            Arrays.copyOf(other, Verdict.reasons(again)));
      }
    }
  }

  @Test
  void oneVersionAnswersAsAHistoryOfOne() {
    for (long seed = 0; seed < 100; seed++) {
      Pack pack = RandomPacks.seeded(seed, 9).version(1);
      CompiledPack engine = CompiledPack.of(pack);
      Nearby nearby = new Nearby(History.of(pack), seed);
      for (int i = 0; i < 50; i++) {
        Question question = nearby.next();
        assertEquals(Reference.of(pack).decide(question), engine.decide(question));
      }
    }
  }

  @Test
  void wordsThatNobodyKnowsFailClosed() {
    Pack pack = Designed.matching();
    CompiledPack engine = CompiledPack.of(pack);
    Asking asking = engine.asking(pack.inForce()).action("gossip").data("no.such.element");
    FactTable facts = engine.facts().relation("r").read(Kind.ROLE).role("no such role");
    long decision = engine.decide(asking, facts, engine.buffer());
    assertFalse(Verdict.permits(decision));
    Question question =
        Question.of(
            "gossip",
            List.of("no.such.element"),
            pack.inForce(),
            Given.unread().relation("r").role("no such role").facts());
    assertEquals(Reference.of(pack).decide(question), engine.decide(question));
    assertEquals("gossip", engine.action("gossip").toString());
  }

  @Test
  void anAskingWithoutElementsIsNotCovered() {
    Pack pack = Designed.matching();
    CompiledPack engine = CompiledPack.of(pack);
    Asking asking = engine.asking(pack.inForce()).action("collect");
    long decision = engine.decide(asking, engine.facts(), engine.buffer());
    assertEquals(Effect.NOT_COVERED, Verdict.effect(decision));
  }

  @Test
  void handlesOfAnotherEngineOrUseAreRefused() {
    Pack pack = Designed.matching();
    CompiledPack engine = CompiledPack.of(pack);
    Handle foreign = CompiledPack.of(pack).data("d1");
    Asking asking = engine.asking(pack.inForce());
    assertThrows(IllegalArgumentException.class, () -> asking.data(foreign));
    assertThrows(IllegalArgumentException.class, () -> asking.purpose(engine.data("d1")));
    Asking own = asking.action(engine.action("use")).data(engine.data("d1"));
    FactTable other = CompiledPack.of(pack).facts();
    int[] buffer = engine.buffer();
    assertThrows(IllegalArgumentException.class, () -> engine.decide(own, other, buffer));
    assertThrows(
        IllegalArgumentException.class, () -> engine.decide(own, engine.facts(), new int[1]));
  }

  @Test
  void aReasonNamesItsCitationAndItsClause() {
    Pack pack = Designed.matching();
    CompiledPack engine = CompiledPack.of(pack);
    Asking asking = engine.asking(pack.inForce()).action("collect").data("d1").source("bought");
    int[] buffer = engine.buffer();
    long decision = engine.decide(asking, engine.facts().relation("r"), buffer);
    assertTrue(Verdict.permits(decision));
    assertEquals("P0", engine.cite(buffer[0]));
    assertEquals("P0", engine.clause(buffer[0]));
    assertEquals("record", engine.act(Verdict.act(0, buffer)));
  }

  /** What an action does not need changes none of its answers. */
  @Test
  void needsAreAllThatIsNeeded() {
    int spared = 0;
    for (long seed = 0; seed < 300; seed++) {
      History history = RandomPacks.seeded(seed, 6).history();
      Compiled engine = Compiled.of(history);
      Nearby nearby = new Nearby(history, seed);
      for (int i = 0; i < 20; i++) {
        Question question = nearby.next();
        Needs needs = engine.needs(question.action());
        Facts fewer = question.facts();
        for (Kind kind : Kind.values()) {
          if (needs.facts().containsKey(kind)) continue;
          fewer = Doubt.about(kind, fewer);
          spared++;
        }
        assertEquals(engine.decide(question), engine.decide(question.withFacts(fewer)));
      }
    }
    assertTrue(spared > 1_000, "only " + spared);
  }

  @Test
  void needsNameWhatTheClausesOfAnActionRead() {
    CompiledPack engine = CompiledPack.of(Designed.consents());
    Needs needs = engine.needs("use");
    assertTrue(needs.has(Kind.CONSENT, "mail"));
    assertTrue(needs.has(Kind.REGION, "subject"), "the level of a consent depends on the place");
    assertTrue(needs.ties().contains(dev.probity.kernel.clause.Tie.MODE));
    assertFalse(needs.facts().containsKey(Kind.AGE));
  }
}
