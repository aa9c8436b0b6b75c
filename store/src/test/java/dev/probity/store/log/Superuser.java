// SPDX-License-Identifier: Apache-2.0
package dev.probity.store.log;

import dev.probity.store.Login;
import dev.probity.store.TestPostgres;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever may do anything to the database, row security or not. */
final class Superuser {
  private Superuser() {}

  static JdbcClient client() {
    Login superuser = TestPostgres.superuser();
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(TestPostgres.shared().url());
    source.setUser(superuser.role());
    source.setPassword(superuser.password());
    return JdbcClient.create(source);
  }
}
