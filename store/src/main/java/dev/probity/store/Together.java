// SPDX-License-Identifier: Apache-2.0
package dev.probity.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Asks what many callers want to know at one time as one question: a statement costs the database
 * about as much for thirty as for one. An answer is never older than its question; whoever comes
 * while one is under way goes with the next. Alone, a caller waits for nobody. Safe for any number
 * of threads.
 */
public final class Together<Q, A> {
  private static final int MOST = 256;

  private final Function<List<Q>, List<A>> database;
  private final Queue<Asked<Q, A>> queue = new ConcurrentLinkedQueue<>();
  private final ReentrantLock turn = new ReentrantLock();

  /**
   * @param database gives as many answers as it gets questions, in their order
   */
  public Together(Function<List<Q>, List<A>> database) {
    this.database = database;
  }

  /** Fails as the database does, for all who asked together. */
  public A ask(Q question) {
    Asked<Q, A> mine = new Asked<>(question);
    queue.add(mine);
    turn.lock();
    try {
      while (!mine.settled) answer();
    } finally {
      turn.unlock();
    }
    return mine.answer();
  }

  /** How many have not been asked for yet. */
  int waiting() {
    return queue.size();
  }

  private void answer() {
    List<Asked<Q, A>> now = new ArrayList<>();
    for (Asked<Q, A> next = queue.poll(); next != null; next = queue.poll()) {
      now.add(next);
      if (now.size() == MOST) break;
    }
    try {
      List<A> answers = database.apply(now.stream().map(a -> a.question).toList());
      for (int i = 0; i < now.size(); i++) now.get(i).answer = answers.get(i);
    } catch (RuntimeException e) {
      now.forEach(a -> a.failure = e);
    } finally {
      now.forEach(a -> a.settled = true);
    }
  }

  /** Read and written by whoever has the turn; its caller has had it before it reads. */
  private static final class Asked<Q, A> {
    final Q question;
    boolean settled;
    @Nullable A answer;
    @Nullable RuntimeException failure;

    Asked(Q question) {
      this.question = question;
    }

    A answer() {
      if (failure != null) throw failure;
      if (answer == null) throw new IllegalStateException("no answer came, nor a failure");
      return answer;
    }
  }
}
