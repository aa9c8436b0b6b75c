// SPDX-License-Identifier: Apache-2.0
package dev.probity.store.log;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One writer at a time in a controller's log, of all servers, until the transaction ends. Whatever
 * must not happen beside an append takes it too. Stateless.
 */
public final class LogLock {
  private LogLock() {}

  public static void take(JdbcClient client, String controller) {
    client
        .sql("select pg_advisory_xact_lock(hashtextextended('probity.ledger/' || ?, 0))::text")
        .param(controller)
        .query(String.class)
        .single();
  }
}
