// SPDX-License-Identifier: Apache-2.0
package dev.probity.store.log;

import dev.probity.store.Login;
import dev.probity.store.TestPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever may do anything to the database, row security or not. */
final class Superuser {
  private Superuser() {}

  static JdbcClient client() {
    return JdbcClient.create(source());
  }

  static Connection connection() throws SQLException {
    return source().getConnection();
  }

  private static DataSource source() {
    Login superuser = TestPostgres.superuser();
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(TestPostgres.shared().url());
    source.setUser(superuser.role());
    source.setPassword(superuser.password());
    return source;
  }
}
