// SPDX-License-Identifier: Apache-2.0
package dev.probity.store;

import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The one way to the tables: a transaction in which one controller's rows exist and no others, by
 * the database's own row-level security. Safe for any number of threads; a call holds one
 * connection and costs two round trips more than its work.
 */
public final class Tenancy {
  private final JdbcClient client;
  private final TransactionTemplate transaction;

  Tenancy(DataSource pool) {
    this.client = JdbcClient.create(pool);
    this.transaction = new TransactionTemplate(new JdbcTransactionManager(pool));
  }

  /** Does the work in one transaction: all of it is kept, or nothing where it throws. */
  public <T> T in(String controller, Function<JdbcClient, T> work) {
    return transaction.execute(
        status -> {
          client
              .sql("select set_config('probity.controller', ?, true)")
              .param(controller)
              .query(String.class)
              .single();
          return work.apply(client);
        });
  }

  /**
   * For a single statement that chooses the controller itself, which needs no transaction around it
   * and so one round trip.
   */
  public <T> T asking(Function<JdbcClient, T> question) {
    return question.apply(client);
  }

  /**
   * As {@link #in}, where the work's first statement chooses the controller itself and saves a
   * round trip. Until it does there are no rows.
   */
  public <T> T choosing(Function<JdbcClient, T> work) {
    return transaction.execute(status -> work.apply(client));
  }
}
