// SPDX-License-Identifier: Apache-2.0
package dev.probity.ledger.audit;

import dev.probity.ledger.note.Checkpoint;
import dev.probity.ledger.tile.Tile;
import java.util.List;

/**
 * What signed checkpoints say of a log that was read, smallest first. The first one that is
 * contradicted bounds where the change is: the ones after it repeat it.
 */
record Judgement(Reading reading, List<Kept> signed, long size, List<Finding> findings) {
  void pass() {
    long agreed = 0;
    for (Kept kept : signed) {
      Checkpoint said = kept.checkpoint().checkpoint();
      if (said.size() > size) {
        findings.add(new Finding.Truncated(size, said.size()));
        break;
      }
      if (!reading.reached(said.size())) break;
      if (reading.agrees(said.size(), said.root())) {
        tiles(agreed, said.size());
      } else if (reading.knownAgrees(said.size(), said.root())) {
        entries(agreed, said.size());
        others(kept, said);
      } else {
        findings.add(new Finding.RangeRewritten(agreed, said.size()));
        others(kept, said);
        break;
      }
      agreed = said.size();
    }
    entries(agreed, size);
  }

  private void entries(long from, long to) {
    reading.differing(from, to).forEach(i -> findings.add(new Finding.EntryAltered(i)));
  }

  /** The entries are those that were signed, so it is the hashes beside them that differ. */
  private void tiles(long from, long to) {
    reading.differing(from, to).stream()
        .map(i -> i / Tile.FULL)
        .distinct()
        .map(i -> new Tile(0, i, (int) Math.min(Tile.FULL, size - i * Tile.FULL)))
        .forEach(tile -> findings.add(new Finding.TileAltered(tile.path())));
  }

  /** A signature under what is here now, beside one under what was, is by somebody with the key. */
  private void others(Kept contradicted, Checkpoint said) {
    for (Kept kept : signed) {
      Checkpoint other = kept.checkpoint().checkpoint();
      if (other.size() >= said.size() && reading.agrees(other.size(), other.root())) {
        findings.add(new Finding.TwoHistories(other.size(), contradicted.name()));
        return;
      }
    }
  }
}
