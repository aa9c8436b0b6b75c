// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.probity.kernel.clause.ChannelLevel;
import dev.probity.kernel.clause.History;
import dev.probity.kernel.clause.Pack;
import dev.probity.kernel.decide.Decision;
import dev.probity.kernel.fault.Fault;
import dev.probity.kernel.question.Facts;
import dev.probity.kernel.question.Given;
import dev.probity.kernel.question.Question;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

final class LiveEngineTest {
  private static final History OLD = History.of(Designed.matching());
  private static final History NEW = History.of(Designed.consents());
  private static final Differential SAME_MEANING = new Differential(1, 500);

  private static LiveEngine live(Check... checks) {
    return new LiveEngine(Compiled.of(OLD), List.of(checks));
  }

  private static Question question() {
    Facts facts = Given.read().relation("r").channel(ChannelLevel.SECURE).facts();
    return Question.of("collect", List.of("d1"), OLD.newest().inForce(), facts);
  }

  @Test
  void aNoticeThatPassesTakesOver() {
    LiveEngine live = live(SAME_MEANING);
    Compiled before = live.current();
    Decision old = live.decide(question());
    assertEquals(Optional.empty(), live.swap(NEW));
    assertNotSame(before, live.current());
    assertEquals(List.of("P0"), old.because());
    assertEquals(Compiled.of(NEW).decide(question()), live.decide(question()));
    assertEquals(old, before.decide(question()), "who holds the old engine may finish with it");
  }

  @Test
  void aNoticeThatFailsACheckIsRefusedWhole() {
    LiveEngine live = live(SAME_MEANING, (next, compiled) -> Optional.of("it sells mail"));
    Compiled before = live.current();
    Fault fault = live.swap(NEW).orElseThrow();
    assertEquals("PRB-K001", fault.code());
    assertTrue(fault.sentence().contains("it sells mail"), fault::sentence);
    assertSame(before, live.current());
  }

  @Test
  void tablesThatDisagreeWithTheReferenceAreRefused() {
    Pack pack = Designed.consents();
    Check spoiling =
        (next, compiled) -> {
          Layer layer = compiled.all().getFirst().own();
          layer.rules.at[0] = layer.rules.at[1];
          return Optional.empty();
        };
    LiveEngine live = live(spoiling, SAME_MEANING);
    Fault fault = live.swap(History.of(pack)).orElseThrow();
    assertTrue(fault.sentence().contains("of seed 1"), fault::sentence);
  }

  @Test
  void handlesOfTheOldNoticeAreRefusedByTheNew() {
    LiveEngine live = live();
    Handle old = live.current().data("d1");
    assertEquals(Optional.empty(), live.swap(NEW));
    Asking asking = live.current().asking(NEW.newest().inForce());
    org.junit.jupiter.api.Assertions.assertThrows(
        IllegalArgumentException.class, () -> asking.data(old));
  }

  /** While notices come and go, every decision is wholly of one of them. */
  @Test
  void decisionsAreNeverOfTwoNotices() throws Exception {
    LiveEngine live = live();
    Set<Decision> seen = ConcurrentHashMap.newKeySet();
    CountDownLatch started = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newFixedThreadPool(1)) {
      Future<?> asking =
          threads.submit(
              () -> {
                for (int i = 0; i < 4_000; i++) {
                  seen.add(live.decide(question()));
                  started.countDown();
                }
              });
      started.await();
      for (int i = 0; i < 50; i++) live.swap(i % 2 == 0 ? NEW : OLD);
      asking.get();
    }
    Set<Decision> possible =
        Set.of(Compiled.of(OLD).decide(question()), Compiled.of(NEW).decide(question()));
    assertTrue(possible.containsAll(seen), seen::toString);
  }
}
