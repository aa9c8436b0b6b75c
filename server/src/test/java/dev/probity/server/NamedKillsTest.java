// SPDX-License-Identifier: Apache-2.0
package dev.probity.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A server that dies, or finds no room, between two steps that have names. */
@Timeout(600)
class NamedKillsTest {
  private static final String SOMEBODY =
      "{\"fields\": {\"contact.name\": \"Anna\", \"contact.address\": \"Gatan 1\","
          + " \"contact.email\": \"anna@mail.test\"}, \"notice\": \"2026-03-01\"}";

  private static final String OF = "select count(*) from probity.";
  private static final String OWN = " where controller = 'example'";

  @TempDir Path folder;

  /** The checkpoints' file is a pipe, at which the server waits once its commit is durable. */
  @Test
  void afterTheCommitAndBeforeTheAnswer() throws Exception {
    try (Running server = new Running(folder, Map.of())) {
      Path shelf = server.data.resolve("ledger/example/checkpoints");
      Path kept = Files.move(shelf, shelf.resolveSibling("kept"));
      assertEquals(0, new ProcessBuilder("mkfifo", shelf.toString()).start().waitFor());
      Attacker inside = new Attacker(server.data);
      long before = inside.count(OF + "ledger_checkpoint" + OWN);
      Thread asking = asking(server);
      until(() -> inside.count(OF + "ledger_checkpoint" + OWN) == before + 1);
      server.process.destroyForcibly().waitFor();
      asking.join();
      Files.move(kept, shelf, StandardCopyOption.REPLACE_EXISTING);
    }
    once();
  }

  /** Her keys are on the disk, and whoever appends to the log waits for a lock. */
  @Test
  void betweenTheVaultAndTheLog() throws Exception {
    try (Running server = new Running(folder, Map.of())) {
      Attacker inside = new Attacker(server.data);
      long before = keys(server);
      try (Connection lock = inside.locked("ledger_checkpoint")) {
        Thread asking = asking(server);
        until(() -> inside.count("select count(*) from pg_locks where not granted") > 0);
        assertTrue(keys(server) > before, "her keys are made by now");
        assertEquals(0, inside.count(OF + "subject" + OWN));
        server.process.destroyForcibly().waitFor();
        asking.join();
        lock.rollback();
      }
    }
    once();
  }

  /** Asked again under its key, it was done or is done now: one person, one entry. */
  private void once() throws Exception {
    try (Running server = new Running(folder, Map.of())) {
      String first = server.post("points/checkout", SOMEBODY, "key").body();
      String again = server.post("points/checkout", SOMEBODY, "key").body();
      assertEquals(Caller.same(first), Caller.same(again));
      Attacker inside = new Attacker(server.data);
      assertEquals(1, inside.count(OF + "subject" + OWN));
      ReadLog log = ReadLog.of(server, List.of());
      assertTrue(log.report().clean(), log.report().findings().toString());
      assertEquals(1, log.kinds().values().stream().filter("collected"::equals).count());
    }
  }

  /** Who is refused leaves nothing, who is known is there, and room makes it well again. */
  @Test
  void aFullFolderOfKeysLosesNothing() throws Exception {
    Path keys = Files.createDirectory(folder.resolve("keys"));
    if (run("mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", keys.toString()) != 0) {
      System.out.println("NOT RUN: a full folder of keys, since nothing can be mounted here");
      return;
    }
    Map<String, String> settings =
        Map.of(
            "PROBITY_KEYS", keys.toString(), "PROBITY_KEY_RING", folder.resolve("ring").toString());
    try (Running server = new Running(folder, settings)) {
      int taken = 0;
      HttpResponse<String> answer = person(server, taken);
      for (; answer.statusCode() == 200; answer = person(server, ++taken)) {}
      assertEquals(503, answer.statusCode(), answer.body());
      assertTrue(answer.body().contains("PRB-W029"), answer.body());
      assertTrue(taken > 0, "some got in");
      Attacker inside = new Attacker(server.data);
      String people = OF + "subject" + OWN;
      assertEquals(taken, inside.count(people));
      String known = person(server, 0).body();
      assertEquals(200, server.post("facts/read", known).statusCode());
      assertEquals(200, server.post("erasures", known).statusCode(), "who goes needs no room");
      assertEquals(404, server.post("facts/read", known).statusCode());

      assertEquals(0, run("mount", "-o", "remount,size=512k", keys.toString()));
      assertEquals(200, person(server, taken).statusCode());
      assertEquals(taken, inside.count(people));
    } finally {
      assertEquals(0, run("umount", "--lazy", keys.toString()));
    }
  }

  private static HttpResponse<String> person(Running server, int number) throws Exception {
    String known = "{\"known-as\": {\"contact.email\": \"" + number + "@mail.test\"}}";
    return server.post("subjects", known);
  }

  private static Thread asking(Running server) {
    return Thread.startVirtualThread(
        () -> {
          try {
            throw new AssertionError(server.post("points/checkout", SOMEBODY, "key").body());
          } catch (Exception killed) {
            Thread.currentThread().interrupt();
          }
        });
  }

  private static long keys(Running server) throws Exception {
    try (Stream<Path> files = Files.list(server.data.resolve("keys"))) {
      return files.count();
    }
  }

  private static int run(String... words) throws Exception {
    return new ProcessBuilder(words).inheritIO().start().waitFor();
  }

  private static void until(Callable<Boolean> so) throws Exception {
    while (!so.call()) LockSupport.parkNanos(10_000_000);
  }
}
