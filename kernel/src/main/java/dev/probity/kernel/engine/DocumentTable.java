// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.engine;

import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Documents of kinds that some pack asks for, with the instants at which rules of the form "counts
 * for one year" end for each. Belongs to one {@link FactTable}.
 */
final class DocumentTable {
  private final Periods periods;
  final Covers covers;
  private int size;
  private int[] kind = new int[4];
  private @Nullable Instant[] from = new @Nullable Instant[4];
  private @Nullable Instant[] until = new @Nullable Instant[4];
  private Instant[][] ends = new Instant[4][];

  DocumentTable(Words words, Periods periods) {
    this.periods = periods;
    this.covers = new Covers(words);
    Arrays.fill(ends, Periods.NO_END);
  }

  void clear() {
    size = 0;
    covers.clear();
  }

  /** Kinds that no pack knows are kept too, so that what covers them has a row. */
  void add(int ofKind, @Nullable Instant since, @Nullable Instant expires) {
    if (size == kind.length) {
      kind = Arrays.copyOf(kind, 2 * size);
      from = Arrays.copyOf(from, 2 * size);
      until = Arrays.copyOf(until, 2 * size);
      ends = Arrays.copyOf(ends, 2 * size);
    }
    kind[size] = ofKind;
    from[size] = since;
    until[size] = expires;
    ends[size] = since == null ? Periods.NO_END : periods.ends(ofKind, since);
    covers.begin();
    size++;
  }

  int size() {
    return size;
  }

  int kind(int document) {
    return kind[document];
  }

  boolean validAt(int document, Instant at) {
    @Nullable Instant since = from[document];
    @Nullable Instant expires = until[document];
    return (since == null || since.compareTo(at) <= 0)
        && (expires == null || at.compareTo(expires) < 0);
  }

  /** Whether a rule's period is still running; one that has no beginning is not. */
  boolean lasts(int document, int period, Instant at) {
    Instant[] ended = ends[document];
    return period < ended.length && at.compareTo(ended[period]) < 0;
  }
}
