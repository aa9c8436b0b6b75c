// SPDX-License-Identifier: Apache-2.0
package dev.probity.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.probity.server.SteppedMailServer.Step;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mail in real processes: what a kill at each step leaves of it, and what the disk says. */
class MailKilledTest {
  private static final String ADDRESS = "sentinel-anna@mail.test";
  private static final String TITLE = "Sentinel of a title";
  private static final String TEXT = "Sentinels of a text";

  /** How often a mail goes out where its sender is killed at a step; the last is a race. */
  private static final Map<Step, Set<Integer>> TIMES =
      Map.of(
          Step.LINE, Set.of(1),
          Step.RECIPIENT, Set.of(1),
          Step.READ, Set.of(2),
          Step.TAKEN, Set.of(1, 2));

  private final HttpClient client = HttpClient.newHttpClient();
  private final List<Process> started = new ArrayList<>();

  @TempDir Path folder;
  private SteppedMailServer smtp;

  @BeforeEach
  void listen() throws IOException {
    smtp = new SteppedMailServer();
  }

  @AfterEach
  void stop() throws InterruptedException {
    for (Process process : started) {
      process.destroy();
      process.waitFor();
    }
    smtp.close();
  }

  private record Up(Process process, String url, String token) {}

  /** One server after the other dies over one mail each; each mail arrives, and is said once. */
  @Test
  void aKillAtNoStepLosesAMail() throws Exception {
    Up up = up();
    String id = person(up);
    int said = 0;
    for (Step step : Step.values()) {
      smtp.taken.clear();
      Process victim = up.process();
      smtp.at(
          now -> {
            if (now == step) kill(victim);
          });
      String mail = mail(up, id, step.name());
      victim.waitFor();
      smtp.at(now -> {});
      up = up();
      // Why by hand: a mail that a dead server has is not anybody's before its time is over.
      new Attacker(data()).dueAtOnce();
      until(up, mail, "sent");
      int times = smtp.taken.size();
      assertTrue(TIMES.getOrDefault(step, Set.of()).contains(times), step + ": " + times);
      for (String taken : smtp.taken) assertEquals(number(smtp.taken.getFirst()), number(taken));
      said++;
      assertEquals(said, said(up), "the log says each once, at " + step);
    }
  }

  /** Everywhere under the data directory, before it left and after: tables, WAL, keys, logs. */
  @Test
  void nothingOfAMailLiesOnTheDiskInClear() throws Exception {
    Up up = up();
    String id = person(up);
    smtp.at(
        step -> {
          if (step == Step.LINE) assertEquals(List.of(), found(List.of(ADDRESS, TITLE, TEXT)));
        });
    String mail = mail(up, id, "");
    until(up, mail, "sent");
    Matcher link = Pattern.compile("/unsubscribe/example/([\\w-]{43})").matcher(unfolded());
    assertTrue(link.find(), unfolded());
    List<String> never = List.of(ADDRESS, TITLE, TEXT, "sentinel-anna", link.group(1), id);
    assertEquals(List.of(), found(never));
    up.process().destroy();
    up.process().waitFor();
    assertEquals(List.of(), found(never));
    // Why: a sweep that finds nothing at all would prove nothing.
    assertFalse(found(List.of("/v1/{controller}/mail")).isEmpty());
  }

  private static void kill(Process victim) {
    victim.destroyForcibly();
    try {
      victim.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private String unfolded() {
    return smtp.taken.getFirst().replace("\r\n ", "").replace("=\r\n", "").replace("=3D", "=");
  }

  private static String number(String taken) {
    Matcher number = Pattern.compile("(?mi)^Message-ID: *(\\S+)").matcher(taken);
    assertTrue(number.find(), taken);
    return number.group(1);
  }

  private String person(Up up) throws Exception {
    String body =
        "{\"fields\": {\"contact.name\": \"Anna\", \"contact.address\": \"Gatan 1\","
            + " \"contact.email\": \""
            + ADDRESS
            + "\"}, \"consents\": {\"news\": \"opt-in\"}, \"notice\": \"2026-03-01\"}";
    String id = part(post(up, "points/checkout", body), "subject");
    post(up, "facts", "{\"subject\": \"" + id + "\", \"add\": {\"region\": \"EEA\"}}");
    return id;
  }

  private String mail(Up up, String id, String step) throws Exception {
    String body =
        "{\"subject\": \""
            + id
            + "\", \"for\": \"marketing.newsletter\", \"title\": \""
            + TITLE
            + " "
            + step
            + "\", \"text\": \""
            + TEXT
            + "\"}";
    return part(post(up, "mail", body), "mail");
  }

  private void until(Up up, String mail, String state) throws Exception {
    long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
    String now = "";
    while (!now.equals(state) && System.nanoTime() < end)
      now = part(post(up, "mail/read", "{\"mail\": \"" + mail + "\"}"), "state");
    assertEquals(state, now);
  }

  private int said(Up up) throws Exception {
    String entries = "/v1/example/ledger/tile/entries/000.p/";
    String checkpoint = get(up, "/v1/example/ledger/checkpoint");
    String bundle = get(up, entries + checkpoint.lines().toList().get(1));
    return bundle.split("\"mail-sent\"", -1).length - 1;
  }

  private static String part(String answer, String key) {
    Matcher value = Pattern.compile("\"" + key + "\":\"([^\"]+)\"").matcher(answer);
    assertTrue(value.find(), answer);
    return value.group(1);
  }

  private List<String> found(List<String> words) {
    List<String> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (file.toString().contains("postgresql-")) continue;
        String bytes = new String(bytes(file), StandardCharsets.ISO_8859_1);
        for (String word : words)
          if (bytes.contains(word)) found.add(word + " in " + folder.relativize(file));
      }
    } catch (IOException e) {
      throw new AssertionError(e);
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

  private String post(Up up, String door, String body) throws Exception {
    return send(
        request(up, "/v1/example/" + door)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private String get(Up up, String path) throws Exception {
    return send(request(up, path).GET());
  }

  private static HttpRequest.Builder request(Up up, String path) {
    return HttpRequest.newBuilder(URI.create(up.url() + path))
        .header("Authorization", "Bearer " + up.token());
  }

  private String send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString()).body();
  }

  private Path data() {
    return folder.resolve("data");
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
    builder.environment().put("PROBITY_DATA", data().toString());
    builder.environment().put("PROBITY_SMTP_URL", "smtp://127.0.0.1:" + smtp.port);
    builder.environment().put("PROBITY_MAIL_FROM", "news@klangvik.test");
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
