// SPDX-License-Identifier: Apache-2.0
package dev.probity.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** Whether Flyway may be left out is judged by its own history. */
class AppliedTest {
  @Test
  void everyMigrationIsNamed() throws Exception {
    Path folder = Path.of(Applied.class.getResource("migration/V1__base.sql").toURI()).getParent();
    try (var files = Files.list(folder)) {
      Set<String> versions =
          files
              .map(f -> f.getFileName().toString())
              .map(f -> f.substring(1, f.indexOf('_')))
              .collect(Collectors.toSet());
      assertEquals(
          versions,
          Applied.OURS.migrations().stream().map(m -> m.split(" ")[0]).collect(Collectors.toSet()));
      assertEquals(versions.size(), Applied.OURS.migrations().size());
    }
  }

  /** Also by checksum, which only Flyway's own way of counting gives. */
  @Test
  void aSchemaThatFlywayMadeIsKnownAndAChangedOneIsNot() throws Exception {
    Target.External at = TestPostgres.shared();
    ((Store.Opening.Opened) Store.open(at, TestPostgres.MEANS)).store().close();
    PGSimpleDataSource owner = new PGSimpleDataSource();
    owner.setUrl(at.url());
    owner.setUser(at.owner().role());
    owner.setPassword(at.owner().password());
    try (var connection = owner.getConnection();
        var statement = connection.createStatement()) {
      assertEquals(Applied.OURS, Applied.in(connection));
      connection.setAutoCommit(false);
      statement.executeUpdate(
          "update probity.flyway_schema_history set checksum = checksum + 1 where version = '2'");
      assertNotEquals(Applied.OURS, Applied.in(connection));
      connection.rollback();
    }
  }
}
