// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.engine;

import java.time.Instant;

/**
 * A clause as the engine reads it; an {@code outside} clause makes two of them, an overlay one.
 * Immutable.
 */
final class Entry {
  /** What an entry does, in the order in which a decision reads them. */
  enum Kind {
    /** An outside clause that contains the question. */
    SURELY_OUTSIDE,
    /** An outside clause that overlaps it. */
    MAYBE_OUTSIDE,
    FORBID,
    REQUIRE,
    PERMIT,
    CLOSE,
    OVERLAY
  }

  /** From when on an overlay binds; whatever else there is binds with its version. */
  Instant from = Instant.MIN;

  static final int[] NOTHING = {};

  final Kind kind;

  /** What is cited: a number of the engine; of an overlay its number in the pack. */
  final int clause;

  final Gauge[] when;
  final Gauge[] unless;

  /** What a {@code require} requires: one gauge; empty for all others. */
  final Gauge[] needs;

  final int[] acts;

  /** Entries of permits that this forbid yields to; filled in when all entries have numbers. */
  int[] except = NOTHING;

  Entry(Kind kind, int clause, Gauge[] when, Gauge[] unless, Gauge[] needs, int[] acts) {
    this.kind = kind;
    this.clause = clause;
    this.when = when;
    this.unless = unless;
    this.needs = needs;
    this.acts = acts;
  }

  /** Whether the whole of a question must be meant, rather than some part of it. */
  boolean covers() {
    return kind == Kind.PERMIT || kind == Kind.SURELY_OUTSIDE;
  }
}
