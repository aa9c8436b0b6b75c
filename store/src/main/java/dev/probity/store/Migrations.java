// SPDX-License-Identifier: Apache-2.0
package dev.probity.store;

import dev.probity.kernel.fault.Fault;
import dev.probity.kernel.fault.Where;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.postgresql.ds.PGSimpleDataSource;

/** Brings the schema to what this program was written for, under the owner's role. Stateless. */
final class Migrations {
  private Migrations() {}

  static Optional<Fault> run(Target.External at) {
    PGSimpleDataSource owner = new PGSimpleDataSource();
    owner.setUrl(at.url());
    owner.setUser(at.owner().role());
    owner.setPassword(at.owner().password());
    // Why looked at first: Flyway takes a second of a cold start to find nothing to do.
    try (var connection = owner.getConnection()) {
      if (Applied.in(connection).equals(Applied.OURS)) return Optional.empty();
    } catch (SQLException e) {
      return Optional.of(Store.unreachable(at, at.owner(), e));
    }
    try {
      Flyway.configure(Migrations.class.getClassLoader())
          .dataSource(owner)
          .schemas(Store.SCHEMA)
          .locations("classpath:dev/probity/store/migration")
          .placeholders(Map.of("schema", Store.SCHEMA, "application", at.application().role()))
          .validateMigrationNaming(true)
          .cleanDisabled(true)
          .load()
          .migrate();
      return Optional.empty();
    } catch (FlywayException e) {
      return Optional.of(
          new Fault(
              "PRB-S009",
              "the schema `" + Store.SCHEMA + "` cannot be brought to this version",
              "let the role `"
                  + at.owner().role()
                  + "` own the database; never start an older Probity on a newer schema",
              Where.file(at.url())));
    }
  }
}
