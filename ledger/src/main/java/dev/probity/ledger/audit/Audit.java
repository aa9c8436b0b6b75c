// SPDX-License-Identifier: Apache-2.0
package dev.probity.ledger.audit;

import dev.probity.ledger.note.Note;
import dev.probity.ledger.note.SignedCheckpoint;
import dev.probity.ledger.note.VerifierKey;
import dev.probity.ledger.tile.Tiles;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Reads a whole log and holds it against its own checkpoint and against those kept elsewhere. Reads
 * every entry once, in order, and keeps a few hundred hashes; a million entries take two to four
 * seconds. Stateless.
 */
public record Audit(Tiles tiles, VerifierKey key) {
  /**
   * @param own the log's newest checkpoint, from where the log is
   * @param elsewhere what was kept outside of it
   */
  public Report of(SignedCheckpoint own, List<Kept> elsewhere) {
    List<Finding> findings = new ArrayList<>();
    List<Kept> all =
        signed(new Kept("the log's own checkpoint", own, Map.of()), elsewhere, findings);
    long size = own.checkpoint().size();
    Reading reading = new Reading(tiles, size, all, findings);
    reading.read();
    new Judgement(reading, all, size, findings).pass();
    int held = (int) all.stream().filter(elsewhere::contains).count();
    return new Report(size, held, findings);
  }

  private List<Kept> signed(Kept own, List<Kept> elsewhere, List<Finding> findings) {
    List<Kept> all = new ArrayList<>(elsewhere);
    all.add(own);
    List<Kept> signed = new ArrayList<>();
    for (Kept kept : all) {
      if (kept.checkpoint().standing(key) == Note.Standing.SIGNED) signed.add(kept);
      else findings.add(new Finding.NotSigned(kept.name()));
    }
    signed.sort(Comparator.comparingLong(k -> k.checkpoint().checkpoint().size()));
    return signed;
  }
}
