// SPDX-License-Identifier: Apache-2.0
package dev.probity.ledger.tile;

import java.util.Optional;

/**
 * Where tiles and bundles are read. Who implements it need not check them: who reads does. Safe for
 * many threads.
 */
public interface Tiles {
  /** Exactly {@code 32 * width} bytes, or nothing if there are not so many hashes. */
  Optional<byte[]> tile(Tile tile);

  /** Entries {@code 256 * index} and following, {@code width} of them, as {@link Bundle} says. */
  Optional<byte[]> bundle(long index, int width);
}
