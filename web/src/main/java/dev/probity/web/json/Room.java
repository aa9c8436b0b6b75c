// SPDX-License-Identifier: Apache-2.0
package dev.probity.web.json;

import dev.probity.web.problem.Kind;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The memory that long bodies share: read, understood and answered, one takes some ten times its
 * own size. Whoever sends a long one waits a little for a place, and is refused where none gets
 * free. Safe for any number of threads.
 */
public final class Room {
  /** Bodies up to this size need no place. */
  private static final int SHORT = 64 << 10;

  private static final int MIB = 1 << 20;
  private static final long HEAP_OF_A_MIB = 16L << 20;

  private final Semaphore places;
  private final Duration wait;

  /**
   * @param heap how much memory Java may use for objects
   * @param wait how long somebody waits for a place
   */
  public Room(long heap, Duration wait) {
    this.wait = wait;
    int most = Body.MANY / MIB;
    // Why at least: otherwise the longest body that is allowed would never be let in.
    places = new Semaphore((int) Math.clamp(heap / HEAP_OF_A_MIB, most, 64L * most), true);
  }

  /** What is done with a body. */
  @FunctionalInterface
  public interface Work {
    byte[] done() throws IOException;
  }

  /** Does it once there is a place for what the request says it sends, or refuses it. */
  public byte[] in(HttpServletRequest request, Work work) throws IOException {
    return in(request.getContentLengthLong(), work);
  }

  /**
   * @param length of what is sent; below 0 where it is not said
   */
  byte[] in(long length, Work work) throws IOException {
    int size = size(length);
    if (!free(size)) throw Kind.NO_PLACE.problem().refusal();
    try {
      return work.done();
    } finally {
      places.release(size);
    }
  }

  /** In MiB; that of the longest there may be, where it is not said. */
  private static int size(long length) {
    if (0 <= length && length <= SHORT) return 0;
    long sent = length < 0 ? Body.MANY : Math.min(length, Body.MANY);
    return (int) ((sent + MIB - 1) / MIB);
  }

  private boolean free(int size) {
    try {
      return size == 0 || places.tryAcquire(size, wait.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
