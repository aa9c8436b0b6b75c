// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.engine;

import dev.probity.kernel.clause.ConsentLevel;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Consent records, chained by consent. Belongs to one {@link FactTable}. */
final class ConsentTable {
  private static final int NO_RECORD = -1;

  final Covers covers;
  private final int[] first;
  private int size;
  private int[] next = new int[8];
  private boolean[] given = new boolean[8];
  private int[] level = new int[8];
  private @Nullable Instant[] from = new @Nullable Instant[8];
  private @Nullable Instant[] withdrawn = new @Nullable Instant[8];

  ConsentTable(Words words) {
    this.first = new int[words.size(Space.CONSENT)];
    this.covers = new Covers(words);
    Arrays.fill(first, NO_RECORD);
  }

  void clear() {
    Arrays.fill(first, NO_RECORD);
    size = 0;
    covers.clear();
  }

  /**
   * @param consent none for a consent that no pack asks for: it still is a consent to something
   */
  void add(
      int consent,
      boolean yes,
      ConsentLevel strength,
      @Nullable Instant since,
      @Nullable Instant until) {
    if (size == next.length) grow();
    given[size] = yes;
    level[size] = strength.ordinal();
    from[size] = since;
    withdrawn[size] = until;
    if (consent != Words.NONE) {
      next[size] = first[consent];
      first[consent] = size;
    }
    covers.begin();
    size++;
  }

  private void grow() {
    next = Arrays.copyOf(next, 2 * size);
    given = Arrays.copyOf(given, 2 * size);
    level = Arrays.copyOf(level, 2 * size);
    from = Arrays.copyOf(from, 2 * size);
    withdrawn = Arrays.copyOf(withdrawn, 2 * size);
  }

  int size() {
    return size;
  }

  /** The newest record of a consent; -1 when there is none. */
  int first(int consent) {
    return first[consent];
  }

  int next(int record) {
    return next[record];
  }

  boolean givenBy(int record, Instant at) {
    @Nullable Instant since = from[record];
    return since == null || since.compareTo(at) <= 0;
  }

  boolean withdrawnBy(int record, Instant at) {
    @Nullable Instant until = withdrawn[record];
    return until != null && until.compareTo(at) <= 0;
  }

  boolean yes(int record) {
    return given[record];
  }

  int level(int record) {
    return level[record];
  }
}
