// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.heat;

import dev.probity.notice.cover.RowState;
import java.util.Locale;

/**
 * How far a sentence is kept, the weakest first: a sentence is as well kept as its worst clause.
 */
enum Heat {
  UNTRACED,
  OPEN,
  DECIDED,
  CONTROL,
  KEPT,
  INFORMATION;

  static Heat of(RowState row) {
    if (row.kept()) return KEPT;
    return switch (row.standing()) {
      case INFORMATIONAL -> INFORMATION;
      case CONTROL -> CONTROL;
      case ENFORCEABLE -> row.decided() ? DECIDED : OPEN;
    };
  }

  /** The name of its style. */
  String style() {
    return name().toLowerCase(Locale.ROOT);
  }
}
