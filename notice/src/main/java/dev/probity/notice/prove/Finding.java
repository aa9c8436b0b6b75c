// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.prove;

/**
 * Something in a pack that never has an effect, proved over every question. Immutable.
 *
 * @param id of the clause, or name of the point
 * @param cite the entry it belongs to; the point's name for a point
 */
public record Finding(Kind kind, String id, String cite) {
  /** What never happens. */
  public enum Kind {
    /** A permit that no question is permitted or nearly permitted by, whatever else speaks. */
    DEAD,
    /** A permit that is met, but beaten in every question. */
    SHADOWED,
    /** A permit that is never met; it only ever says what is missing. */
    NEVER_MET,
    /** A forbid, close, requirement or outside that no answer cites. */
    NEVER_DECISIVE,
    /** A declared point where no collection can be permitted. */
    CLOSED_POINT
  }
}
