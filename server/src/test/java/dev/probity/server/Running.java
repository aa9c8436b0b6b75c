// SPDX-License-Identifier: Apache-2.0
package dev.probity.server;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A server in a process of its own, asked over HTTP, and its data directory. */
final class Running implements AutoCloseable {
  static final String QUESTION =
      "{\"given\": {\"relation\": \"fitter-of\"}, \"ask\": {\"disclose\": \"device.serial\","
          + " \"to\": \"audiologist\", \"for\": \"device-support\"}}";

  final Process process;
  final Path data;
  final String url;
  final String token;
  private final HttpClient client = HttpClient.newHttpClient();

  Running(Path folder, Map<String, String> settings) throws IOException {
    this(folder, root(), List.of("-XX:TieredStopAtLevel=1"), settings);
  }

  static Path root() {
    return Path.of(System.getProperty("probity.root", "..")).toAbsolutePath().normalize();
  }

  /** A home with the example alone: the other packs would cost each start its time. */
  static Path example(Path home) throws IOException {
    Path packs = root().resolve("packs");
    try (Stream<Path> files = Files.walk(packs.resolve("example"))) {
      for (Path file : files.toList()) {
        Path to = home.resolve("packs").resolve(packs.relativize(file).toString());
        if (Files.isDirectory(file)) Files.createDirectories(to);
        else Files.copy(file, to);
      }
    }
    return home;
  }

  /**
   * @param home where its packs are
   * @param machine words for Java itself
   */
  Running(Path folder, Path home, List<String> machine, Map<String, String> settings)
      throws IOException {
    data = folder.resolve("data");
    process = begin(folder, home, machine, settings);
    BufferedReader out = process.inputReader();
    String listens = "";
    String shown = "";
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (line.startsWith("Probity listens at ")) listens = line.replace("Probity listens at ", "");
      if (shown.isEmpty() && line.strip().startsWith("prb_")) shown = line.strip();
      if (line.startsWith("Ctrl-C")) break;
    }
    assertFalse(shown.isEmpty(), Files.readString(folder.resolve("err")));
    url = listens;
    token = shown;
    // Why: with a database that is not its own it tells its log there, and waits while nobody
    // reads.
    Thread.startVirtualThread(() -> keep(out, folder.resolve("out")));
  }

  /** One that may not listen yet. */
  static Process begin(Path folder, Path home, List<String> machine, Map<String, String> settings)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(machine);
    command.add("-Dprobity.home=" + home);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of("dev.probity.server.Server", "up", "--demo", "--port", "0"));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().remove("PROBITY_DATABASE_URL");
    builder.environment().put("PROBITY_DATA", folder.resolve("data").toString());
    builder.environment().putAll(settings);
    builder.redirectError(ProcessBuilder.Redirect.appendTo(folder.resolve("err").toFile()));
    return builder.start();
  }

  private static void keep(BufferedReader out, Path file) {
    try (Writer kept = Files.newBufferedWriter(file)) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        kept.write(line + "\n");
        kept.flush();
      }
    } catch (IOException closed) {
      // It ended; what it said until then is there.
      return;
    }
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return get(path, "");
  }

  HttpResponse<String> get(String path, String bearer) throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path));
    if (!bearer.isEmpty()) request.header("Authorization", "Bearer " + bearer);
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  HttpResponse<String> post(String door, String body) throws IOException, InterruptedException {
    return post(door, body, "");
  }

  /**
   * @param key under which it may be sent again; none where empty
   */
  HttpResponse<String> post(String door, String body, String key)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url + "/v1/example/" + door))
            .timeout(Duration.ofMinutes(2))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    if (!key.isEmpty()) request.header("Idempotency-Key", key);
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  int port() {
    return URI.create(url).getPort();
  }

  @Override
  public void close() throws InterruptedException {
    client.close();
    process.destroy();
    if (!process.waitFor(60, TimeUnit.SECONDS)) process.destroyForcibly().waitFor();
  }
}
