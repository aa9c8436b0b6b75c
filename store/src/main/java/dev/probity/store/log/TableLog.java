// SPDX-License-Identifier: Apache-2.0
package dev.probity.store.log;

import dev.probity.ledger.log.Appended;
import dev.probity.ledger.log.Draft;
import dev.probity.ledger.log.Log;
import dev.probity.ledger.note.Checkpoint;
import dev.probity.ledger.note.SignedCheckpoint;
import dev.probity.ledger.note.SigningKey;
import dev.probity.ledger.receipt.Receipt;
import dev.probity.ledger.tile.TileNodes;
import dev.probity.ledger.tile.Tiles;
import dev.probity.ledger.tree.Merkle;
import dev.probity.ledger.tree.Prover;
import dev.probity.store.Tenancy;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The log of one controller in the database. All who wait are written in one transaction, by a
 * thread that goes on as long as anybody waits: a forced write is shared by many. Nobody who has
 * been written waits for anything more, least of all for the next batch.
 */
final class TableLog implements Log {
  private static final int MOST = 1_024;

  private final Tenancy tenancy;
  private final String controller;
  private final SigningKey key;
  private final Sequencer sequencer;
  private final Witnessed witnessed;
  private final Queue<Waiting> queue = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean writing = new AtomicBoolean();
  private final Executor writers;
  private final Recent recent = new Recent();

  TableLog(
      Tenancy tenancy,
      String controller,
      SigningKey key,
      Shelf shelf,
      Witnessed witnessed,
      Executor writers) {
    this.tenancy = tenancy;
    this.writers = writers;
    this.controller = controller;
    this.key = key;
    this.sequencer = new Sequencer(controller, key, shelf);
    this.witnessed = witnessed;
  }

  @Override
  public Appended append(List<Draft> drafts) {
    return append(drafts, Along.NOTHING);
  }

  Optional<Appended> appendWith(List<Draft> drafts, Along along) {
    try {
      return Optional.of(append(drafts, along));
    } catch (Waiting.Taken taken) {
      return Optional.empty();
    }
  }

  /** Appends what the request asks for, unless it was done before. */
  Optional<Once.Outcome> append(List<Draft> drafts, Once once, Along along) {
    Along guarded =
        (client, first) ->
            once.before(client).isEmpty()
                && along.write(client, first)
                && once.take(client, controller, first);
    Optional<Once.Outcome> fresh = appendWith(drafts, guarded).map(Once.Outcome.Fresh::new);
    return fresh.isPresent() ? fresh : before(once);
  }

  Optional<Once.Outcome> before(Once once) {
    return tenancy.in(controller, once::before);
  }

  private Appended append(List<Draft> drafts, Along along) {
    if (drafts.isEmpty()) throw new IllegalArgumentException("nothing to append");
    Waiting mine = new Waiting(drafts, along);
    queue.add(mine);
    write();
    while (!mine.isSettled()) mine.await();
    return mine.outcome();
  }

  private void write() {
    if (!writing.compareAndSet(false, true)) return;
    try {
      writers.execute(this::writeAll);
    } catch (RuntimeException | Error e) {
      // Why each of them: no thread is to be had, and they would wait for one for ever.
      writing.set(false);
      for (Waiting next = queue.poll(); next != null; next = queue.poll()) {
        next.undone(e);
        next.settle();
      }
    }
  }

  /** Writes batch after batch until nobody waits. */
  private void writeAll() {
    try {
      while (!queue.isEmpty()) writeOne();
    } finally {
      writing.set(false);
      // Why again: who came in between has seen that somebody writes.
      if (!queue.isEmpty()) write();
    }
  }

  private void writeOne() {
    List<Waiting> batch = new ArrayList<>();
    try {
      write(batch, () -> drawn(batch));
    } finally {
      batch.forEach(Waiting::settle);
    }
  }

  /** Why late, when the lock is held: who was just answered may be back by then. */
  private List<Waiting> drawn(List<Waiting> batch) {
    int drafts = batch.isEmpty() ? 0 : MOST;
    while (drafts < MOST) {
      Waiting next = queue.poll();
      if (next == null) break;
      drafts += next.size();
      batch.add(next);
    }
    return batch;
  }

  private void write(List<Waiting> batch, Supplier<List<Waiting>> drawn) {
    try {
      Optional<Batch> written = tenancy.choosing(client -> sequencer.append(client, drawn));
      written.ifPresent(sequencer::committed);
      written.ifPresent(recent::add);
      for (Waiting waiting : batch)
        if (waiting.isOpen()) waiting.stands(written.orElseThrow().signed());
    } catch (DataIntegrityViolationException e) {
      // Why one by one: the database has undone what all of them wrote for the sake of one.
      sequencer.lost();
      if (batch.size() == 1) batch.getFirst().undone(e);
      else batch.stream().filter(Waiting::reopens).map(List::of).forEach(o -> write(o, () -> o));
    } catch (RuntimeException | Error e) {
      // Why each of them: nothing was written, or nobody knows whether it was.
      sequencer.lost();
      for (Waiting waiting : drawn.get()) waiting.undone(e);
    }
  }

  @Override
  public SignedCheckpoint checkpoint() {
    return tenancy
        .in(controller, client -> Sequencer.newest(client, controller))
        .orElseGet(
            () ->
                SignedCheckpoint.of(new Checkpoint(key.verifier().name(), 0, Merkle.empty()), key));
  }

  /**
   * From what was written a moment ago where it is of that, and else in one transaction: the entry,
   * its checkpoint and the few tiles that its proof takes. Under what a witness signed too, where
   * that has the entry and is of this log's history.
   */
  @Override
  public Receipt receipt(long index) {
    Optional<SignedCheckpoint> seen =
        witnessed.read().filter(signed -> index < signed.checkpoint().size());
    Optional<Receipt> mine = seen.isPresent() ? Optional.empty() : recent.receipt(index);
    return mine.orElseGet(() -> stored(index));
  }

  private Receipt stored(long index) {
    return tenancy.choosing(
        client ->
            client
                .sql("select newest, entry from ledger_proven(?, ?)")
                .params(controller, index)
                .query((row, number) -> receipt(client, index, row.getString(1), row.getBytes(2)))
                .optional()
                .orElseThrow(() -> absent(index)));
  }

  private Receipt receipt(JdbcClient client, long index, String note, byte @Nullable [] entry) {
    SignedCheckpoint newest = Sequencer.parsed(note, controller);
    long size = newest.checkpoint().size();
    // Why both: an entry may be gone that once was, and one may be there that nobody signed.
    if (entry == null || index >= size) throw absent(index);
    Tiles within = new TableTiles.Within(client);
    return witnessed
        .read()
        .filter(signed -> index < signed.checkpoint().size())
        .filter(signed -> signed.checkpoint().size() <= size)
        .map(signed -> receipt(entry, index, signed, within))
        .filter(Receipt::leads)
        .orElseGet(() -> receipt(entry, index, newest, within));
  }

  private static NoSuchElementException absent(long index) {
    return new NoSuchElementException("no entry " + index);
  }

  private static Receipt receipt(byte[] entry, long index, SignedCheckpoint signed, Tiles tiles) {
    long size = signed.checkpoint().size();
    return new Receipt(
        entry, new Prover(new TileNodes(tiles, size)).inclusion(index, size), signed);
  }

  @Override
  public Tiles tiles() {
    return new TableTiles(tenancy, controller);
  }
}
