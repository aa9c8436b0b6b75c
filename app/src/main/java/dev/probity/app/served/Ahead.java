// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.served;

import dev.probity.ledger.tile.Tile;
import dev.probity.ledger.tile.Tiles;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A log that is read from its beginning to its end: the entries and leaves behind the place where
 * the reader is are fetched while it works, at most eight bundles of them, so that a server far
 * away costs its distance once and not for each. One thread.
 */
public final class Ahead implements Tiles, AutoCloseable {
  private static final int BUNDLES = 8;

  private final Tiles tiles;
  private final long size;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<Long, CompletableFuture<Optional<byte[]>>> bundles = new HashMap<>();
  private final Map<Long, CompletableFuture<Optional<byte[]>>> leaves = new HashMap<>();

  /**
   * @param size up to which it is read
   */
  public Ahead(Tiles tiles, long size) {
    this.tiles = tiles;
    this.size = size;
  }

  @Override
  public Optional<byte[]> bundle(long index, int width) {
    for (long i = index; i < index + BUNDLES && i * Tile.FULL < size; i++) {
      long at = i;
      int wide = (int) Math.min(Tile.FULL, size - at * Tile.FULL);
      bundles.computeIfAbsent(
          at, key -> CompletableFuture.supplyAsync(() -> tiles.bundle(at, wide), threads));
      leaves.computeIfAbsent(
          at,
          key -> CompletableFuture.supplyAsync(() -> tiles.tile(new Tile(0, at, wide)), threads));
    }
    return taken(bundles.remove(index), () -> tiles.bundle(index, width));
  }

  @Override
  public Optional<byte[]> tile(Tile tile) {
    return tile.level() == 0
        ? taken(leaves.remove(tile.index()), () -> tiles.tile(tile))
        : tiles.tile(tile);
  }

  private static Optional<byte[]> taken(
      @Nullable CompletableFuture<Optional<byte[]>> fetched, Supplier<Optional<byte[]>> now) {
    if (fetched == null) return now.get();
    try {
      return fetched.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException own) throw own;
      throw e;
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
    threads.close();
  }
}
