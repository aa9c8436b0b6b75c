// SPDX-License-Identifier: Apache-2.0
package dev.probity.store.log;

import dev.probity.ledger.tile.Bundle;
import dev.probity.ledger.tile.Tile;
import dev.probity.ledger.tile.Tiles;
import dev.probity.ledger.tree.Hash;
import dev.probity.store.Tenancy;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Tiles and bundles put together from rows, as they are: who reads checks them. One query and one
 * transaction each. Safe for many threads.
 */
record TableTiles(Tenancy tenancy, String controller) implements Tiles {
  /** As the sequencer reads them, within its own transaction. */
  record Within(JdbcClient client) implements Tiles {
    @Override
    public Optional<byte[]> tile(Tile tile) {
      long from = tile.index() * Tile.FULL;
      List<byte[]> rows =
          tile.level() == 0
              ? rows("leaf", from, tile.width())
              : client
                  .sql(
                      "select hash from ledger_node where level = ? and index >= ? and index < ?"
                          + " order by index")
                  .params(tile.level(), from, from + tile.width())
                  .query((row, number) -> row.getBytes(1))
                  .list();
      ByteArrayOutputStream hashes = new ByteArrayOutputStream(tile.width() * Hash.BYTES);
      rows.forEach(hashes::writeBytes);
      return Optional.of(hashes.toByteArray()).filter(h -> h.length == tile.width() * Hash.BYTES);
    }

    @Override
    public Optional<byte[]> bundle(long index, int width) {
      List<byte[]> entries = rows("bytes", index * Tile.FULL, width);
      return entries.size() == width ? Optional.of(Bundle.of(entries)) : Optional.empty();
    }

    private List<byte[]> rows(String column, long from, int width) {
      return client
          .sql(
              "select "
                  + column
                  + " from ledger_entry where index >= ? and index < ? order by index")
          .params(from, from + width)
          .query((row, number) -> row.getBytes(1))
          .list();
    }
  }

  @Override
  public Optional<byte[]> tile(Tile tile) {
    return in(within -> within.tile(tile));
  }

  @Override
  public Optional<byte[]> bundle(long index, int width) {
    return in(within -> within.bundle(index, width));
  }

  private Optional<byte[]> in(Function<Within, Optional<byte[]>> read) {
    return tenancy.in(controller, client -> read.apply(new Within(client)));
  }
}
