// SPDX-License-Identifier: Apache-2.0
package dev.probity.web;

import dev.probity.store.Means;
import dev.probity.store.Store;
import dev.probity.store.Target;
import dev.probity.store.embedded.Embedded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One PostgreSQL for all tests of this JVM: an embedded one, stopped with it, or the one that
 * {@link Provided} finds.
 */
final class TestStore {
  private static final Means MEANS = new Means(InstantSource.system(), new SecureRandom(), s -> {});
  private static final Provided SHARED = Provided.find().orElseGet(TestStore::start);
  private static final Map<String, String> DATABASES = new ConcurrentHashMap<>();

  private TestStore() {}

  /** A database of its own for each folder, as keys and logs outside of it belong to one. */
  static Store open(Path folder, InstantSource clock) {
    return switch (Store.open(target(folder), new Means(clock, MEANS.random(), MEANS.says()))) {
      case Store.Opening.Opened opened -> opened.store();
      case Store.Opening.Refused refused -> throw new AssertionError(refused.fault().toString());
    };
  }

  static Target.External target(Path folder) {
    return new Target.External(
        database(folder), SHARED.target().application(), SHARED.target().owner());
  }

  private static String database(Path folder) {
    return DATABASES.computeIfAbsent(folder.toString(), f -> create("web" + DATABASES.size()));
  }

  private static String create(String name) {
    String url = SHARED.target().url();
    JdbcClient client = superuser(url);
    client.sql("drop database if exists " + name + " with (force)").update();
    client.sql("create database " + name + " owner " + SHARED.target().owner().role()).update();
    return url.substring(0, url.lastIndexOf('/') + 1) + name;
  }

  /** Who may alter what the server's own role may not. */
  static JdbcClient superuser(Path folder) {
    return superuser(database(folder));
  }

  private static JdbcClient superuser(String url) {
    PGSimpleDataSource superuser = new PGSimpleDataSource();
    superuser.setUrl(url);
    superuser.setUser(SHARED.superuser().role());
    superuser.setPassword(SHARED.superuser().password());
    return JdbcClient.create(superuser);
  }

  private static Provided start() {
    try {
      Path data = Files.createTempDirectory("probity data");
      Target.Embedded target =
          new Target.Embedded(
              data, Path.of("target", "postgresql").toAbsolutePath(), System.getenv("PATH"));
      return switch (Embedded.start(target, MEANS)) {
        case Embedded.Outcome.Refused refused -> throw new AssertionError(refused.fault());
        case Embedded.Outcome.Runs runs -> {
          Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(runs.embedded(), data)));
          Embedded it = runs.embedded();
          yield new Provided(
              new Target.External(it.url(), it.application(), it.owner()), it.superuser());
        }
      };
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void stop(Embedded embedded, Path data) {
    embedded.close();
    try (var files = Files.walk(data)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList())
        Files.delete(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
