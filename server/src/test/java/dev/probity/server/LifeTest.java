// SPDX-License-Identifier: Apache-2.0
package dev.probity.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A server whose surroundings change while it runs. */
@Timeout(300)
class LifeTest {
  @TempDir Path folder;

  @Test
  void whatIsUnderWayEndsAndReadinessGoesDownFirst() throws Exception {
    try (Running running = new Running(folder, Map.of("PROBITY_DRAIN", "5"));
        Socket slow = new Socket("127.0.0.1", running.port())) {
      byte[] body = Running.QUESTION.getBytes(StandardCharsets.UTF_8);
      slow.getOutputStream().write(head(running, body.length).getBytes(StandardCharsets.US_ASCII));
      slow.getOutputStream().write(body, 0, 20);
      assertEquals(200, running.get("/health/readiness").statusCode());

      running.process.destroy();
      until(() -> running.get("/health/readiness").statusCode() == 503);
      assertEquals(200, running.get("/health/liveness").statusCode());
      assertEquals(200, running.post("decisions", Running.QUESTION).statusCode());
      until(() -> refuses(running.port()));
      slow.getOutputStream().write(body, 20, body.length - 20);
      String answer = new String(slow.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertTrue(answer.startsWith("HTTP/1.1 200"), answer);
      assertTrue(answer.contains("\"effect\":\"PERMIT\""), answer);
      assertEquals(143, running.process.waitFor());
    }
  }

  private static String head(Running running, int length) {
    return "POST /v1/example/decisions HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
        + "Content-Type: application/json\r\nAuthorization: Bearer "
        + running.token
        + "\r\nContent-Length: "
        + length
        + "\r\n\r\n";
  }

  private static boolean refuses(int port) throws IOException {
    try (Socket another = new Socket("127.0.0.1", port)) {
      return !another.isConnected();
    } catch (ConnectException refused) {
      return true;
    }
  }

  /** Neither variables that Spring would read, nor files where the server was started. */
  @Test
  void nothingAroundItOpensWhatIsClosed() throws Exception {
    Files.writeString(
        folder.resolve("application.properties"),
        "management.endpoints.web.exposure.include=*\nserver.tomcat.max-swallow-size=-1\n");
    Map<String, String> open =
        Map.of(
            "SERVER_ADDRESS", "0.0.0.0",
            "SERVER_SERVER_HEADER", "opened",
            "MANAGEMENT_ENDPOINTS_WEB_EXPOSURE_INCLUDE", "*");
    try (Running running = new Running(folder, open)) {
      assertEquals(404, running.get("/env").statusCode());
      assertEquals(404, running.get("/heapdump").statusCode());
      HttpResponse<String> health = running.get("/health");
      assertEquals(200, health.statusCode());
      assertEquals(List.of(), health.headers().allValues("Server"));
      assertEquals(List.of("127.0.0.1"), listening(running.port()));
    }
  }

  /** The addresses that somebody listens at on this port, as the kernel tells them. */
  private static List<String> listening(int port) throws IOException {
    List<String> addresses = new ArrayList<>();
    String ending = String.format(":%04X", port);
    for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
      for (String line : Files.readAllLines(Path.of(table))) {
        String[] words = line.strip().split("\\s+");
        if (!words[1].endsWith(ending) || !words[3].equals("0A")) continue;
        // Why both: a socket of both families shows an IPv4 address within an IPv6 one.
        boolean loopback = words[1].startsWith("0100007F") || words[1].contains("0100007F:");
        addresses.add(loopback ? "127.0.0.1" : words[1]);
      }
    }
    return addresses;
  }

  @Test
  void whatIsStoppedBeforeItListensLeavesNoDatabase() throws Exception {
    Process starting = Running.begin(folder, Running.root(), List.of(), Map.of());
    Path there = folder.resolve("data/database/postmaster.pid");
    until(() -> Files.exists(there) && !Processes.in(folder.resolve("data")).isEmpty());
    starting.destroy();
    assertEquals(143, starting.waitFor());
    assertEquals(List.of(), Processes.in(folder.resolve("data")));
    Files.readString(folder.resolve("err"))
        .lines()
        .forEach(line -> assertTrue(line.matches("Setting up .*|.* \\.\\.\\."), line));
  }

  /** It says so meanwhile, as a problem, and answers again by itself. */
  @Test
  void theDatabaseMayRestart() throws Exception {
    try (Apart apart = new Apart(folder);
        Running running = new Running(folder, apart.settings())) {
      String id = running.post("subjects", "{}").body().replaceAll("[^_a-z0-9]", "");
      String person = "{\"subject\": \"" + id.substring(id.indexOf("sub_")) + "\"}";
      assertEquals(200, running.post("facts/read", person).statusCode());

      Path file = apart.data.resolve("database/postmaster.pid");
      long database = Processes.postmaster(apart.data);
      List<String> command = command(database);
      Processes.signal("INT", database);
      until(() -> !Files.exists(file));
      HttpResponse<String> meanwhile = running.post("facts/read", person);
      assertEquals(503, meanwhile.statusCode());
      assertTrue(meanwhile.body().contains("PRB-W012"), meanwhile.body());
      assertEquals(503, running.get("/health/readiness").statusCode());
      assertEquals(200, running.get("/health/liveness").statusCode());
      String anna = "{\"known-as\": {\"contact.email\": \"sentinel-anna@mail.test\"}}";
      assertEquals(503, running.post("subjects", anna).statusCode());

      again(apart.data, command);
      until(() -> running.post("facts/read", person).statusCode() == 200);
      until(() -> running.get("/health/readiness").statusCode() == 200);
      for (String log : List.of("out", "apart/log/postgresql.log", "err"))
        assertFalse(Files.readString(folder.resolve(log)).contains("sentinel"), log);
    }
  }

