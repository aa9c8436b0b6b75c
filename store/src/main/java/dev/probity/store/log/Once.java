// SPDX-License-Identifier: Apache-2.0
package dev.probity.store.log;

import dev.probity.ledger.log.Appended;
import dev.probity.ledger.tree.Hash;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A request that may be sent again and then must not be done again. Immutable.
 *
 * @param key a hash of what its caller calls it, under a key unless that is public
 * @param body a hash of all that it asks, under a key unless that is public
 */
public record Once(Hash key, Hash body) {
  /** What has become of it. */
  public sealed interface Outcome {
    record Fresh(Appended appended) implements Outcome {}

    /**
     * @param index of the entry that it led to before
     */
    record Again(long index) implements Outcome {}

    /** Its key was used for something else. */
    record OtherBody() implements Outcome {}
  }

  /** What has become of it, if it was sent before. */
  public Optional<Outcome> before(JdbcClient client) {
    return client
        .sql("select body, index from once where key = ?")
        .param(key.bytes())
        .query(
            (row, number) ->
                Hash.at(row.getBytes(1), 0).equals(body)
                    ? (Outcome) new Outcome.Again(row.getLong(2))
                    : new Outcome.OtherBody())
        .optional();
  }

  /**
   * False where another request took the key.
   *
   * @param index of the entry that it leads to, or another number that its answer can be found by
   */
  public boolean take(JdbcClient client, String controller, long index) {
    return client
            .sql(
                "insert into once (controller, key, body, index) values (?, ?, ?, ?)"
                    + " on conflict do nothing")
            .params(controller, key.bytes(), body.bytes(), index)
            .update()
        == 1;
  }
}
