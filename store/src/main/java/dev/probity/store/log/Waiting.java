// SPDX-License-Identifier: Apache-2.0
package dev.probity.store.log;

import dev.probity.ledger.log.Appended;
import dev.probity.ledger.log.Draft;
import dev.probity.ledger.note.SignedCheckpoint;
import dev.probity.ledger.tile.Bundle;
import java.io.Serial;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One caller's drafts on their way in, and what became of them. Whoever writes sets it, then
 * settles it.
 */
final class Waiting {
  private final List<Draft> drafts;
  private final Along along;
  private final Thread caller = Thread.currentThread();
  private volatile boolean settled;
  private long first;
  private @Nullable SignedCheckpoint checkpoint;
  private @Nullable RuntimeException failure;

  /** What was to be written along forbids it. */
  static final class Taken extends RuntimeException {
    @Serial private static final long serialVersionUID = 1;

    Taken() {
      super(null, null, false, false);
    }
  }

  Waiting(List<Draft> drafts, Along along) {
    this.drafts = List.copyOf(drafts);
    this.along = along;
  }

  int size() {
    return drafts.size();
  }

  /** Its entries from this index on; nothing where a draft fails, which is its caller's alone. */
  Optional<List<byte[]>> at(long index, JdbcClient client) {
    try {
      List<byte[]> entries = new ArrayList<>(drafts.size());
      for (Draft draft : drafts) {
        byte[] entry = draft.at(index + entries.size());
        if (entry.length > Bundle.LARGEST)
          throw new IllegalArgumentException("an entry over 65,535 bytes");
        entries.add(entry);
      }
      first = index;
      if (along.write(client, index)) return Optional.of(entries);
      failure = new Taken();
    } catch (DataAccessException lost) {
      throw lost;
    } catch (RuntimeException e) {
      failure = e;
    }
    return Optional.empty();
  }

  /** Until it may be settled; or for no reason. */
  void await() {
    boolean interrupted = Thread.interrupted();
    if (!settled) LockSupport.park(this);
    // Why put back: what is on its way in is not called off, and the next wait must not spin.
    if (interrupted) caller.interrupt();
  }

  void settle() {
    settled = true;
    LockSupport.unpark(caller);
  }

  boolean isSettled() {
    return settled;
  }

  boolean isOpen() {
    return failure == null && checkpoint == null;
  }

  void stands(SignedCheckpoint below) {
    checkpoint = below;
  }

  void fails(RuntimeException e) {
    failure = e;
  }

  Appended outcome() {
    if (failure != null) throw failure;
    if (checkpoint == null) throw new IllegalStateException("nobody took this");
    return new Appended(first, checkpoint);
  }
}
