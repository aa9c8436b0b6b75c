// SPDX-License-Identifier: Apache-2.0
package dev.probity.store.log;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One writer at a time in a controller's log, of all servers, until the transaction ends. Whatever
 * must not happen beside an append takes it too. Stateless.
 */
public final class LogLock {
  private LogLock() {}

  /**
   * Chooses the controller of this transaction and takes its lock.
   *
   * @return the newest checkpoint's note, as of when the lock was held
   */
  static Optional<String> turn(JdbcClient client, String controller) {
    return client
        .sql("select ledger_turn(?)")
        .param(controller)
        .query((row, number) -> Optional.ofNullable(row.getString(1)))
        .single();
  }

  public static void take(JdbcClient client, String controller) {
    client
        .sql("select pg_advisory_xact_lock(hashtextextended('probity.ledger/' || ?, 0))::text")
        .param(controller)
        .query(String.class)
        .single();
  }
}
