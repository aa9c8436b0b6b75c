// SPDX-License-Identifier: Apache-2.0
package dev.probity.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Tries, as the application's role, to cross from one controller to another at every table that
 * there is, so that a table of a later migration is tried too.
 */
class CrossingTest {
  /** Not allowed, by a grant or by row-level security; whatever else is wrong comes after. */
  private static final String FORBIDDEN = "42501";

  private static final Target.External AT = TestPostgres.shared();
  private static List<String> tables = List.of();
  private static Connection connection;

  @BeforeAll
  static void open() throws SQLException {
    Store.Opening.Opened opened = (Store.Opening.Opened) Store.open(AT, TestPostgres.MEANS);
    try (Store store = opened.store()) {
      store.admit("north");
      store.admit("south");
    }
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(AT.url());
    source.setUser(AT.application().role());
    source.setPassword(AT.application().password());
    source.setCurrentSchema(Store.SCHEMA);
    connection = source.getConnection();
    tables =
        texts(
            "select relname from pg_class where relnamespace = 'probity'::regnamespace"
                + " and relkind in ('r', 'p') and relname <> 'flyway_schema_history'");
    assertTrue(tables.size() >= 11, tables.toString());
  }

  @AfterAll
  static void close() throws SQLException {
    connection.close();
  }

  private static List<String> texts(String sql) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      while (rows.next()) texts.add(rows.getString(1));
    }
    return texts;
  }

  /** The state of the error; empty where there is none. */
  private static String state(String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
      return "";
    } catch (SQLException e) {
      return e.getSQLState();
    }
  }

  private static void choose(String controller) {
    assertEquals("", state("select set_config('probity.controller', '" + controller + "', false)"));
  }

  @Test
  void noRowOfAnotherIsSeenChangedOrRemoved() throws SQLException {
    for (String chosen : List.of("south", "")) {
      choose(chosen);
      for (String table : tables) {
        String others = " where controller is distinct from '" + chosen + "'";
        assertEquals(List.of("0"), texts("select count(*) from " + table + others), chosen + table);
        for (String sql :
            List.of("update " + table + " set controller = 'south'", "delete from " + table)) {
          String state = state("begin; " + sql + others + "; rollback");
          if (!state.isEmpty()) {
            assertEquals(FORBIDDEN, state, sql);
            state("rollback");
          }
        }
        assertEquals(
            FORBIDDEN,
            state("insert into " + table + " (controller) values ('north')"),
            chosen + table);
      }
    }
    choose("north");
    assertEquals(List.of("1"), texts("select count(*) from tenant"));
  }

  @Test
  void securityOfRowsCannotBePutAside() {
    choose("south");
    for (String table : tables) {
      assertEquals("", state("set row_security = off"));
      assertEquals(FORBIDDEN, state("select * from " + table), table);
      assertEquals("", state("set row_security = on"));
      for (String sql :
          List.of(
              "alter table " + table + " disable row level security",
              "alter table " + table + " no force row level security",
              "drop policy own_rows on " + table,
              "create policy all_rows on " + table + " using (true)",
              "truncate " + table)) assertEquals(FORBIDDEN, state(sql), sql);
    }
  }

  @Test
  void noOtherRoleIsTakenAndNoFunctionLent() {
    for (String sql :
        List.of(
            "set role \"" + AT.owner().role() + "\"",
            "set session authorization \"" + AT.owner().role() + "\"",
            "alter role \"" + AT.application().role() + "\" bypassrls",
            "create function probity.lent() returns bigint language sql security definer"
                + " as 'select count(*) from probity.subject'",
            "create view probity.lent as select * from probity.subject",
            "create or replace function probity.current_controller() returns text language sql"
                + " as 'select ''north'''")) assertEquals(FORBIDDEN, state(sql), sql);
  }
}
