// SPDX-License-Identifier: Apache-2.0
package dev.probity.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
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
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever somebody can hand over bears a mark, and the mark stands nowhere: not in tables, WAL,
 * keys, logs, temporary files or output, before she is erased and after, and after a kill of both
 * server and database.
 */
@Timeout(900)
class SentinelsTest {
  private static final String MARK = "Qzxvjkw9";
  private static final String NUMBER = "730591826473";
  private static final Sweep SWEEP = Sweep.of(MARK, NUMBER);

  /** Status, door and body; {@code !} is the mark with the line's number, so that none is twice. */
  private static final String ASKED =
      """
      201 points/checkout {"fields": {"contact.name": "! Åsa", "contact.email": "!mail@mail.test", \
      "contact.address": "! street 1", "contact.phone": "730591826473"}, "age": 40, \
      "asserted": {"region": "SE"}, "consents": {"news": "opt-in"}, \
      "notice": "2026-03-01"}
      201 points/device-linking {"subject": "HER", "fields": {"device.serial": "!serial"}, \
      "age": 40, "asserted": {"region": "SE"}, "notice": "2026-03-01"}
      422 points/checkout {"fields": {"contact.email": "a@mail.test", "!undeclared": "!undeclared"}}
      422 points/checkout {"fields": {"contact.email": "a@mail.test"}, "!undeclared": "!undeclared"}
      400 points/checkout {"fields": {"contact.name": "!broken
      404 points/!none {"fields": {"contact.name": "!broken"}}
      200 subjects {"known-as": {"contact.phone": "!phone", "account.username": "!username"}}
      200 facts {"subject": "HER", "add": {"relation": "fitter-of", "region": "EEA", \
      "evidence": {"kind": "legal.demand", "id": "!evidence"}, "consent": {"direction": \
      {"level": "written", "covers": {"recipient": "!covered"}}}}}
      200 facts {"subject": "HER", "device": "!device", "set": {"choice": {"gpc": "on"}}}
      422 facts {"subject": "HER", "add": {"!fact": "!fact"}}
      200 facts/read {"subject": "HER", "device": "!device"}
      200 decisions {"subject": "HER", "asserted": {"evidence": "!asserted"}, \
      "ask": {"disclose": "contact.email", "to": "court"}}
      422 decisions {"subject": "HER", "ask": {"use": "!element", "for": "!purpose"}}
      422 views {"subject": "!nobody", "ask": {"view": ["device.serial"], "to": "!recipient"}}
      200 disclosures {"subject": "HER", "ask": {"disclose": ["device.serial"], \
      "to": "audiologist", "for": "device-support"}, "record": {"device.serial": "!released"}}
      422 disclosures {"subject": "HER", "ask": {"disclose": ["device.serial"], \
      "to": "audiologist", "for": "device-support"}, "record": {"!undeclared": "!undeclared"}}
      202 mail {"subject": "HER", "for": "marketing.newsletter", "title": "! title", \
      "text": "! text\\nof two lines, Åsa"}
      200 registers/authorisation {"subject": "HER", "document": "!paper", "elements": \
      {"consent": "insurer-authorisation", "data": ["health.hearing"], "disclosers": "!discloser", \
      "recipients": ["insurer/alfa"], "purposes": ["insurance-underwriting"], \
      "expires": "2099-12-31", "signed-by": "person", "signed": "2026-11-01", \
      "states-revocation": true, "states-conditions": true, "states-redisclosure": true, \
      "combined-with": "nothing", "conditioned": "nothing"}}
      200 registers/demand {"document": "!demand", "elements": {"form": "legal.demand.subpoena", \
      "issuer": "!court", "received": "2026-11-02", "data": ["contact"], "recipients": ["court"], \
      "reviewed-by": "!counsel"}}
      422 registers/demand {"document": "!demand-2", "elements": {"!element": "!element"}}
      200 registers/authorisation/read {"subject": "HER"}
      200 events {"subject": "HER", "event": "breach"}
      422 events {"subject": "HER", "event": "!event"}
      404 erasures {"subject": "!nobody"}
      200 erasures {"subject": "HER", "dry-run": true}
      """;

  @TempDir Path folder;
  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void aMarkOnEverythingHandedOverStandsNowhere() throws Exception {
    SteppedMailServer smtp = new SteppedMailServer();
    Map<String, String> settings = settings(smtp);
    String her;
    try (Running running = new Running(folder, settings)) {
      her = told(running);
      form(running);
      clean("while it runs");
      until(() -> !smtp.taken.isEmpty());
      assertTrue(smtp.taken.getFirst().contains(MARK), "mail reaches whom it is for");
      kill(running);
      clean("after a kill of both");
    }
    try (Running running = new Running(folder, settings)) {
      clean("after a start over what was killed");
      String about = "{\"subject\": \"" + her + "\"}";
      assertEquals(200, ask(running, "erasures", about).statusCode());
      assertEquals(404, ask(running, "facts/read", about).statusCode());
      clean("after she was erased");
      String back = "{\"known-as\": {\"contact.email\": \"" + MARK + "0mail@mail.test\"}}";
      assertEquals(200, ask(running, "subjects", back).statusCode());
      kill(running);
      clean("after she came back, and a kill");
    }
    smtp.close();
    whatIsPlantedIsFound(settings);
  }

  private Map<String, String> settings(SteppedMailServer smtp) throws IOException {
    Path temporary = Files.createDirectory(folder.resolve("tmp"));
    return Map.of(
        "JAVA_TOOL_OPTIONS",
        "-Djava.io.tmpdir=" + temporary,
        "PROBITY_SMTP_URL",
        "smtp://127.0.0.1:" + smtp.port,
        "PROBITY_MAIL_FROM",
        "news@klangvik.test");
  }

