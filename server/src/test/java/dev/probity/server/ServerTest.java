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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real processes: a server from its start to its end, and the one after a kill. */
class ServerTest {
  private static final String QUESTION =
      "{\"given\": {\"relation\": \"fitter-of\"}, \"ask\": {\"disclose\": \"device.serial\","
          + " \"to\": \"audiologist\", \"for\": \"device-support\"}}";

  private final List<Process> started = new ArrayList<>();

  @TempDir Path folder;

  /** Also where a test fails half way, so that nothing is left running. */
  @AfterEach
  void stop() throws InterruptedException {
    for (Process process : started) {
      process.destroy();
      process.waitFor();
    }
  }

  @Test
  void aServerIsAskedKilledStartedAgainAndStopped() throws Exception {
    Up first = up();
    String answer = ask(first.url(), first.token());
    assertTrue(answer.contains("\"effect\":\"PERMIT\""), answer);
    assertTrue(answer.contains("EXA-020"), answer);

    Process second = start("up", "--port", "0");
    String refusal = new String(second.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(2, second.waitFor());
    assertTrue(refusal.contains("PRB-S002"), refusal);
    assertTrue(refusal.contains("process " + first.process().pid()), refusal);
    assertEquals(2, refusal.lines().count(), refusal);

    Process beside = start("token", "create", "--controller", "example", "--scope", "decide");
    String token = new String(beside.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, beside.waitFor());
    assertEquals(answer, ask(first.url(), token.strip()));

    first.process().destroyForcibly().waitFor();
    Up again = up();
    assertTrue(again.said().contains("outlived"), again.said());
    assertEquals(answer, ask(again.url(), token.strip()), "what was acknowledged is there");

    again.process().destroy();
    again.process().waitFor();
    assertFalse(Files.exists(data().resolve("database/postmaster.pid")), "the database stopped");
    String log = Files.readString(data().resolve("log/probity.log"));
    assertTrue(log.contains("/v1/{controller}/points/{point}"), log);
    assertFalse(log.contains(token.strip()) || log.contains("fitter-of"), log);
  }

  private record Up(Process process, String url, String token, String said) {}

  private Up up() throws IOException {
    Process process = start("up", "--demo", "--port", "0");
    BufferedReader out = process.inputReader();
    String url = "";
    String token = "";
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (line.startsWith("Probity listens at ")) url = line.replace("Probity listens at ", "");
      if (token.isEmpty() && line.strip().startsWith("prb_")) token = line.strip();
      if (line.startsWith("Ctrl-C")) break;
    }
    String said = err(process);
    assertFalse(token.isEmpty(), said);
    assertFalse(said.contains("Not all of the demo"), said);
    return new Up(process, url, token, said);
  }

  /** What it has said until now, without waiting for more. */
  private static String err(Process process) throws IOException {
    return new String(
        process.getErrorStream().readNBytes(process.getErrorStream().available()),
        StandardCharsets.UTF_8);
  }

  private Process start(String... words) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-Dprobity.home=" + System.getProperty("probity.root", ".."));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add("dev.probity.server.Server");
    command.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().remove("PROBITY_DATABASE_URL");
    builder.environment().put("PROBITY_DATA", data().toString());
    Process process = builder.start();
    started.add(process);
    return process;
  }

  private Path data() {
    return folder.resolve("a blank");
  }

  private static String ask(String url, String token) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + "/v1/example/decisions"))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(QUESTION))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }
  }
}
