// SPDX-License-Identifier: Apache-2.0
package dev.probity.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Tries, as the application's role, to cross from one controller to another at every table that
 * there is. Both have the same rows in each, under the same keys, so that each try has something to
 * take; a table of a later migration fails here until it has its row too.
 */
class CrossingTest {
  /** Not allowed, by a grant or by row-level security; whatever else is wrong comes after. */
  private static final String FORBIDDEN = "42501";

  private static final String NO_SUCH_PARENT = "23503";
  private static final List<String> BOTH = List.of("north", "south");
  private static final String N32 = "decode(repeat('07', 32), 'hex')";

  /** What a row of each table holds beside its controller. */
  private static final Map<String, String> ROWS =
      Map.ofEntries(
          Map.entry("token", "hash, name, scopes, created_at, expires_at : @, 'n', '{}', now, now"),
          Map.entry("ledger_entry", "index, bytes, leaf : 0, 'secret', @"),
          Map.entry("ledger_node", "level, index, hash : 1, 0, @"),
          Map.entry("ledger_checkpoint", "size, note : 1, 'secret'"),
          Map.entry("subject", "subject, handle, created_at, changed_at : @, 'secret', now, now"),
          Map.entry("subject_identifier", "blind, subject : @, @"),
          Map.entry("held", "subject, device, sealed, sealed_at : @, '', 'secret', now"),
          Map.entry("once", "key, body, index : @, @, 0"),
          Map.entry(
              "datum",
              "subject, part, element, source, point, pack, given_at, sealed"
                  + " : @, decode(repeat('07', 16), 'hex'), 'e', 's', '', 'p', now, 'secret'"),
          Map.entry(
              "mail",
              "mail, subject, purpose, sealed, sealed_at, state, due_at"
                  + " : 7, @, 'p', 'secret', now, 'queued', now"),
          Map.entry("way_out", "hash, subject, purpose, language : @, @, 'p', 'en'"),
          Map.entry("pixel", "hash, subject, mail : @, @, 7"),
          Map.entry("register_step", "step, at, sealed : 1, now, 'secret'"),
          Map.entry(
              "erasure",
              "subject, pack, event, begun_at, intent, linked_until"
                  + " : @, 'p', '', now, 0, current_date"),
          Map.entry("suppression", "blind, since, refused : @, current_date, 'secret'"));

  private static final Target.External AT = TestPostgres.shared();
  private static List<String> tables = List.of();
  private static Connection connection;
  private static Connection superuser;

  @BeforeAll
  static void open() throws SQLException {
    Store.Opening.Opened opened = (Store.Opening.Opened) Store.open(AT, TestPostgres.MEANS);
    try (Store store = opened.store()) {
      BOTH.forEach(store::admit);
    }
    connection = connection(AT.application());
    superuser = connection(TestPostgres.superuser());
    tables = relations("'r', 'p'");
    tables.remove("flyway_schema_history");
    clear();
    for (String controller : BOTH) {
      choose(controller);
      // Why in the order of the tables' making: what hangs on a person comes after her.
      for (String table : tables) if (!table.equals("tenant")) assertEquals("", seed(table));
    }
  }

  @AfterAll
  static void close() throws SQLException {
    clear();
    connection.close();
    superuser.close();
  }

  /** Whoever tests in this database next finds its own rows alone. */
  private static void clear() throws SQLException {
    for (String table : tables.reversed())
      if (!table.equals("tenant"))
        change(superuser, "delete from " + table + " where controller in ('north', 'south')");
  }

  private static Connection connection(Login login) throws SQLException {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(AT.url());
    source.setUser(login.role());
    source.setPassword(login.password());
    source.setCurrentSchema(Store.SCHEMA);
    return source.getConnection();
  }

  private static List<String> relations(String kinds) throws SQLException {
    return texts(
        superuser,
        "select relname from pg_class where relnamespace = 'probity'::regnamespace"
            + " and relkind in ("
            + kinds
            + ") order by oid");
  }

  /** A row of the controller that is chosen. */
  private static String seed(String table) {
    return state(insert(table, "current_controller()"));
  }

  private static String insert(String table, String controller) {
    String[] row = ROWS.getOrDefault(table, " : ").split(" : ", -1);
    assertTrue(row[0].length() > 1, "no row to try to cross to in the table " + table);
    return ("insert into " + table + " (controller, " + row[0] + ") values (" + controller + ", ")
        + row[1].replace("@", N32).replaceAll("\\bnow\\b", "now()")
        + ")";
  }