  /** Killed, its own database comes back where it was as soon as it can, and the log says so. */
  @Test
  void itsOwnDatabaseIsStartedAgain() throws Exception {
    try (Running running = new Running(folder, Map.of())) {
      String id = running.post("subjects", "{}").body().replaceAll("[^_a-z0-9]", "");
      String person = "{\"subject\": \"" + id.substring(id.indexOf("sub_")) + "\"}";
      long database = Processes.postmaster(running.data);
      Path version = running.data.resolve("database/PG_VERSION");
      Path aside = Files.move(version, folder.resolve("aside"));
      Processes.signal("KILL", database);
      until(() -> Files.readString(folder.resolve("err")).contains("PRB-S005"));
      assertEquals(503, running.get("/health/readiness").statusCode());
      assertEquals(200, running.get("/health/liveness").statusCode());
      Files.move(aside, version);
      until(() -> running.get("/health/readiness").statusCode() == 200);
      assertEquals(200, running.post("facts/read", person).statusCode());
      assertNotEquals(database, Processes.postmaster(running.data));
      String log = Files.readString(running.data.resolve("log/probity.log"));
      assertTrue(log.contains("The embedded database ended; starting it again"), log);
      assertTrue(log.contains("The embedded database runs again"), log);
      running.process.destroy();
      assertEquals(143, running.process.waitFor());
      assertEquals(List.of(), Processes.in(running.data));
    }
  }

  /** What was acknowledged is there, what was not is refused, and room makes it well again. */
  @Test
  void aFullDiskLosesNothing() throws Exception {
    Path data = Files.createDirectory(folder.resolve("data"));
    if (run("mount", "-t", "tmpfs", "-o", "size=190m", "tmpfs", data.toString()) != 0) {
      System.out.println("NOT RUN: a full disk, since nothing can be mounted here");
      return;
    }
    try {
      List<String> acknowledged = new ArrayList<>();
      Path filler = data.resolve("filler");
      try (Running running = new Running(folder, Map.of())) {
        Files.write(filler, new byte[0]);
        try (var out = Files.newOutputStream(filler)) {
          for (byte[] piece = new byte[64 << 10]; ; ) out.write(piece);
        } catch (IOException full) {
          assertTrue(data.toFile().getUsableSpace() < 64 << 10);
        }
        HttpResponse<String> answer = person(running, acknowledged.size());
        for (; answer.statusCode() == 200; answer = person(running, acknowledged.size()))
          acknowledged.add(answer.body());
        assertEquals(503, answer.statusCode(), answer.body());
        Files.delete(filler);
      }
      try (Running again = new Running(folder, Map.of())) {
        for (String person : acknowledged)
          assertEquals(200, again.post("facts/read", person).statusCode(), person);
        assertEquals(200, person(again, acknowledged.size()).statusCode());
      }
    } finally {
      assertEquals(0, run("umount", "--lazy", data.toString()));
    }
  }

  private static HttpResponse<String> person(Running running, int number) throws Exception {
    return running.post(
        "subjects",
        "{\"known-as\": {\"contact.email\": \"" + number + "x".repeat(200) + "@mail.test\"}}");
  }

  private static int run(String... words) throws Exception {
    return new ProcessBuilder(words)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }

  private static List<String> command(long process) throws IOException {
    String line = Files.readString(Path.of("/proc/" + process + "/cmdline"));
    return new ArrayList<>(List.of(line.split("\0")));
  }

  /** The same words again, as the user who owns the files. */
  private static void again(Path data, List<String> command) throws Exception {
    Object owner = Files.getAttribute(data.resolve("database"), "unix:uid");
    List<String> all = new ArrayList<>();
    if (Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0))
      all.addAll(
          owner.equals(0)
              ? List.of("unshare", "-U")
              : List.of("setpriv", "--reuid=" + owner, "--clear-groups"));
    String ctl = command.getFirst().replaceAll("postgres$", "pg_ctl");
    all.addAll(List.of(ctl, "start", "--silent", "--wait", "--pgdata=" + data.resolve("database")));
    all.add("--log=" + data.resolve("log/postgresql.log"));
    Process process =
        new ProcessBuilder(all)
            .directory(Path.of("/").toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertEquals(0, process.waitFor());
  }

  /** Asks until it is so; the test's own time limit ends it. */
  private static void until(Callable<Boolean> so) throws Exception {
    while (!so.call()) Thread.onSpinWait();
  }
}
