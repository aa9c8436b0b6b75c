// SPDX-License-Identifier: Apache-2.0
package dev.probity.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.probity.ledger.entry.Entry;
import dev.probity.ledger.entry.EntryText;
import dev.probity.ledger.entry.Word;
import dev.probity.ledger.note.Note;
import dev.probity.ledger.note.SignedCheckpoint;
import dev.probity.ledger.note.VerifierKey;
import dev.probity.ledger.receipt.Receipt;
import dev.probity.ledger.tree.Merkle;
import dev.probity.store.log.LogLock;
import dev.probity.store.token.Scope;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The door that gives data out, and the log behind it, asked over HTTP. */
class DisclosuresTest {
  private static final String ASK =
      """
      {"subject": "ANNA",
       "ask": {"disclose": ["device.serial", "health.hearing.audiogram"],
               "to": "audiologist", "for": "device-support"},
       "record": {"device.serial": "SN-4711-sentinel",
                  "health.hearing.audiogram": "40 dB sentinel"}}
      """;
  private static final String SERIAL = "\"device.serial\": \"SN-4711-sentinel\"";

  @TempDir static Path folder;
  private static Served served;
  private static String anna;
  private static String bert;

  @BeforeAll
  static void start() throws Exception {
    served = new Served(folder);
    anna = person("one", served.token, "anna-7");
    bert = person("one", served.token, "bert-8");
  }

  /** Somebody whose hearing aids are fitted by whoever asks here. */
  private static String person(String controller, String token, String name) throws Exception {
    String doors = "/v1/" + controller;
    String known = "{\"known-as\": {\"contact.email\": \"" + name + "\"}}";
    String id = post(doors + "/subjects", known, token).path("subject").asString();
    String facts = "{\"subject\": \"" + id + "\", \"add\": {\"relation\": \"fitter-of\"}}";
    post(doors + "/facts", facts, token);
    return id;
  }

  private static JsonNode post(String path, String body, String token) throws Exception {
    Served.Answer answer = served.post(path, body.getBytes(StandardCharsets.UTF_8), token);
    assertEquals(200, answer.status(), answer.text());
    return answer.json();
  }

  @AfterAll
  static void stop() {
    served.close();
  }

