// SPDX-License-Identifier: Apache-2.0
package dev.probity.store.log;

import dev.probity.ledger.log.Appended;
import dev.probity.ledger.log.Draft;
import dev.probity.ledger.log.Log;
import dev.probity.ledger.note.Checkpoint;
import dev.probity.ledger.note.SignedCheckpoint;
import dev.probity.ledger.note.SigningKey;
import dev.probity.ledger.tile.Tiles;
import dev.probity.ledger.tree.Merkle;
import dev.probity.store.Tenancy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.dao.DataIntegrityViolationException;

/**
 * The log of one controller in the database. Whoever appends while another does waits, and then all
 * who wait are written in one transaction by the first of them: a forced write is shared by many.
 */
final class TableLog implements Log {
  private static final int MOST = 1_024;

  private final Tenancy tenancy;
  private final String controller;
  private final SigningKey key;
  private final Sequencer sequencer;
  private final Queue<Waiting> queue = new ConcurrentLinkedQueue<>();
  private final ReentrantLock turn = new ReentrantLock();

  TableLog(Tenancy tenancy, String controller, SigningKey key, Shelf shelf) {
    this.tenancy = tenancy;
    this.controller = controller;
    this.key = key;
    this.sequencer = new Sequencer(controller, key, shelf);
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
    turn.lock();
    try {
      while (mine.isOpen()) writeAll();
    } finally {
      turn.unlock();
    }
    return mine.outcome();
  }

  private void writeAll() {
    List<Waiting> batch = new ArrayList<>();
    for (int drafts = 0; drafts < MOST && !queue.isEmpty(); ) {
      Waiting next = queue.remove();
      drafts += next.size();
      batch.add(next);
    }
    write(batch);
  }

  private void write(List<Waiting> batch) {
    try {
      Optional<SignedCheckpoint> signed =
          tenancy.in(controller, client -> sequencer.append(client, batch));
      signed.ifPresent(sequencer::committed);
      for (Waiting waiting : batch) if (waiting.isOpen()) waiting.stands(signed.orElseThrow());
    } catch (DataIntegrityViolationException e) {
      // Why one by one: the database has undone what all of them wrote for the sake of one.
      sequencer.lost();
      if (batch.size() == 1) batch.getFirst().fails(e);
      else batch.stream().filter(Waiting::isOpen).map(List::of).forEach(this::write);
    } catch (RuntimeException e) {
      // Why each of them: nothing was written, or nobody knows whether it was.
      sequencer.lost();
      for (Waiting waiting : batch) if (waiting.isOpen()) waiting.fails(e);
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

  @Override
  public Tiles tiles() {
    return new TableTiles(tenancy, controller);
  }
}
