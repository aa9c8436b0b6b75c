// SPDX-License-Identifier: Apache-2.0
package dev.probity.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.probity.kernel.fault.Fault;
import dev.probity.kernel.fault.Where;
import dev.probity.store.embedded.Embedded;
import dev.probity.store.log.Ledgers;
import dev.probity.store.mail.Mails;
import dev.probity.store.register.Registers;
import dev.probity.store.subject.Erasures;
import dev.probity.store.subject.Subjects;
import dev.probity.store.token.Tokens;
import dev.probity.vault.keys.KeyStore;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The database, open: migrated, checked, and asked under the application's role alone. Safe for any
 * number of threads; a caller waits while all connections are out. Close it last.
 */
public final class Store implements AutoCloseable {
  /** The schema that all tables stand in. */
  public static final String SCHEMA = "probity";

  private static final int CONNECTIONS = 32;
  private static final long WAIT_MILLIS = 5_000;

  private final HikariDataSource pool;
  private final Tenancy tenancy;
  private final Means means;
  private final @Nullable Embedded embedded;

  private Store(HikariDataSource pool, Means means, @Nullable Embedded embedded) {
    this.pool = pool;
    this.tenancy = new Tenancy(pool);
    this.means = means;
    this.embedded = embedded;
  }

  /** An open store, or why it stays closed. */
  public sealed interface Opening {
    record Opened(Store store) implements Opening {}

    record Refused(Fault fault) implements Opening {}
  }

  /** Starts or reaches the database, migrates its schema and checks what it must hold to. */
  public static Opening open(Target target, Means means) {
    return switch (target) {
      case Target.Embedded it -> embedded(Embedded.start(it, means), means);
      case Target.External it -> open(it, means, null);
    };
  }

  /** As {@link #open}, but beside a server that serves the same data directory. */
  public static Opening join(Target target, Means means) {
    return switch (target) {
      case Target.Embedded it -> embedded(Embedded.joinOrStart(it, means), means);
      case Target.External it -> open(it, means, null);
    };
  }

  private static Opening embedded(Embedded.Outcome outcome, Means means) {
    return switch (outcome) {
      case Embedded.Outcome.Refused refused -> new Opening.Refused(refused.fault());
      case Embedded.Outcome.Runs runs -> {
        Embedded it = runs.embedded();
        Opening opening =
            open(new Target.External(it.url(), it.application(), it.owner()), means, it);
        switch (opening) {
          case Opening.Opened opened -> it.keepUp(means);
          case Opening.Refused refused -> it.close();
        }
        yield opening;
      }
    };
  }

  private static Opening open(Target.External at, Means means, @Nullable Embedded embedded) {
    Optional<Fault> unmigrated = Migrations.run(at);
    if (unmigrated.isPresent()) return new Opening.Refused(unmigrated.get());
    HikariDataSource pool;
    try {
      pool = new HikariDataSource(configuration(at));
    } catch (RuntimeException e) {
      return new Opening.Refused(unreachable(at, at.application(), e));
    }
    Optional<Fault> objection = Guards.objection(pool, at);
    if (objection.isEmpty()) return new Opening.Opened(new Store(pool, means, embedded));
    pool.close();
    return new Opening.Refused(objection.get());
  }

  private static HikariConfig configuration(Target.External at) {
    HikariConfig configuration = new HikariConfig();
    configuration.setPoolName("probity");
    configuration.setJdbcUrl(at.url());
    configuration.setUsername(at.application().role());
    configuration.setPassword(at.application().password());
    configuration.setMaximumPoolSize(CONNECTIONS);
    configuration.setMinimumIdle(1);
    configuration.setConnectionTimeout(WAIT_MILLIS);
    configuration.addDataSourceProperty("currentSchema", SCHEMA);
    configuration.addDataSourceProperty("ApplicationName", "probity");
    // Why: a list of one is planned as no other, so each call would be planned anew.
    configuration.setConnectionInitSql("set plan_cache_mode = force_generic_plan");
    // Why: the driver's own text may quote values of a row.
    configuration.addDataSourceProperty("logServerErrorDetail", "false");
    return configuration;
  }

  /** Names the class of what went wrong; its message may hold anything. */
  static Fault unreachable(Target.External at, Login login, Throwable e) {
    Throwable cause = e;
    while (cause.getCause() != null && !(cause instanceof SQLException)) cause = cause.getCause();
    String state =
        cause instanceof SQLException sql && sql.getSQLState() != null ? sql.getSQLState() : "";
    boolean password = state.startsWith("28");
    return new Fault(
        "PRB-S008",
        password
            ? "the database does not let in the role `" + login.role() + "`"
            : "the database cannot be reached"
                + (state.isEmpty() ? "" : " (SQL state " + state + ")"),
        password
            ? "check the role and its password; docs/guide/running.md shows how they are made"
            : "check PROBITY_DATABASE_URL and that the database runs",
        Where.file(at.url()));
  }

  public Tenancy tenancy() {
    return tenancy;
  }

  public Tokens tokens() {
    return new Tokens(tenancy, means.clock(), means.random());
  }

  /**
   * The controllers' logs.
   *
   * @param folder for their keys and kept checkpoints, outside of the database and its backups
   */
  public Ledgers ledgers(Path folder) {
    return new Ledgers(tenancy, folder, means.random());
  }

  /** The people something is held of, sealed with these keys, and told to these logs. */
  public Subjects subjects(KeyStore keys, Ledgers ledgers) {
    Registers registers = new Registers(tenancy, ledgers, keys, means);
    return new Subjects(tenancy, ledgers, keys, means, registers);
  }

  /** The mail that waits to be sent to these people. */
  public Mails mails(Subjects subjects, Ledgers ledgers) {
    return new Mails(tenancy, ledgers, subjects, means.random());
  }

  /** What erases these people. */
  public Erasures erasures(KeyStore keys, Ledgers ledgers) {
    return new Erasures(tenancy, ledgers, keys, means);
  }

  /** Makes a controller known, once. */
  public void admit(String controller) {
    tenancy.in(
        controller,
        client ->
            client
                .sql(
                    "insert into tenant (controller, created_at) values (?, ?)"
                        + " on conflict do nothing")
                .params(controller, java.sql.Timestamp.from(means.clock().instant()))
                .update());
  }

  /** Whether the database answers within a second. */
  public boolean answers() {
    try (Connection connection = pool.getConnection()) {
      return connection.isValid(1);
    } catch (SQLException e) {
      return false;
    }
  }

  /** Whether the database is our own, for trial and for one machine. */
  public boolean embedded() {
    return embedded != null;
  }

  @Override
  public void close() {
    pool.close();
    if (embedded != null) embedded.close();
  }
}
