// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.cli;

import dev.probity.app.print.Terminal;
import dev.probity.app.print.Tint;
import dev.probity.ledger.audit.Kept;
import dev.probity.ledger.note.Note;
import dev.probity.ledger.note.VerifierKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What witnesses signed of a log, among the checkpoints that it was held against. Immutable.
 *
 * @param sizes by the witness's name, the size of the largest one that it signed; -1 for none
 */
record Cosigned(Map<String, Long> sizes) {
  static Cosigned of(List<VerifierKey> witnesses, List<Kept> kept) {
    Map<String, Long> sizes = new LinkedHashMap<>();
    for (VerifierKey witness : witnesses)
      sizes.put(
          witness.name(),
          kept.stream()
              .filter(k -> k.checkpoint().standing(witness) == Note.Standing.SIGNED)
              .mapToLong(k -> k.checkpoint().checkpoint().size())
              .max()
              .orElse(-1));
    return new Cosigned(sizes);
  }

  boolean all() {
    return sizes.values().stream().allMatch(size -> size >= 0);
  }

  Map<String, Object> and(Map<String, Object> report) {
    if (!sizes.isEmpty()) report.put("witnessed", sizes);
    return report;
  }

  void print(Terminal terminal) {
    sizes.forEach(
        (witness, size) ->
            terminal.line(
                size < 0
                    ? "  %s  nothing that was read bears the signature of %s"
                        .formatted(terminal.tint(Tint.BAD, "UNWITNESSED"), witness)
                    : "  %s  %s signed the first %,d entries"
                        .formatted(terminal.tint(Tint.GOOD, "WITNESSED"), witness, size)));
  }
}
