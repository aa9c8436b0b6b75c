// SPDX-License-Identifier: Apache-2.0
package dev.probity.ledger.log;

import dev.probity.ledger.tile.TileFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * A copy of a log as files in the layout of C2SP tlog-tiles, for whoever audits it without our
 * database. {@link Copying} makes it. Safe for many readers beside one writer.
 */
public record LogFolder(Path folder) {
  private static final String CHECKPOINT = "checkpoint";
  private static final String WITNESSED = "witnessed";

  /** What the copy is being brought to: it stays there where that was broken off. */
  private static final String BEGUN = "checkpoint.begun";

  public TileFolder tiles() {
    return new TileFolder(folder);
  }

  /** The text of the checkpoint that the copy is whole up to; nothing if there is none. */
  public Optional<String> checkpoint() {
    return read(CHECKPOINT);
  }

  /** The text of the newest checkpoint that a witness signed too; nothing if there is none. */
  public Optional<String> witnessed() {
    return read(WITNESSED);
  }

  void witnessed(String checkpoint) throws IOException {
    write(WITNESSED, checkpoint);
  }

  Optional<String> begun() {
    return read(BEGUN);
  }

  void begin(String checkpoint) throws IOException {
    Files.createDirectories(folder);
    write(BEGUN, checkpoint);
  }

  private void write(String name, String text) throws IOException {
    Path part = folder.resolve(name + ".part");
    Files.writeString(part, text);
    Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
  }

  void finish() throws IOException {
    Files.move(folder.resolve(BEGUN), folder.resolve(CHECKPOINT), StandardCopyOption.ATOMIC_MOVE);
  }

  private Optional<String> read(String name) {
    try {
      return Optional.of(Files.readString(folder.resolve(name)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
