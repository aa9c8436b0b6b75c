// SPDX-License-Identifier: Apache-2.0
package dev.probity.store.embedded;

import dev.probity.store.Login;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Makes the two roles and the database between which an external PostgreSQL would be divided by its
 * administrator: one that owns the schema, one that is let into it. Stateless.
 */
final class Roles {
  private Roles() {}

  static void ensure(String maintenance, Credentials credentials, String url) {
    JdbcClient admin = client(maintenance, credentials.superuser());
    if (count(admin, "select count(*) from pg_database where datname = 'probity'") > 0) return;
    for (Login login : new Login[] {credentials.owner(), credentials.application()}) {
      boolean there =
          count(admin, "select count(*) from pg_roles where rolname = '" + login.role() + "'") > 0;
      // Why no parameters: PostgreSQL takes none here. Role and password are our own, of letters.
      admin
          .sql(
              (there ? "alter" : "create")
                  + " role "
                  + login.role()
                  + " login nosuperuser nocreatedb nocreaterole nobypassrls password '"
                  + login.password()
                  + "'")
          .update();
    }
    admin.sql("create database probity owner " + credentials.owner().role()).update();
    JdbcClient inside = client(url, credentials.superuser());
    inside.sql("grant connect on database probity to " + credentials.application().role()).update();
    inside.sql("revoke all on database probity from public").update();
  }

  private static int count(JdbcClient client, String question) {
    return client.sql(question).query(Integer.class).single();
  }

  private static JdbcClient client(String url, Login login) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(url);
    source.setUser(login.role());
    source.setPassword(login.password());
    return JdbcClient.create(source);
  }
}
