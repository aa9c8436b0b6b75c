// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.cli;

import dev.probity.app.print.Progress;
import dev.probity.ledger.tile.Tile;
import dev.probity.ledger.tile.Tiles;
import java.util.Optional;

/** A log whose reading, from its beginning to its end, moves a progress bar on. */
record WatchedTiles(Tiles tiles, long size, Progress progress) implements Tiles {
  @Override
  public Optional<byte[]> tile(Tile tile) {
    return tiles.tile(tile);
  }

  @Override
  public Optional<byte[]> bundle(long index, int width) {
    progress.at((int) index, (int) (size / Tile.FULL) + 1);
    return tiles.bundle(index, width);
  }
}
