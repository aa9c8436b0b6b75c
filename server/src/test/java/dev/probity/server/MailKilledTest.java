// SPDX-License-Identifier: Apache-2.0
package dev.probity.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.probity.server.SteppedMailServer.Step;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

  private final List<Running> started = new ArrayList<>();

  @TempDir Path folder;
  private SteppedMailServer smtp;

  @BeforeEach
  void listen() throws IOException {
    smtp = new SteppedMailServer();
  }

  @AfterEach
  void stop() throws InterruptedException {
    for (Running up : started) up.close();
    smtp.close();
  }

  /** One server after the other dies over one mail each; each mail arrives, and is said once. */
  @Test
  void aKillAtNoStepLosesAMail() throws Exception {
    Running up = up();
    String id = person(up);
    int said = 0;
    for (Step step : Step.values()) {
      smtp.taken.clear();
      Process victim = up.process;
      smtp.at(
          now -> {
            if (now == step) kill(victim);
          });
      String mail = mail(up, id, step.name());
      victim.waitFor();
      smtp.at(now -> {});
      up = up();
      // Why by hand: a mail that a dead server has is not anybody's before its time is over.
      new Attacker(up.data).dueAtOnce();
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
    Running up = up();
    String id = person(up);
    smtp.at(
        step -> {
          if (step == Step.LINE) assertEquals(List.of(), found(ADDRESS, TITLE, TEXT));
        });
    String mail = mail(up, id, "");
    until(up, mail, "sent");
    Matcher link = Pattern.compile("/unsubscribe/example/([\\w-]{43})").matcher(unfolded());
    assertTrue(link.find(), unfolded());
    String[] never = {ADDRESS, TITLE, TEXT, "sentinel-anna", link.group(1), id};
    assertEquals(List.of(), found(never));
    up.process.destroy();
    up.process.waitFor();
    assertEquals(List.of(), found(never));
    // Why: a sweep that finds nothing at all would prove nothing.
    assertFalse(found("/v1/{controller}/mail").isEmpty());
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

  private String person(Running up) throws Exception {
    String body =
        "{\"fields\": {\"contact.name\": \"Anna\", \"contact.address\": \"Gatan 1\","
            + " \"contact.email\": \""
            + ADDRESS
            + "\"}, \"consents\": {\"news\": \"opt-in\"}, \"notice\": \"2026-03-01\"}";
    String id = part(post(up, "points/checkout", body), "subject");
    post(up, "facts", "{\"subject\": \"" + id + "\", \"add\": {\"region\": \"EEA\"}}");
    return id;
  }

  private String mail(Running up, String id, String step) throws Exception {
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

  private void until(Running up, String mail, String state) throws Exception {
    long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
    String now = "";
    while (!now.equals(state) && System.nanoTime() < end)
      now = part(post(up, "mail/read", "{\"mail\": \"" + mail + "\"}"), "state");
    assertEquals(state, now);
  }

  private int said(Running up) throws Exception {
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

  private List<String> found(String... words) {
    try {
      return Sweep.of(words).of(folder);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String post(Running up, String door, String body) throws Exception {
    return up.post(door, body).body();
  }

  private static String get(Running up, String path) throws Exception {
    return up.get(path, up.token).body();
  }

  private Running up() throws IOException {
    Map<String, String> settings =
        Map.of(
            "PROBITY_SMTP_URL",
            "smtp://127.0.0.1:" + smtp.port,
            "PROBITY_MAIL_FROM",
            "news@klangvik.test");
    Running up = new Running(folder, settings);
    started.add(up);
    return up;
  }
}