  private static List<String> texts(Connection in, String sql) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (Statement statement = in.createStatement();
        var rows = statement.executeQuery(sql)) {
      while (rows.next()) texts.add(rows.getString(1));
    }
    return texts;
  }

  private static int change(Connection in, String sql) throws SQLException {
    try (Statement statement = in.createStatement()) {
      return statement.executeUpdate(sql);
    }
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

  /** All rows of a controller in a table, as they stand. */
  private static List<String> rows(String table, String controller) throws SQLException {
    String sql = "select t::text from " + table + " t where controller = '" + controller + "'";
    return texts(superuser, sql);
  }

  @Test
  void everyTableHasARowToTake() throws SQLException {
    TreeSet<String> seeded = new TreeSet<>(ROWS.keySet());
    seeded.add("tenant");
    assertEquals(seeded, new TreeSet<>(tables));
    for (String table : tables)
      for (String controller : BOTH)
        assertEquals(1, rows(table, controller).size(), table + " of " + controller);
  }

  @Test
  void noRowOfAnotherIsSeenChangedOrRemoved() throws SQLException {
    for (String chosen : List.of("south", "")) {
      choose(chosen);
      for (String table : tables) {
        List<String> before = rows(table, "north");
        String hers = " where controller = 'north'";
        assertEquals(
            List.of("0"), texts(connection, "select count(*) from " + table + hers), table);
        nothingOrForbidden("delete from " + table + hers);
        nothingOrForbidden("update " + table + " set controller = 'south'" + hers);
        for (String column : columns(table))
          nothingOrForbidden("update " + table + " set " + column + " = " + column + hers);
        assertEquals(before, rows(table, "north"), table);
      }
    }
    for (String controller : BOTH) {
      choose(controller);
      for (String table : tables)
        assertEquals(List.of("1"), texts(connection, "select count(*) from " + table), table);
    }
  }

  private static List<String> columns(String table) throws SQLException {
    return texts(
        superuser,
        "select attname from pg_attribute where attrelid = 'probity."
            + table
            + "'::regclass and attnum > 0 and not attisdropped");
  }

  private static void nothingOrForbidden(String sql) throws SQLException {
    String state = state(sql);
    if (state.isEmpty()) assertEquals(0, change(connection, sql), sql);
    else assertEquals(FORBIDDEN, state, sql);
  }

  /** Neither a new row in another's name, nor over hers, nor one of ours handed to her. */
  @Test
  void nothingIsWrittenInAnothersName() throws SQLException {
    for (String chosen : List.of("south", "")) {
      choose(chosen);
      for (String table : tables) {
        List<String> before = rows(table, "north");
        String row =
            table.equals("tenant")
                ? "insert into tenant (controller, created_at) values ('north', now())"
                : insert(table, "'north'");
        assertEquals(FORBIDDEN, state(row), chosen + table);
        assertEquals(FORBIDDEN, state(row + " on conflict do nothing"), chosen + table);
        String ours = " where controller = 'south'";
        nothingOrForbidden("update " + table + " set controller = 'north'" + ours);
        assertEquals(before, rows(table, "north"), table);
      }
    }
  }

  /** Her number alone leads nobody of another controller to her, and takes nothing along. */
  @Test
  void nothingHangsOnAnothersPerson() throws SQLException {
    List<String> hanging =
        List.of("subject_identifier", "held", "datum", "mail", "way_out", "pixel");
    choose("south");
    assertEquals("", state("begin"));
    assertEquals(1, change(connection, "delete from subject"));
    assertEquals("", state("savepoint before"));
    for (String table : hanging) {
      assertEquals(List.of("0"), texts(connection, "select count(*) from " + table), table);
      assertEquals(NO_SUCH_PARENT, seed(table), table);
      assertEquals("", state("rollback to before"));
    }
    assertEquals("", state("commit"));
    for (String table : hanging) assertEquals(1, rows(table, "north").size(), table);
    assertEquals("", seed("subject"));
    for (String table : hanging) assertEquals("", seed(table), table);
  }

  /** What was counted of all rows, and what is made to be shared. */
  @Test
  void nothingBesideTheTablesTellsOfOthers() throws SQLException {
    choose("south");
    change(superuser, "analyze");
    String counted = "select count(*) from pg_stats where schemaname = 'probity'";
    assertNotEquals(List.of("0"), texts(superuser, counted));
    assertEquals(
        List.of(),
        texts(
            connection,
            "select tablename from pg_stats where schemaname = 'probity'"
                + " and tablename <> 'flyway_schema_history'"));
    assertEquals(List.of(), crossing());
  }

  /** What is no table and shows or moves more than the chosen controller's own, or may. */
  private static List<String> crossing() throws SQLException {
    List<String> crossing = new ArrayList<>();
    for (String view : relations("'v', 'm', 'f'")) {
      String state = state("select 1 from " + view + " where controller = 'north'");
      boolean shown =
          state.isEmpty()
              && !texts(connection, "select 1 from " + view + " where controller = 'north'")
                  .isEmpty();
      if (shown || !state.isEmpty() && !state.equals(FORBIDDEN)) crossing.add(view);
    }
    crossing.addAll(
        texts(
            superuser,
            "select proname from pg_proc where pronamespace = 'probity'::regnamespace"
                + " and prosecdef"));
    for (String sequence : relations("'S'"))
      if (!state("select nextval('" + sequence + "')").equals(FORBIDDEN)
          || !state("select last_value from " + sequence).equals(FORBIDDEN)) crossing.add(sequence);
    return crossing;
  }

  /** So that the search for views, functions and sequences can find some. */
  @Test
  void aViewThatCrossesIsFound() throws SQLException {
    choose("south");
    String reader = " to \"" + AT.application().role() + "\"";
    change(superuser, "create view lent as select * from subject");
    change(superuser, "create sequence counted");
    change(
        superuser,
        "create function told() returns bigint language sql as 'select count(*) from subject'");
    assertEquals(List.of(), crossing());
    change(superuser, "grant select on lent" + reader);
    change(superuser, "grant usage on counted" + reader);
    change(superuser, "alter function told() security definer");
    List<String> found = crossing();
    change(superuser, "alter view lent set (security_invoker = true)");
    List<String> less = crossing();
    change(superuser, "drop view lent; drop sequence counted; drop function told()");
    assertEquals(List.of("lent", "told", "counted"), found);
    assertEquals(List.of("told", "counted"), less);
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
