// SPDX-License-Identifier: Apache-2.0
package dev.probity.ledger.log;

import dev.probity.ledger.note.Checkpoint;
import dev.probity.ledger.note.SignedCheckpoint;
import dev.probity.ledger.tile.Bundle;
import dev.probity.ledger.tile.Tile;
import dev.probity.ledger.tile.TileFolder;
import dev.probity.ledger.tile.TileNodes;
import dev.probity.ledger.tile.Tiles;
import dev.probity.ledger.tree.Hash;
import dev.probity.ledger.tree.Prover;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Brings a copy of a log to its newest checkpoint: only what is not there yet is fetched, each file
 * appears whole, and the checkpoint comes last, so that whatever breaks it off leaves a copy that
 * can be gone on with. It copies what there is, as it is: {@link dev.probity.ledger.audit.Audit}
 * judges. One thread, but for {@link #fetch}, which is safe for many.
 */
public final class Copying {
  private final LogFolder folder;
  private final Tiles from;
  private final SignedCheckpoint newest;

  /**
   * @param from the log
   * @param newest its checkpoint, up to which it is copied
   */
  public Copying(LogFolder folder, Tiles from, SignedCheckpoint newest) {
    this.folder = folder;
    this.from = from;
    this.newest = newest;
  }

  /** How the log stands to what was copied of it before. */
  public sealed interface Standing {
    /** It only grew. */
    record Continues() implements Standing {}

    /** It is another log, or what lies there is none. */
    record Foreign() implements Standing {}

    /**
     * It is shorter now, or has another beginning.
     *
     * @param size of what was copied before
     */
    record Contradicts(long size) implements Standing {}
  }

  public Standing standing() {
    return Stream.of(folder.checkpoint(), folder.begun())
        .flatMap(Optional::stream)
        .map(this::standing)
        .filter(standing -> !(standing instanceof Standing.Continues))
        .findFirst()
        .orElse(new Standing.Continues());
  }

  private Standing standing(String kept) {
    Checkpoint now = newest.checkpoint();
    Optional<Checkpoint> before = SignedCheckpoint.parse(kept).map(SignedCheckpoint::checkpoint);
    if (before.isEmpty() || !before.get().origin().equals(now.origin()))
      return new Standing.Foreign();
    long size = before.get().size();
    if (size == 0) return new Standing.Continues();
    if (size > now.size()) return new Standing.Contradicts(size);
    try {
      return new Prover(new TileNodes(from, now.size()))
              .consistency(size, now.size())
              .leads(before.get().root(), now.root())
          ? new Standing.Continues()
          : new Standing.Contradicts(size);
    } catch (NoSuchElementException hole) {
      return new Standing.Contradicts(size);
    }
  }

  /** Says what the copy is being brought to. Only what {@link Standing.Continues} is begun. */
  public void begin() {
    try {
      folder.begin(newest.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is not there yet, lowest and leftmost first. */
  public Stream<Tile> missing() {
    return StreamSupport.stream(Tile.of(newest.checkpoint().size()).spliterator(), false)
        .filter(tile -> !folder.tiles().has(tile));
  }

  /**
   * Copies a tile and, at level 0, the entries below it.
   *
   * @throws NoSuchElementException if the log lacks it, or something of another shape stands there
   */
  public void fetch(Tile tile) {
    TileFolder tiles = folder.tiles();
    int width = tile.width();
    // Why first: whoever finds the tile there takes the entries for granted.
    if (tile.level() == 0)
      tiles.writeBundle(
          tile.index(),
          width,
          found(
              from.bundle(tile.index(), width).filter(b -> Bundle.entries(b, width).isPresent()),
              Tile.bundlePath(tile.index(), width)));
    tiles.write(
        tile, found(from.tile(tile).filter(b -> b.length == width * Hash.BYTES), tile.path()));
  }

  /** Keeps what a witness signed beside the copy. */
  public void keep(SignedCheckpoint witnessed) {
    try {
      folder.witnessed(witnessed.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The copy is whole. */
  public void finish() {
    try {
      folder.finish();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] found(Optional<byte[]> bytes, String path) {
    return bytes.orElseThrow(() -> new NoSuchElementException(path));
  }
}
