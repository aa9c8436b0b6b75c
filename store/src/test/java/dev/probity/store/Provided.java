// SPDX-License-Identifier: Apache-2.0
package dev.probity.store;

import java.util.Optional;
import java.util.UUID;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A PostgreSQL that somebody else runs, for the tests: {@code PROBITY_TEST_POSTGRES} is its address
 * with its superuser, {@code jdbc:postgresql://HOST:PORT/postgres?user=..&password=..}. Divided as
 * docs/guide/running.md tells an administrator to; the database {@code probity} is made anew.
 */
record Provided(Target.External target, Login superuser) {
  static Optional<Provided> find() {
    String address = System.getenv().getOrDefault("PROBITY_TEST_POSTGRES", "");
    return address.isBlank() ? Optional.empty() : Optional.of(divided(address));
  }

  private static Provided divided(String address) {
    PGSimpleDataSource admin = new PGSimpleDataSource();
    admin.setUrl(address);
    JdbcClient client = JdbcClient.create(admin);
    client.sql("drop database if exists probity with (force)").update();
    Login owner = role(client, "probity_owner");
    Login application = role(client, "probity_application");
    client.sql("create database probity owner probity_owner").update();
    client.sql("revoke all on database probity from public").update();
    client.sql("grant connect on database probity to probity_application").update();
    String url =
        "jdbc:postgresql://"
            + admin.getServerNames()[0]
            + ":"
            + admin.getPortNumbers()[0]
            + "/probity";
    return new Provided(
        new Target.External(url, application, owner),
        new Login(String.valueOf(admin.getUser()), String.valueOf(admin.getPassword())));
  }

  private static Login role(JdbcClient client, String name) {
    String password = UUID.randomUUID().toString();
    String there = "select count(*) from pg_roles where rolname = '" + name + "'";
    boolean known = client.sql(there).query(Integer.class).single() > 0;
    client
        .sql((known ? "alter" : "create") + " role " + name + " login password '" + password + "'")
        .update();
    return new Login(name, password);
  }
}
