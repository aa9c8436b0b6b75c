// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.engine;

import dev.probity.kernel.clause.Tie;
import dev.probity.kernel.term.Dimension;

/**
 * Where a word is used; each space numbers its own words from 0. The first seven are the match
 * dimensions, in their order.
 */
enum Space {
  ACTION,
  DATA,
  PURPOSE,
  RECIPIENT,
  POINT,
  SOURCE,
  TECHNOLOGY,
  CONSENT,
  CHOICE,
  NOTICE,
  RELATION,
  EVIDENCE,
  REGION,
  ROLE,
  STATE,
  VERSION,
  /** Settings' values and modes, compared by symbol alone. */
  WORD;

  static final int DIMENSIONS = 7;

  static Space of(Dimension dimension) {
    return switch (dimension) {
      case ACTION -> ACTION;
      case DATA -> DATA;
      case PURPOSE -> PURPOSE;
      case RECIPIENT -> RECIPIENT;
      case POINT -> POINT;
      case SOURCE -> SOURCE;
      case TECHNOLOGY -> TECHNOLOGY;
    };
  }

  /** The space whose tree a tie is read in. */
  static Space of(Tie tie) {
    return switch (tie) {
      case PURPOSE -> PURPOSE;
      case RECIPIENT -> RECIPIENT;
      case DATA -> DATA;
      case SUBJECT, MODE -> WORD;
    };
  }
}
