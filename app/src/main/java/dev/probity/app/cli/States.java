// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.cli;

import dev.probity.notice.cover.RowState;

/** The one word for how far a row is kept. */
final class States {
  private States() {}

  static String of(RowState row) {
    if (row.kept()) return "kept";
    return switch (row.standing()) {
      case INFORMATIONAL -> "informational";
      case CONTROL -> "open control";
      case ENFORCEABLE -> row.decided() ? "decided, open at its place of proof" : "open";
    };
  }
}
