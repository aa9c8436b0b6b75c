// SPDX-License-Identifier: Apache-2.0
package dev.probity.store.log;

import dev.probity.ledger.log.Appended;
import dev.probity.ledger.log.Draft;
import dev.probity.ledger.note.SignedCheckpoint;
import dev.probity.ledger.tile.Bundle;
import java.io.Serial;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
  private List<byte[]> entries = List.of();
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

  /**
   * Those of a batch who can be written in one go, in whatever order: nobody of them has been told
   * anything yet.
   */
  static List<List<Waiting>> groups(List<Waiting> batch) {
    List<List<Waiting>> groups = new ArrayList<>();
    List<Waiting> group = new ArrayList<>();
    Set<ByteBuffer> touched = new HashSet<>();
    for (Waiting next : batch) {
      if (!(next.along instanceof Joint joint)) {
        groups.add(List.of(next));
        continue;
      }
      Set<ByteBuffer> own = joint.touches();
      if (!Collections.disjoint(touched, own)) {
        groups.add(group);
        group = new ArrayList<>();
        touched.clear();
      }
      group.add(next);
      touched.addAll(own);
    }
    if (!group.isEmpty()) groups.add(group);
    return groups;
  }

  /** Whether its entries can be made from this index on; where not, that is its caller's alone. */
  boolean isAble(long index) {
    try {
      entries = drafted(index);
      first = index;
      return true;
    } catch (RuntimeException e) {
      failure = e;
      return false;
    }
  }

  private List<byte[]> drafted(long index) {
    List<byte[]> drafted = new ArrayList<>(drafts.size());
    for (Draft draft : drafts) {
      byte[] entry = draft.at(index + drafted.size());
      if (entry.length > Bundle.LARGEST)
        throw new IllegalArgumentException("an entry over 65,535 bytes");
      drafted.add(entry);
    }
    return drafted;
  }

  /** Writes what goes along with these, which are one group. */
  static void alongside(JdbcClient client, List<Waiting> group) {
    try {
      Waiting one = group.getFirst();
      List<Boolean> written =
          one.along instanceof Joint joint
              ? joint.writeAll(client, group.stream().map(w -> (Joint) w.along).toList())
              : List.of(one.along.write(client, one.first));
      for (int i = 0; i < group.size(); i++)
        if (!written.get(i)) group.get(i).failure = new Taken();
    } catch (DataAccessException lost) {
      throw lost;
    } catch (RuntimeException e) {
      group.forEach(w -> w.failure = e);
    }
  }

  /** Its entries, made anew where others fell out before them. */
  List<byte[]> from(long index) {
    if (index != first) entries = drafted(index);
    first = index;
    return entries;
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

  /** Whether it is to be written once more, where what was written together was undone. */
  boolean reopens() {
    // Why: what took its place may have been undone as well.
    if (failure instanceof Taken) failure = null;
    return isOpen();
  }

  /** Whatever was written of it is undone, or nobody knows; what it failed of itself, stays. */
  void undone(Throwable e) {
    if (reopens())
      failure =
          e instanceof RuntimeException known
              ? known
              : new IllegalStateException("the log could not be written", e);
  }

  Appended outcome() {
    if (failure != null) throw failure;
    if (checkpoint == null) throw new IllegalStateException("nobody took this");
    return new Appended(first, checkpoint);
  }
}
