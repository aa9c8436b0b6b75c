// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.text;

import dev.probity.kernel.fault.Fault;
import dev.probity.kernel.fault.Where;

/**
 * What a {@code lines} cell was read as: a {@link Citation}, or the mistake in it. Parts are set
 * apart by blanks: {@code 42} a line, {@code 183-192} lines, {@code 96.1} a sentence of a line,
 * {@code 82.1-3} or {@code 82.1-82.3} several of them.
 */
public sealed interface Cite permits Citation, Cite.Mistake {
  /** A cell that cites nothing. */
  record Mistake(Fault fault) implements Cite {}

  /** Never throws; costs one pass over the cell. */
  static Cite parse(String cell, Where where) {
    return Cites.parse(cell, where);
  }
}
