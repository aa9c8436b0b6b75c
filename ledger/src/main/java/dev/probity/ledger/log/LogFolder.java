// SPDX-License-Identifier: Apache-2.0
package dev.probity.ledger.log;

import dev.probity.ledger.note.SignedCheckpoint;
import dev.probity.ledger.tile.Tile;
import dev.probity.ledger.tile.TileFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * A copy of a log as files in the layout of C2SP tlog-tiles, for whoever audits it without our
 * database. One writer.
 */
public record LogFolder(Path folder) {
  private static final String CHECKPOINT = "checkpoint";

  public TileFolder tiles() {
    return new TileFolder(folder);
  }

  /** The text of the newest checkpoint; nothing if there is none. */
  public Optional<String> checkpoint() {
    try {
      return Optional.of(Files.readString(folder.resolve(CHECKPOINT)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Copies what the log holds below its newest checkpoint, as it is: a copy mends nothing. */
  public void copy(Log log) {
    SignedCheckpoint newest = log.checkpoint();
    long size = newest.checkpoint().size();
    for (Tile tile : Tile.of(size)) {
      tiles().write(tile, found(log.tiles().tile(tile), tile.path()));
      if (tile.level() > 0) continue;
      byte[] bundle = found(log.tiles().bundle(tile.index(), tile.width()), tile.path());
      tiles().writeBundle(tile.index(), tile.width(), bundle);
    }
    write(newest);
  }

  private static byte[] found(Optional<byte[]> bytes, String path) {
    return bytes.orElseThrow(() -> new NoSuchElementException("there is no " + path));
  }

  private void write(SignedCheckpoint checkpoint) {
    Path part = folder.resolve(CHECKPOINT + ".part");
    try {
      Files.createDirectories(folder);
      Files.writeString(part, checkpoint.toString());
      Files.move(part, folder.resolve(CHECKPOINT), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