  private static Served.Answer disclose(String body, String key) throws Exception {
    HttpRequest.Builder request =
        served
            .request("/v1/one/disclosures")
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + served.token)
            .POST(HttpRequest.BodyPublishers.ofString(body.replace("ANNA", anna)));
    if (!key.isEmpty()) request.header("Idempotency-Key", key);
    return served.send(request.build());
  }

  private static HttpResponse<byte[]> get(String path, String token) throws Exception {
    HttpRequest.Builder request = served.request("/v1/one/ledger/" + path);
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          request.header("Authorization", "Bearer " + token).build(),
          HttpResponse.BodyHandlers.ofByteArray());
    }
  }

  private static String text(String path) throws Exception {
    return new String(get(path, served.token).body(), StandardCharsets.UTF_8);
  }

  private static VerifierKey key() throws Exception {
    return VerifierKey.parse(text("key").strip()).orElseThrow();
  }

  private static SignedCheckpoint checkpoint() throws Exception {
    return SignedCheckpoint.parse(text("checkpoint")).orElseThrow();
  }

  private static Receipt receipt(JsonNode answer) {
    return Receipt.parse(answer.path("receipt").asString()).orElseThrow();
  }

  private static Entry.Disclosed entry(JsonNode answer) {
    return (Entry.Disclosed) EntryText.read(receipt(answer).entry()).orElseThrow();
  }

  @Test
  void whatIsPermittedIsReleasedAndStandsInTheLogBefore() throws Exception {
    JsonNode answer = disclose(ASK, "").json();

    assertEquals("{" + SERIAL.replace(" ", "") + "}", answer.path("released").toString());
    assertTrue(answer.path("withheld").has("health.hearing.audiogram"));
    assertEquals(Receipt.Verdict.GENUINE, receipt(answer).verify(key()));
    Entry.Disclosed entry = entry(answer);
    assertEquals(Set.of(new Word("device.serial")), entry.values().keySet());
    assertEquals(new Word("audiologist"), entry.recipient());
    assertEquals(List.of(new Word("EXA-020")), entry.clauses());

    Entry.Disclosed second = entry(disclose(ASK, "").json());
    assertNotEquals(entry.who(), second.who());
    assertNotEquals(entry.values(), second.values());
  }

  @Test
  void whatIsWithheldLeavesNoEntry() throws Exception {
    long before = checkpoint().checkpoint().size();
    JsonNode answer = disclose(ASK.replace(SERIAL + ",", ""), "").json();

    assertEquals("{}", answer.path("released").toString());
    assertFalse(answer.has("receipt"));
    assertEquals(before, checkpoint().checkpoint().size());
  }

  @Test
  void theSameRequestIsDoneOnce() throws Exception {
    JsonNode first = disclose(ASK, "a-key").json();
    served.now.updateAndGet(now -> now.plusSeconds(60));
    JsonNode again = disclose(ASK, "a-key").json();

    for (String same : List.of("entry", "released", "withheld", "acts"))
      assertEquals(first.path(same), again.path(same));
    assertArrayEquals(receipt(first).entry(), receipt(again).entry());
    assertEquals("PRB-W022", disclose(ASK.replace("ANNA", bert), "a-key").code());
    assertNotEquals(first.path("entry"), disclose(ASK, "A-key").json().path("entry"));
    assertEquals("PRB-W010", disclose(ASK, "a key").code());
  }

  @Test
  void whatCannotBeRecordedIsRefused() throws Exception {
    for (String body :
        List.of(
            ASK.replace("\"to\": \"audiologist\", ", ""),
            ASK.replace(", \"for\": \"device-support\"", ""),
            ASK.replace("\"disclose\"", "\"use\""),
            ASK.replace("\"SN-4711-sentinel\"", "4711"),
            ASK.replace("\"SN-4711-sentinel\"", "null"),
            ASK.replace(SERIAL, "\"device.model\": \"sentinel\""),
            ASK.substring(0, ASK.indexOf("\"record\"")) + "\"record\": {}}")) {
      Served.Answer answer = disclose(body, "");
      assertEquals("PRB-W021", answer.code(), body);
      assertFalse(answer.text().contains("sentinel"));
    }
    assertEquals("PRB-W004", disclose(ASK.replace("\"subject\"", "\"who\""), "").code());
    assertEquals("PRB-W004", disclose(ASK.replace("ANNA", "sub_nobody"), "").code());
    String claimed = ASK.replace("{\"subject\"", "{\"given\": {}, \"subject\"");
    assertEquals("PRB-W016", disclose(claimed, "").json().at("/faults/0/code").asString());
  }

  @Test
  void whatWasTakenBackSinceIsNotGivenOutAgain() throws Exception {
    String carl = person("one", served.token, "carl-9");
    String ask = ASK.replace("ANNA", carl);
    JsonNode first = disclose(ask, "carls").json();
    assertEquals(1, first.path("released").size());

    post(
        "/v1/one/facts",
        "{\"subject\": \"" + carl + "\", \"set\": {\"relation\": []}}",
        served.token);
    JsonNode again = disclose(ask, "carls").json();
    assertEquals(first.path("entry"), again.path("entry"));
    assertEquals(0, again.path("released").size());
    assertEquals(2, again.path("withheld").size());
  }

  /** She is erased after an answer was read and before it is appended. */
  @Test
  void nobodyIsGivenOutBehindHerErasure() throws Exception {
    String clara = person("one", served.token, "clara-9");
    long before = checkpoint().checkpoint().size();
    List<Served.Answer> answers = new ArrayList<>();
    Thread asking = held(clara, answers, "delete from subject where subject = ?");
    asking.join();
    assertTrue(answers.getFirst().text().contains("PRB-W015"), answers.getFirst().text());
    assertEquals(before, checkpoint().checkpoint().size());
  }

  /** What was decided by is not so any more, so it is decided again. */
  @Test
  void whatChangedMeanwhileIsDecidedAgain() throws Exception {
    String dora = person("one", served.token, "dora-10");
    List<Served.Answer> answers = new ArrayList<>();
    Thread asking =
        held(
            dora,
            answers,
            "update subject set changed_at = changed_at + interval '1 ms' where subject = ?");
    asking.join();
    assertEquals(200, answers.getFirst().status());
    assertEquals(
        "{" + SERIAL.replace(" ", "") + "}", answers.getFirst().json().path("released").toString());
  }

  /** Somebody else has the log until a disclosure waits for it, and changes her row. */
  private static Thread held(String subject, List<Served.Answer> answers, String sql)
      throws Exception {
    byte[] number =
        served
            .store
            .subjects(served.keys, served.store.ledgers(folder.resolve("ledger")))
            .number("one", subject);
    return served
        .store
        .tenancy()
        .in(
            "one",
            client -> {
              LogLock.take(client, "one");
              Thread asking =
                  Thread.ofVirtual()
                      .start(
                          () -> {
                            try {
                              answers.add(disclose(ASK.replace("ANNA", subject), ""));
                            } catch (Exception e) {
                              throw new AssertionError(e);
                            }
                          });
              while (!waits(client)) Thread.onSpinWait();
              client.sql(sql).param(number).update();
              return asking;
            });
  }

  private static boolean waits(JdbcClient client) {
    return client
        .sql("select exists (select from pg_locks where not granted and locktype = 'advisory')")
        .query(Boolean.class)
        .single();
  }

  @Test
  void auditorsReadTheLogAsTiles() throws Exception {
    JsonNode answer = disclose(ASK, "").json();
    SignedCheckpoint checkpoint = checkpoint();
    assertEquals(Note.Standing.SIGNED, checkpoint.standing(key()));
    long size = checkpoint.checkpoint().size();
    byte[] hashes = get("tile/0/000.p/" + size, served.token).body();
    assertEquals(size * 32, hashes.length);
    int at = answer.path("entry").asInt() * 32;
    assertArrayEquals(
        Merkle.leaf(receipt(answer).entry()).bytes(), Arrays.copyOfRange(hashes, at, at + 32));
    assertEquals(200, get("tile/entries/000.p/" + size, served.token).statusCode());
    Receipt again = Receipt.parse(text("receipt/" + answer.path("entry").asInt())).orElseThrow();
    assertArrayEquals(receipt(answer).entry(), again.entry());
    assertEquals(Receipt.Verdict.GENUINE, again.verify(key()));
    for (String none :
        List.of(
            "tile/0/000",
            "tile/9/000",
            "tile/0/000.p/0",
            "tile/0/000.p/999",
            "tile/x",
            "x",
            "receipt/" + size,
            "receipt/-1",
            "receipt/00",
            "receipt/9223372036854775808"))
      assertEquals(404, get(none, served.token).statusCode(), none);

    Set<Scope> others = EnumSet.complementOf(EnumSet.of(Scope.AUDIT));
    String token = served.store.tokens().create("one", "x", others, Duration.ofDays(1));
    for (String path : List.of("checkpoint", "key", "tile/0/000.p/1", "receipt/0"))
      assertEquals(403, get(path, token).statusCode());
  }

  /** Neither the subject's name nor a value, in no table, key folder or log. */
  @Test
  void nothingPersonalIsKeptInClear() throws Exception {
    disclose(ASK, "sentinel-key");
    String rows =
        served
            .store
            .tenancy()
            .in(
                "one",
                c ->
                    c.sql(
                            "select (select string_agg(convert_from(bytes, 'UTF8'), ' ') from"
                                + " ledger_entry) || (select string_agg(once::text, ' ') from once)"
                                + " || (select string_agg(note, ' ') from ledger_checkpoint)")
                        .query(String.class)
                        .single());
    assertTrue(rows.contains("disclosed"));
    StringBuilder all = new StringBuilder(rows);
    try (var files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList())
        all.append(file).append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
    }
    for (String secret : List.of("sentinel", "anna-7"))
      assertFalse(all.toString().contains(secret), secret);
  }

  @Test
  void aLogThatMustBeLookedAtTakesNothing() throws Exception {
    Path shelf = folder.resolve("ledger/two/checkpoints");
    Files.createDirectories(shelf.getParent());
    Files.writeString(shelf, "a\nb\nc\nd\ne\n");
    String token =
        served.store.tokens().create("two", "x", EnumSet.allOf(Scope.class), Duration.ofDays(1));
    byte[] ask = "{\"known-as\": {\"contact.email\": \"x\"}}".getBytes(StandardCharsets.UTF_8);
    String id = served.post("/v1/two/subjects", ask, token).json().path("subject").asString();
    byte[] facts =
        ("{\"subject\": \"" + id + "\", \"add\": {\"relation\": \"fitter-of\"}}")
            .getBytes(StandardCharsets.UTF_8);
    Served.Answer answer = served.post("/v1/two/facts", facts, token);

    assertEquals(503, answer.status());
    assertEquals("PRB-W023", answer.code());
    assertTrue(Files.readString(served.log).contains("PRB-S016"));
  }
}
