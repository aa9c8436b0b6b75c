// SPDX-License-Identifier: Apache-2.0
package dev.probity.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.probity.kernel.engine.CompiledPack;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.function.IntToLongFunction;
import org.junit.jupiter.api.Test;

/** What the fast doors take from the heap. */
class AllocationTest {
  private static final int DECISIONS = 100_000;

  private final List<Person> persons = Asked.persons();
  private final List<Asked> asked = Asked.drawn(1_000);
  private final CompiledPack engine = CompiledPack.of(Generated.of(60).pack());
  private final Handles handles = new Handles(engine, asked, persons);
  private final Desk desk = new Desk(engine);

  @Test
  void handlesTakeNothing() {
    assertEquals(
        0,
        perDecision(i -> desk.handles(handles.asks[i], handles.atHand[handles.asks[i].person()])));
  }

  @Test
  void factsByHandleTakeNothing() {
    assertEquals(
        0,
        perDecision(
            i -> desk.handlesAndFacts(handles.asks[i], handles.persons[handles.asks[i].person()])));
  }

  @Test
  void namesTakeAtMostSixtyFourBytes() {
    long bytes = perDecision(i -> desk.names(asked.get(i), persons.get(asked.get(i).person())));
    assertTrue(bytes <= 64, bytes + " B/op");
  }

  @Test
  void theMeasureSeesWhatIsAllocated() {
    assertTrue(perDecision(i -> new Desk(engine).hashCode()) > 64);
  }

  /** Bytes a decision, rounded up from half: one stray object in all of them is not a cost. */
  private long perDecision(IntToLongFunction decide) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long seen = 0;
    for (int i = 0; i < DECISIONS; i++) seen += decide.applyAsLong(i % asked.size());
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < DECISIONS; i++) seen += decide.applyAsLong(i % asked.size());
    long taken = threads.getCurrentThreadAllocatedBytes() - before;
    assertTrue(seen != 0);
    return Math.round((double) taken / DECISIONS);
  }
}
