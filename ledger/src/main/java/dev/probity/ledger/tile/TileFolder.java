// SPDX-License-Identifier: Apache-2.0
package dev.probity.ledger.tile;

import dev.probity.ledger.tree.Hash;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Optional;

/**
 * Tiles and bundles as files at the paths that C2SP names, so that any web server can serve them. A
 * file appears whole or not at all. Where a partial one is gone, the full one answers for it. Safe
 * for many readers beside one writer.
 */
public record TileFolder(Path folder) implements Tiles {
  @Override
  public Optional<byte[]> tile(Tile tile) {
    int bytes = tile.width() * Hash.BYTES;
    return read(tile.path())
        .or(() -> read(new Tile(tile.level(), tile.index(), Tile.FULL).path()))
        .filter(found -> found.length >= bytes)
        .map(found -> Arrays.copyOf(found, bytes));
  }

  @Override
  public Optional<byte[]> bundle(long index, int width) {
    return read(Tile.bundlePath(index, width)).or(() -> ofFull(index, width));
  }

  private Optional<byte[]> ofFull(long index, int width) {
    return read(Tile.bundlePath(index, Tile.FULL))
        .flatMap(bytes -> Bundle.entries(bytes, Tile.FULL))
        .map(entries -> Bundle.of(entries.subList(0, width)));
  }

  /** Whether a tile is there, or the full one that answers for it. */
  public boolean has(Tile tile) {
    return Files.exists(folder.resolve(tile.path()))
        || Files.exists(folder.resolve(new Tile(tile.level(), tile.index(), Tile.FULL).path()));
  }

  public void write(Tile tile, byte[] hashes) {
    write(tile.path(), hashes);
  }

  public void writeBundle(long index, int width, byte[] bundle) {
    write(Tile.bundlePath(index, width), bundle);
  }

  private Optional<byte[]> read(String path) {
    try {
      return Optional.of(Files.readAllBytes(folder.resolve(path)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(String path, byte[] bytes) {
    Path file = folder.resolve(path);
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      Files.createDirectories(file.getParent());
      Files.write(part, bytes);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
