// SPDX-License-Identifier: Apache-2.0
package dev.probity.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.CRC32;

/**
 * Which migrations a schema has had, with the checksums that Flyway keeps of them. Immutable.
 *
 * @param migrations each with its version, checksum and whether it came to its end
 */
record Applied(List<String> migrations) {
  /** What this program has; a test holds the list against the folder. */
  static final Applied OURS =
      ours(
          "V1__base",
          "V2__ledger",
          "V3__facts",
          "V4__once",
          "V5__records",
          "V7__mail",
          "V8__registers",
          "V9__erasure",
          "V10__collection",
          "V11__pixel",
          "V12__ledger_turn",
          "V13__person_written",
          "V14__people_written");

  /** Nothing of a schema that is not there, or whose history cannot be read. */
  static Applied in(Connection connection) {
    List<String> found = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select version, checksum, success from "
                    + Store.SCHEMA
                    + ".flyway_schema_history where version is not null order by installed_rank")) {
      while (row.next()) found.add(entry(row.getString(1), row.getInt(2), row.getBoolean(3)));
      return new Applied(found);
    } catch (SQLException e) {
      return new Applied(List.of());
    }
  }

  private static Applied ours(String... names) {
    List<String> all = new ArrayList<>();
    for (String name : names)
      all.add(entry(name.substring(1, name.indexOf('_')), checksum(name + ".sql"), true));
    return new Applied(List.copyOf(all));
  }

  private static String entry(String version, int checksum, boolean success) {
    return version + " " + checksum + " " + success;
  }

  /** As Flyway has it: of the lines, without what ends them. */
  private static int checksum(String file) {
    CRC32 crc = new CRC32();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(Applied.class.getResourceAsStream("migration/" + file)),
                StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine())
        crc.update(line.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return (int) crc.getValue();
  }
}
