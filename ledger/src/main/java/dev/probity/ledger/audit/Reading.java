// SPDX-License-Identifier: Apache-2.0
package dev.probity.ledger.audit;

import dev.probity.ledger.tile.Bundle;
import dev.probity.ledger.tile.Edge;
import dev.probity.ledger.tile.Tile;
import dev.probity.ledger.tile.Tiles;
import dev.probity.ledger.tree.Hash;
import dev.probity.ledger.tree.Merkle;
import dev.probity.ledger.tree.Range;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One way through a log, which grows three trees: of the entries as they are, of the hashes that
 * stand beside them, and of those hashes where no receipt knows better. One thread, once.
 */
final class Reading {
  private final Tiles tiles;
  private final long size;
  private final List<Finding> findings;
  private final TreeSet<Long> sizes = new TreeSet<>();
  private final Map<Long, Hash> pinned = new HashMap<>();

  private Range asIs = new Range();
  private Range asKnown = new Range();
  private final Edge asStored = new Edge();
  private final Map<Long, Hash> rootsAsIs = new HashMap<>();
  private final Map<Long, Hash> rootsAsKnown = new HashMap<>();
  private final TreeSet<Long> differing = new TreeSet<>();
  private boolean apart;

  Reading(Tiles tiles, long size, List<Kept> kept, List<Finding> findings) {
    this.tiles = tiles;
    this.size = size;
    this.findings = findings;
    kept.forEach(k -> sizes.add(k.checkpoint().checkpoint().size()));
    kept.forEach(k -> pinned.putAll(k.leaves()));
  }

  void read() {
    roots();
    for (long index = 0; index * Tile.FULL < size; index++) {
      Tile tile = new Tile(0, index, (int) Math.min(Tile.FULL, size - index * Tile.FULL));
      Optional<List<byte[]>> entries =
          tiles.bundle(index, tile.width()).flatMap(b -> Bundle.entries(b, tile.width()));
      Optional<byte[]> hashes = tiles.tile(tile).filter(h -> h.length == tile.width() * Hash.BYTES);
      if (hashes.isEmpty()) findings.add(new Finding.Missing(tile.path()));
      if (entries.isEmpty()) {
        findings.add(new Finding.Missing(Tile.bundlePath(index, tile.width())));
        return;
      }
      entries.get().forEach(entry -> add(Merkle.leaf(entry), hashes));
    }
    asStored.partial(this::compare);
  }

  private void add(Hash leaf, Optional<byte[]> hashes) {
    long index = asStored.size();
    int at = (int) (index % Tile.FULL) * Hash.BYTES;
    Hash stored = hashes.map(h -> Hash.at(h, at)).orElse(leaf);
    Hash known = pinned.getOrDefault(index, stored);
    if (!leaf.equals(known)) differing.add(index);
    if (!apart && !(leaf.equals(stored) && known.equals(stored))) part();
    asStored.add(stored, this::compare);
    if (apart) {
      asIs.add(leaf);
      asKnown.add(known);
    }
    roots();
  }

  /**
   * Why: as long as nothing differs the three are one tree, which need not be grown three times.
   */
  private void part() {
    apart = true;
    asIs = asStored.range();
    asKnown = asStored.range();
  }

  private void roots() {
    long at = asStored.size();
    if (!sizes.contains(at)) return;
    rootsAsIs.put(at, apart ? asIs.root() : asStored.root());
    rootsAsKnown.put(at, apart ? asKnown.root() : asStored.root());
  }

  /** What stands above the leaves has to follow from them. */
  private void compare(Tile tile, byte[] bytes) {
    if (tile.level() == 0) return;
    Optional<byte[]> stored = tiles.tile(tile);
    if (stored.isEmpty()) findings.add(new Finding.Missing(tile.path()));
    else if (!Arrays.equals(stored.get(), bytes)) {
      findings.add(new Finding.TileAltered(tile.path()));
    }
  }

  /** Whether the entries as they are lead there. */
  boolean agrees(long at, Hash root) {
    return Objects.equals(root, rootsAsIs.get(at));
  }

  /** Whether what is known of them does, so that each altered entry is known. */
  boolean knownAgrees(long at, Hash root) {
    return Objects.equals(root, rootsAsKnown.get(at));
  }

  boolean reached(long at) {
    return rootsAsIs.containsKey(at);
  }

  /** Entries whose bytes do not lead to the hash that is known of them. */
  SortedSet<Long> differing(long from, long to) {
    return differing.subSet(from, to);
  }
}