  private void clean(String when) throws IOException {
    assertEquals(List.of(), SWEEP.of(folder), when);
  }

  /** Asks all of it, as somebody who puts the mark into the rest of a request too. */
  private String told(Running running) throws Exception {
    String her = "";
    int number = 0;
    List<String> otherwise = new ArrayList<>();
    for (String line : ASKED.lines().toList()) {
      String[] words = line.replace("!", MARK + number++).replace("HER", her).split(" ", 3);
      HttpResponse<String> answer = ask(running, words[1], words[2]);
      if (!words[0].equals("" + answer.statusCode()))
        otherwise.add("\n" + answer.statusCode() + " for " + line + "\n  " + answer.body());
      if (her.isEmpty()) her = part(answer.body());
    }
    assertEquals(List.of(), otherwise);
    HttpRequest lost =
        HttpRequest.newBuilder(URI.create(running.url + "/" + MARK + "?" + MARK + "=" + MARK))
            .header("Authorization", "Bearer prb_" + MARK)
            .header("User-Agent", MARK)
            .header("Cookie", "a=" + MARK)
            .header("traceparent", MARK)
            .method(MARK, HttpRequest.BodyPublishers.ofString(MARK))
            .build();
    assertTrue(client.send(lost, HttpResponse.BodyHandlers.ofString()).statusCode() >= 400);
    return her;
  }

  private HttpResponse<String> ask(Running running, String door, String body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(running.url + "/v1/example/" + door + "?x=" + MARK))
            .header("Authorization", "Bearer " + running.token)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", MARK + body.hashCode())
            .header("Referer", "http://" + MARK + ".test/")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private static String part(String answer) {
    Matcher value = Pattern.compile("\"subject\":\"([^\"]+)\"").matcher(answer);
    assertTrue(value.find(), answer);
    return value.group(1);
  }

  /** By the page that people use: once as it stands, and once with a field that it has not. */
  private void form(Running running) throws Exception {
    HttpResponse<String> first = running.get("/forms/example/checkout");
    if (first.statusCode() == 303) {
      String notice = first.headers().firstValue("Location").orElseThrow();
      Matcher on =
          Pattern.compile("<a [^>]*class=\"button\"[^>]*>").matcher(running.get(notice).body());
      assertTrue(on.find(), notice);
      Matcher to = Pattern.compile("href=\"([^\"]+)\"").matcher(on.group());
      assertTrue(to.find(), notice);
      first = running.get(to.group(1).replace("&amp;", "&"));
    }
    String page = first.body();
    List<String> pairs = new ArrayList<>();
    Matcher hidden = Pattern.compile("type=\"hidden\"[^>]*>").matcher(page);
    while (hidden.find())
      pairs.add(attribute(hidden.group(), "name") + "=" + attribute(hidden.group(), "value"));
    assertFalse(pairs.isEmpty(), page);
    pairs.add("f.contact.name=" + MARK + "form");
    pairs.add("f.contact.email=" + MARK + "form%40mail.test");
    pairs.add("f.contact.address=" + MARK + "form");
    if (page.contains("name=\"region\"")) pairs.add("region=SE");
    if (page.contains("name=\"age\"")) pairs.add("age=40");
    String whole = String.join("&", pairs);
    assertTrue(send(running, whole + "&f." + MARK + "=" + MARK).statusCode() >= 400);
    HttpResponse<String> done = send(running, whole);
    assertEquals(201, done.statusCode(), done.body());
  }

  private static String attribute(String tag, String name) {
    Matcher value = Pattern.compile(" " + name + "=\"([^\"]*)\"").matcher(" " + tag);
    return value.find()
        ? java.net.URLEncoder.encode(value.group(1), java.nio.charset.StandardCharsets.UTF_8)
        : "";
  }

  private HttpResponse<String> send(Running running, String body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(running.url + "/forms/example/checkout"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }

  /** Server and database, at once and without a last word. */
  private void kill(Running running) throws Exception {
    String database = Files.readAllLines(folder.resolve("data/database/postmaster.pid")).getFirst();
    running.process.destroyForcibly().waitFor();
    assertEquals(0, new ProcessBuilder("kill", "-KILL", database.strip()).start().waitFor());
    until(() -> ProcessHandle.of(Long.parseLong(database.strip())).isEmpty());
  }

  /** A sweep that finds nothing would say nothing: each form in a file, and a row in a table. */
  private void whatIsPlantedIsFound(Map<String, String> settings) throws Exception {
    Path planted = folder.resolve("planted");
    for (byte[] form : Sweep.written(MARK + "planted")) {
      Files.write(planted, form);
      assertEquals(
          1, SWEEP.of(planted).size(), new String(form, java.nio.charset.StandardCharsets.UTF_8));
    }
    Files.delete(planted);
    Files.delete(Files.createFile(folder.resolve(MARK)));
    clean("with nothing planted any more");
    try (Running running = new Running(folder, settings)) {
      assertEquals(200, running.get("/health/liveness").statusCode());
      clean("after a start over what was killed again");
      new Attacker(folder.resolve("data")).plant(MARK);
      assertTrue(
          SWEEP.of(folder).stream().anyMatch(found -> found.contains("in data/database/pg_wal")));
    }
    assertTrue(
        SWEEP.of(folder).stream().anyMatch(found -> found.contains("in data/database/base")));
  }

  private static void until(Callable<Boolean> so) throws Exception {
    long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
    while (!so.call() && System.nanoTime() < end) Thread.onSpinWait();
    assertTrue(so.call());
  }
}
