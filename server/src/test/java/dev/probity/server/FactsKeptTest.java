// SPDX-License-Identifier: Apache-2.0
package dev.probity.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Facts in real processes: what a kill leaves of them, and what the disk says of people. */
class FactsKeptTest {
  private static final int ROUNDS = Integer.getInteger("probity.kills", 2);
  private static final int WRITES = 40;
  private static final String MAIL = "sentinel-anna@mail.test";
  private static final String NAME = "Sentinella Andersson";

  private final List<Process> started = new ArrayList<>();
  private final HttpClient client = HttpClient.newHttpClient();

  @TempDir Path folder;

  @AfterEach
  void stop() throws InterruptedException {
    for (Process process : started) {
      process.destroy();
      process.waitFor();
    }
  }

  private record Up(Process process, String url, String token) {}

  @Test
  void whatWasAcknowledgedOutlivesAKill() throws Exception {
    Map<String, String> acknowledged = new ConcurrentHashMap<>();
    Up up = up();
    for (int round = 0; round < ROUNDS; round++) {
      killedUnderLoad(up, acknowledged);
      up = up();
      for (Map.Entry<String, String> held : acknowledged.entrySet()) {
        String read = post(up, "facts/read", "{\"subject\": \"" + held.getKey() + "\"}");
        assertTrue(read.contains("\"pinned\":\"" + held.getValue() + "\""), read);
      }
    }
    assertTrue(acknowledged.size() >= ROUNDS * WRITES, acknowledged.size() + " writes");
  }

  /** Kills the server while four callers write, once enough is acknowledged. */
  private void killedUnderLoad(Up up, Map<String, String> acknowledged) throws Exception {
    CountDownLatch enough = new CountDownLatch(WRITES);
    List<Thread> callers = new ArrayList<>();
    for (int i = 0; i < 4; i++)
      callers.add(
          Thread.startVirtualThread(
              () -> {
                try {
                  for (int n = 0; ; n++) {
                    String id = id(post(up, "subjects", "{}"));
                    String body =
                        "{\"subject\": \"" + id + "\", \"set\": {\"pinned\": \"v" + n + "\"}}";
                    if (!post(up, "facts", body).contains("\"changed\"")) return;
                    acknowledged.put(id, "v" + n);
                    enough.countDown();
                  }
                } catch (Exception killed) {
                  Thread.currentThread().interrupt();
                }
              }));
    enough.await();
    up.process().destroyForcibly().waitFor();
    for (Thread caller : callers) caller.join();
  }

  /** Everywhere under the data directory: tables, WAL, keys, logs. */
  @Test
  void nothingOfAPersonLiesOnTheDiskInClear() throws Exception {
    Up up = up();
    String id = id(post(up, "subjects", "{\"known-as\": {\"contact.email\": \"" + MAIL + "\"}}"));
    String about = "{\"subject\": \"" + id + "\", ";
    String facts =
        "\"add\": {\"evidence\": {\"kind\": \"legal.demand\", \"id\": \""
            + NAME
            + "\"}, \"consent\": {\"direction\": {\"level\": \"written\", \"covers\":"
            + " {\"recipient\": \""
            + NAME
            + "\"}}}}}";
    assertTrue(post(up, "facts", about + facts).contains("\"changed\""));
    assertTrue(post(up, "facts/read", "{\"subject\": \"" + id + "\"}").contains(NAME));
    post(
        up,
        "decisions",
        about + "\"ask\": {\"use\": \"" + NAME + "\", \"for\": \"" + MAIL + "\"}}");
    post(up, "facts", about + "\"add\": {\"" + NAME + "\": \"" + MAIL + "\"}}");
    post(up, MAIL, about + "\"x\": 1}");

    List<String> never = List.of(MAIL, NAME, "sentinel-anna", "Sentinella", id, id.substring(4));
    assertEquals(List.of(), found(never));
    up.process().destroy();
    up.process().waitFor();
    assertEquals(List.of(), found(never));
    // Why: a sweep that finds nothing at all would prove nothing.
    assertFalse(found(List.of("/v1/{controller}/facts")).isEmpty());
  }

  private List<String> found(List<String> words) throws IOException {
    List<String> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (file.toString().contains("postgresql-")) continue;
        String bytes = new String(bytes(file), StandardCharsets.ISO_8859_1);
        for (String word : words)
          if (bytes.contains(word)) found.add(word + " in " + folder.relativize(file));
      }
    }
    return found;
  }

  /** A file of a running database may be gone by now. */
  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException gone) {
      return new byte[0];
    }
  }

  private static String id(String answer) {
    int at = answer.indexOf("sub_");
    assertTrue(at > 0, answer);
    return answer.substring(at, at + 36);
  }

  private String post(Up up, String door, String body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(up.url() + "/v1/example/" + door))
            .header("Authorization", "Bearer " + up.token())
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
  }

  private Up up() throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-Dprobity.home=" + System.getProperty("probity.root", ".."));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of("dev.probity.server.Server", "up", "--demo", "--port", "0"));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().remove("PROBITY_DATABASE_URL");
    builder.environment().put("PROBITY_DATA", folder.resolve("data").toString());
    builder.redirectError(folder.resolve("err").toFile());
    Process process = builder.start();
    started.add(process);
    BufferedReader out = process.inputReader();
    String url = "";
    String token = "";
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (line.startsWith("Probity listens at ")) url = line.replace("Probity listens at ", "");
      if (token.isEmpty() && line.strip().startsWith("prb_")) token = line.strip();
      if (line.startsWith("Ctrl-C")) break;
    }
    assertFalse(token.isEmpty(), Files.readString(folder.resolve("err")));
    return new Up(process, url, token);
  }
}
