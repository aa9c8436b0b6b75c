// SPDX-License-Identifier: Apache-2.0
package dev.probity.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.probity.store.token.Scope;
import dev.probity.store.token.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The store over a running PostgreSQL, asked as the application's role. */
class StoreTest {
  private static final Target.External AT = TestPostgres.shared();
  private static Store store;

  @BeforeAll
  static void open() {
    store = opened(Store.open(AT, TestPostgres.MEANS));
    store.admit("north");
    store.admit("south");
  }

  @AfterAll
  static void close() {
    store.close();
  }

  @Test
  void whatIsAcknowledgedIsOnDisk() {
    for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
      assertEquals("on", as("north", c -> one(c, "show " + setting)), setting);
    }
    assertTrue(store.answers());
  }

  @Test
  void aServerThatMayLoseWritesIsRefused() {
    owner().sql("alter database probity set synchronous_commit = off").update();
    try {
      assertEquals("PRB-S011", refusal(AT));
    } finally {
      owner().sql("alter database probity reset synchronous_commit").update();
    }
  }

  @Test
  void theApplicationIsNeitherOwnerNorSuperuser() {
    assertEquals("PRB-S012", refusal(new Target.External(AT.url(), AT.owner(), AT.owner())));
    assertThrows(
        DataAccessException.class, () -> as("north", c -> c.sql("drop table token").update()));
    assertThrows(
        DataAccessException.class,
        () -> as("north", c -> c.sql("alter table token no force row level security").update()));
    assertThrows(
        DataAccessException.class,
        () -> as("north", c -> c.sql("update token set name = 'x'").update()));
    assertThrows(
        DataAccessException.class, () -> as("north", c -> c.sql("delete from token").update()));
  }

  @Test
  void nothingCrossesFromOneControllerToAnother() {
    String token = store.tokens().create("north", "till", Set.of(Scope.DECIDE), days(1));

    assertTrue(rows("north", "token") > 0);
    assertEquals(0, rows("south", "token"));
    assertEquals(1, rows("south", "tenant"));
    int changed = as("south", c -> c.sql("update token set revoked_at = now()").update());
    assertEquals(0, changed);
    assertEquals(Optional.empty(), store.tokens().scopes("south", token));
    assertFalse(store.tokens().revoke("south", token));
    assertEquals(Optional.of(Set.of(Scope.DECIDE)), store.tokens().scopes("north", token));
    assertThrows(
        DataAccessException.class,
        () ->
            as(
                "south",
                c ->
                    c.sql(
                            "insert into token (controller, hash, name, scopes, created_at,"
                                + " expires_at) values ('north', sha256('x'), 'x', '{}', now(),"
                                + " now())")
                        .update()));
  }

  /** Also for the owner: forced, not only enabled. */
  @Test
  void whereNoControllerIsChosenThereAreNoRows() {
    store.tokens().create("north", "till", Set.of(Scope.VIEW), days(1));

    assertEquals(0, rows("", "token"));
    assertEquals(0, count(owner(), "token"));
    assertEquals(0, count(owner(), "tenant"));
  }

  @Test
  void aTableThatIsOpenToAllIsRefused() {
    owner().sql("create table careless (controller text)").update();
    try {
      assertEquals("PRB-S013", refusal(AT));
      owner().sql("call keep_apart('careless')").update();
      opened(Store.open(AT, TestPostgres.MEANS)).close();
    } finally {
      owner().sql("drop table careless").update();
    }
  }

  @Test
  void tokensEnd() {
    Tokens tokens = store.tokens();
    String token = tokens.create("north", "till", Set.of(Scope.VIEW, Scope.DECIDE), days(30));
    Tokens later =
        new Tokens(
            store.tenancy(),
            InstantSource.fixed(Instant.now().plus(days(31))),
            TestPostgres.MEANS.random());

    assertEquals(Optional.of(Set.of(Scope.VIEW, Scope.DECIDE)), tokens.scopes("north", token));
    assertEquals(Optional.empty(), later.scopes("north", token));
    assertEquals(Optional.empty(), tokens.scopes("north", token + "x"));
    assertEquals(Optional.empty(), tokens.scopes("north", "' or true --"));
    assertTrue(tokens.revoke("north", token));
    assertEquals(Optional.empty(), tokens.scopes("north", token));
  }

  @Test
  void noTokenStandsInTheDatabase() {
    String token = store.tokens().create("north", "till", Set.of(Scope.VIEW), days(1));
    String rows = as("north", c -> one(c, "select string_agg(token::text, ' ') from token"));

    assertTrue(rows.contains("till"), rows);
    assertFalse(rows.contains(token.substring(4)));
  }

  @Test
  void aDatabaseThatIsNotThereOrLetsNobodyInIsSaid() {
    Login wrong = new Login("probity_owner", "wrong");
    assertEquals("PRB-S008", refusal(new Target.External(AT.url(), AT.application(), wrong)));
    assertEquals(
        "PRB-S008",
        refusal(
            new Target.External("jdbc:postgresql://127.0.0.1:1/x", AT.application(), AT.owner())));
  }

  @Test
  void aNewerSchemaIsLeftAlone() {
    owner()
        .sql(
            "update flyway_schema_history set checksum = checksum + 1 where script ="
                + " 'V1__base.sql'")
        .update();
    try {
      assertEquals("PRB-S009", refusal(AT));
    } finally {
      owner()
          .sql(
              "update flyway_schema_history set checksum = checksum - 1 where script ="
                  + " 'V1__base.sql'")
          .update();
    }
  }

  private static <T> T as(String controller, Function<JdbcClient, T> work) {
    return store.tenancy().in(controller, work);
  }

  private static long rows(String controller, String table) {
    return as(controller, c -> count(c, table));
  }

  private static long count(JdbcClient client, String table) {
    return client.sql("select count(*) from " + table).query(Long.class).single();
  }

  private static String one(JdbcClient client, String sql) {
    return client.sql(sql).query(String.class).single();
  }

  private static JdbcClient owner() {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(AT.url());
    source.setUser(AT.owner().role());
    source.setPassword(AT.owner().password());
    source.setCurrentSchema(Store.SCHEMA);
    return JdbcClient.create(source);
  }

  private static Duration days(int days) {
    return Duration.ofDays(days);
  }

  private static Store opened(Store.Opening opening) {
    return switch (opening) {
      case Store.Opening.Opened opened -> opened.store();
      case Store.Opening.Refused refused -> throw new AssertionError(refused.fault().toString());
    };
  }

  private static String refusal(Target target) {
    return switch (Store.open(target, TestPostgres.MEANS)) {
      case Store.Opening.Refused refused -> refused.fault().code();
      case Store.Opening.Opened opened -> {
        opened.store().close();
        yield "opened";
      }
    };
  }
}
