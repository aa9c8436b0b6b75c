// SPDX-License-Identifier: Apache-2.0
package dev.probity.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./probity up}, by the launcher itself, on the kinds of machine it meets. */
class UpTest {
  private static final String QUESTION =
      "{\"given\": {\"relation\": \"fitter-of\"}, \"ask\": {\"disclose\": \"device.serial\","
          + " \"to\": \"audiologist\", \"for\": \"device-support\"}}";
  private static final int NOBODY = 65534;

  @TempDir Path folder;

  /** With a blank in the path, {@code JAVA_HOME} at 17, and a fast start that is trained first. */
  @Test
  void oneCommandServes() throws Exception {
    Path old = Files.createDirectories(folder.resolve("jdk 17/bin")).getParent();
    Files.writeString(old.resolve("release"), "JAVA_VERSION=\"17.0.15\"\n");
    Path java = Files.writeString(old.resolve("bin/java"), "#!/bin/sh\nexit 17\n");
    Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
    try (Installed installed = new Installed(folder)) {
      installed.with("JAVA_HOME", old.toString());
      Installed.Up up = installed.up();
      assertFalse(up.said().contains("WARNING"), up.said());
      assertTrue(up.said().contains("prepared, so that commands start fast"), up.said());
      Path trained = only(installed.home.resolve(".probity"), ".aot");
      assertTrue(Files.size(trained) > 1_000_000, "the training made nothing");
      assertTrue(answer(up).contains("\"effect\":\"PERMIT\""));
      assertEquals(200, get(up, "/health").statusCode());
      assertTrue(Files.exists(folder.resolve("a blank/data/database/PG_VERSION")));

      assertTrue(resident(up.process()) < 512 << 10, "more than 512 MB at rest");

      Installed.Ended second = installed.run("up", "--port", "0");
      assertEquals(2, second.code(), second.said());
      assertTrue(second.said().contains("process " + up.process().pid()), second.said());

      up.process().destroy();
      assertEquals(143, up.process().waitFor());
      assertFalse(Files.exists(folder.resolve("a blank/data/database/postmaster.pid")));
    }
  }

  @Test
  void aPortThatIsTakenIsSaidAndNothingStaysBehind() throws Exception {
    try (Installed installed = new Installed(folder).untrained();
        ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Installed.Ended ended = installed.run("up", "--port", "" + other.getLocalPort());
      assertEquals(2, ended.code(), ended.said());
      assertTrue(ended.said().contains("PRB-W020"), ended.said());
      assertTrue(ended.said().contains("--port"), ended.said());
      assertFalse(Files.exists(folder.resolve("a blank/data/database/postmaster.pid")));
    }
  }

  /** An ordinary user, who may not write where Probity lies: no fast start, and else the same. */
  @Test
  void anOrdinaryUserNeedsADataDirectoryAndNoMore() throws Exception {
    try (Installed installed = new Installed(folder)) {
      Path home = Files.createDirectories(folder.resolve("home"));
      ordinary(installed, home);
      Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("r-xr-xr-x"));
      Files.setPosixFilePermissions(installed.home, PosixFilePermissions.fromString("r-xr-xr-x"));
      installed.with("HOME", home.toString()).without("PROBITY_DATA");
      Installed.Ended ended = installed.run("up", "--port", "0");
      assertEquals(2, ended.code(), ended.said());
      assertTrue(ended.said().contains("PRB-S001"), ended.said());
      assertTrue(ended.said().contains("PROBITY_DATA"), ended.said());

      Path mine = Files.createDirectories(folder.resolve("mine"));
      if (root()) Files.setAttribute(mine, "unix:uid", NOBODY);
      installed.with("PROBITY_DATA", mine.resolve("data").toString());
      assertTrue(answer(installed.up()).contains("\"effect\":\"PERMIT\""));
      assertTrue(Files.exists(mine.resolve("data/database/postmaster.pid")));
    }
  }

  /** Root in a container that forbids user namespaces. */
  @Test
  void rootWithoutUnshareServesToo() throws Exception {
    if (!root()) {
      System.out.println("NOT RUN: root without unshare, since this user is not root");
      return;
    }
    Path bin = Files.createDirectory(folder.resolve("bin"));
    for (String at : System.getenv("PATH").split(":")) {
      if (!Files.isDirectory(Path.of(at))) continue;
      try (Stream<Path> programs = Files.list(Path.of(at))) {
        for (Path program : programs.toList()) {
          Path link = bin.resolve(program.getFileName());
          if (!link.endsWith("unshare") && !Files.exists(link))
            Files.createSymbolicLink(link, program.toRealPath());
        }
      }
    }
    try (Installed installed = new Installed(folder).untrained()) {
      installed.with("PATH", bin.toString());
      Installed.Up up = installed.up();
      assertTrue(answer(up).contains("\"effect\":\"PERMIT\""));
      Path database = folder.resolve("a blank/data/database");
      assertFalse(Files.getAttribute(database, "unix:uid").equals(0), "as another user");
    }
  }

  /** As on a processor that PostgreSQL's programs are not packed for. */
  @Test
  void withoutProgramsForThisProcessorTheSettingIsNamed() throws Exception {
    try (Installed installed = new Installed(folder).untrained()) {
      Path packed = only(installed.home.resolve("server/target/lib"), "linux-amd64-18.4.0.jar");
      Files.delete(packed);
      Installed.Ended ended = installed.run("up", "--port", "0");
      assertEquals(2, ended.code(), ended.said());
      assertTrue(ended.said().contains("PRB-S003"), ended.said());
      assertTrue(ended.said().contains("PROBITY_DATABASE_URL"), ended.said());
    }
  }

  private static void ordinary(Installed installed, Path home) throws IOException {
    if (!root()) return;
    String setpriv =
        Stream.of(System.getenv("PATH").split(":"))
            .map(at -> Path.of(at, "setpriv"))
            .filter(Files::isExecutable)
            .map(Path::toString)
            .findFirst()
            .orElseThrow();
    installed.as(setpriv, NOBODY);
    Files.setAttribute(home, "unix:uid", NOBODY);
  }

  private static boolean root() throws IOException {
    return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
  }

  private static Path only(Path in, String ending) throws IOException {
    try (Stream<Path> files = Files.list(in)) {
      List<Path> found = files.filter(f -> f.toString().endsWith(ending)).toList();
      assertEquals(1, found.size(), found.toString());
      return found.getFirst();
    }
  }

  /** In KiB, as the kernel counts. */
  private static int resident(Process process) throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")))
      if (line.startsWith("VmRSS:")) return Integer.parseInt(line.replaceAll("[^0-9]", ""));
    throw new AssertionError("the kernel counts nothing");
  }

  private static String answer(Installed.Up up) throws Exception {
    return send(HttpRequest.newBuilder(URI.create(up.url() + "/v1/example/decisions"))
            .header("Authorization", "Bearer " + up.token())
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(QUESTION))
            .build())
        .body();
  }

  private static HttpResponse<String> get(Installed.Up up, String path) throws Exception {
    return send(HttpRequest.newBuilder(URI.create(up.url() + path)).build());
  }

  private static HttpResponse<String> send(HttpRequest request) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
  }
}
