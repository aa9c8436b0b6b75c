// SPDX-License-Identifier: Apache-2.0
package dev.probity.store.log;

import dev.probity.ledger.tile.Bundle;
import dev.probity.ledger.tile.Tile;
import dev.probity.ledger.tile.Tiles;
import dev.probity.ledger.tree.Hash;
import dev.probity.store.Tenancy;
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
    /** Why joined there: 256 rows cost the driver more than the database's own joining of them. */
    @Override
    public Optional<byte[]> tile(Tile tile) {
      long from = tile.index() * Tile.FULL;
      var joined =
          tile.level() == 0
              ? client
                  .sql(
                      "select string_agg(leaf, ''::bytea order by index) from ledger_entry"
                          + " where index >= ? and index < ?")
                  .params(from, from + tile.width())
              : client
                  .sql(
                      "select string_agg(hash, ''::bytea order by index) from ledger_node"
                          + " where level = ? and index >= ? and index < ?")
                  .params(tile.level(), from, from + tile.width());
      return joined
          .query((row, number) -> Optional.ofNullable(row.getBytes(1)))
          .single()
          .filter(hashes -> hashes.length == tile.width() * Hash.BYTES);
    }

    @Override
    public Optional<byte[]> bundle(long index, int width) {
      List<byte[]> entries =
          client
              .sql("select bytes from ledger_entry where index >= ? and index < ? order by index")
              .params(index * Tile.FULL, index * Tile.FULL + width)
              .query((row, number) -> row.getBytes(1))
              .list();
      return entries.size() == width ? Optional.of(Bundle.of(entries)) : Optional.empty();
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
