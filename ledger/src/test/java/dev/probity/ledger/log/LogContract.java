// SPDX-License-Identifier: Apache-2.0
package dev.probity.ledger.log;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.probity.ledger.audit.Audit;
import dev.probity.ledger.audit.Report;
import dev.probity.ledger.note.Checkpoint;
import dev.probity.ledger.note.Note;
import dev.probity.ledger.note.SignedCheckpoint;
import dev.probity.ledger.note.VerifierKey;
import dev.probity.ledger.receipt.Receipt;
import dev.probity.ledger.tile.Bundle;
import dev.probity.ledger.tile.TileNodes;
import dev.probity.ledger.tree.Hash;
import dev.probity.ledger.tree.Merkle;
import dev.probity.ledger.tree.Prover;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * What every implementation of {@link Log} keeps. A store extends this in its own tests (the
 * ledger's test-jar) and gives it a fresh, empty store for each test.
 */
public abstract class LogContract {
  private static final int THREADS = 4;
  private static final int BATCHES = 25;

  protected LogContract() {}

  /** A log over this test's store, as one more server would open it. */
  protected abstract Log open();

  /** Under which all of them sign. */
  protected abstract VerifierKey key();

  @Test
  void anEmptyLogHasASignedCheckpoint() {
    Checkpoint checkpoint = signed(open().checkpoint());

    assertEquals(0, checkpoint.size());
    assertEquals(Merkle.empty(), checkpoint.root());
    assertEquals(key().name(), checkpoint.origin());
  }

  @Test
  void entriesStandInOrderAtTheIndexesTheyWereToldAndHaveReceipts() {
    Log log = open();
    for (int batch = 0; batch < 30; batch++) {
      long expected = log.checkpoint().checkpoint().size();
      Appended appended = log.append(drafts(20, batch));
      assertEquals(expected, appended.first());
      assertTrue(signed(appended.checkpoint()).size() >= expected + 20);
    }

    for (long index : new long[] {0, 19, 20, 255, 256, 511, 512, 599}) {
      Receipt receipt = log.receipt(index);
      assertEquals(Receipt.Verdict.GENUINE, receipt.verify(key()));
      assertArrayEquals(content(index, (int) index / 20, (int) index % 20), receipt.entry());
    }
    assertTrue(audit(log).clean());
  }

  @Test
  void anotherServerSeesWhatWasAppendedAndGoesOn() {
    Log first = open();
    Appended before = first.append(drafts(300, 1));
    Log second = open();

    assertEquals(before.checkpoint().checkpoint(), second.checkpoint().checkpoint());
    assertEquals(300, second.append(drafts(1, 2)).first());
    assertEquals(301, first.append(drafts(1, 3)).first());
    assertTrue(audit(second).clean());
  }

  @Test
  void aBatchThatFailsLeavesNothing() {
    Log log = open();
    Appended before = log.append(drafts(3, 0));
    Draft broken =
        index -> {
          throw new IllegalStateException("broken");
        };

    assertThrows(
        IllegalStateException.class, () -> log.append(List.of(drafts(1, 1).getFirst(), broken)));
    assertThrows(
        IllegalArgumentException.class,
        () -> log.append(List.of(drafts(1, 1).getFirst(), i -> new byte[Bundle.LARGEST + 1])));
    assertThrows(IllegalArgumentException.class, () -> log.append(List.of()));
    assertEquals(before.checkpoint().checkpoint(), log.checkpoint().checkpoint());
    assertEquals(3, log.append(drafts(1, 2)).first());
    assertTrue(audit(log).clean());
  }

  @Test
  void theLargestEntryFits() {
    Log log = open();
    log.append(List.of(index -> new byte[Bundle.LARGEST], index -> new byte[0]));

    assertEquals(Bundle.LARGEST, log.receipt(0).entry().length);
    assertEquals(0, log.receipt(1).entry().length);
  }

  /** One sequencer: no index twice, no gap, and never two roots of one size. */
  @Test
  void manyAtOnceOnTwoServersMakeOneHistory() throws InterruptedException {
    List<Log> servers = List.of(open(), open());
    List<Callable<List<Appended>>> work = new ArrayList<>();
    for (int t = 0; t < THREADS; t++) {
      int thread = t;
      work.add(() -> appended(servers.get(thread % 2), thread));
    }
    Map<Long, Hash> roots = new TreeMap<>();
    Map<Long, Integer> firsts = new TreeMap<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      for (Future<List<Appended>> future : threads.invokeAll(work)) {
        for (Appended appended : get(future)) {
          Checkpoint checkpoint = signed(appended.checkpoint());
          Hash other = roots.putIfAbsent(checkpoint.size(), checkpoint.root());
          assertTrue(other == null || other.equals(checkpoint.root()), "two roots of one size");
          assertEquals(null, firsts.put(appended.first(), 1), "one index twice");
        }
      }
    }

    Log log = open();
    long size = log.checkpoint().checkpoint().size();
    assertEquals(THREADS * BATCHES * 7, size);
    Prover prover = new Prover(new TileNodes(log.tiles(), size));
    roots.forEach(
        (at, root) ->
            assertTrue(
                prover.consistency(at, size).leads(root, log.checkpoint().checkpoint().root())));
    assertTrue(audit(log).clean());
  }

  private static List<Appended> get(Future<List<Appended>> future) throws InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw new AssertionError("an append failed", e.getCause());
    }
  }

  private static List<Appended> appended(Log log, int thread) {
    List<Appended> all = new ArrayList<>();
    for (int batch = 0; batch < BATCHES; batch++) {
      all.add(log.append(drafts(7, thread * BATCHES + batch)));
    }
    return all;
  }

  private Checkpoint signed(SignedCheckpoint checkpoint) {
    assertEquals(Note.Standing.SIGNED, checkpoint.standing(key()));
    return checkpoint.checkpoint();
  }

  private Report audit(Log log) {
    return new Audit(log.tiles(), key()).of(log.checkpoint(), List.of());
  }

  private static List<Draft> drafts(int count, int batch) {
    List<Draft> drafts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int number = i;
      drafts.add(index -> content(index, batch, number));
    }
    return drafts;
  }

  private static byte[] content(long index, int batch, int number) {
    return ByteBuffer.allocate(16).putLong(index).putInt(batch).putInt(number).array();
  }
}
