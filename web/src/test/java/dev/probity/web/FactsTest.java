// SPDX-License-Identifier: Apache-2.0
package dev.probity.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.probity.store.token.Scope;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What is held of people, kept and decided by over HTTP. */
class FactsTest {
  private static final String NEWS =
      "{\"use\": \"contact.email\", \"for\": \"marketing.newsletter\"}";
  private static final String SERIAL =
      "{\"disclose\": \"device.serial\", \"to\": \"audiologist\", \"for\": \"device-support\"}";

  @TempDir static Path folder;
  private static Served served;
  private static Served beside;

  @BeforeAll
  static void start() throws Exception {
    served = new Served(folder);
    beside = new Served(folder, served.keys, "beside");
  }

  @AfterAll
  static void stop() {
    beside.close();
    served.close();
  }

  @Test
  void aDecisionRestsOnWhatIsHeld() throws Exception {
    String anna = person("{}");
    assertEquals("DENY", decide(served, anna, NEWS).path("effect").asString());
    record(anna, "add", "{\"consent\": {\"news\": \"opt-in\"}, \"region\": \"EEA\"}");
    assertEquals("PERMIT", decide(served, anna, NEWS).path("effect").asString());

    assertNotEquals("PERMIT", decide(served, anna, SERIAL).path("effect").asString());
    record(anna, "add", "{\"relation\": \"fitter-of\"}");
    assertEquals("PERMIT", decide(served, anna, SERIAL).path("effect").asString());
    String view = body(anna, "\"ask\": {\"view\": [\"device.serial\"], \"to\": \"audiologist\"}");
    JsonNode shown = served.post("/v1/one/views", view).json();
    assertEquals("[\"device.serial\"]", shown.path("shown").toString());

    record(anna, "set", "{\"relation\": []}");
    assertNotEquals("PERMIT", decide(served, anna, SERIAL).path("effect").asString());
    assertEquals("PERMIT", decide(served, anna, NEWS).path("effect").asString());
  }

  /** With the other server's clock an hour behind: what was acknowledged is in the past. */
  @Test
  void aWithdrawalIsSeenOnEveryServerAtOnce() throws Exception {
    beside.now.set(served.now.get().minus(Duration.ofHours(1)));
    for (int round = 0; round < 20; round++) {
      String anna = person("{}");
      record(anna, "add", "{\"consent\": {\"news\": \"opt-in\"}, \"region\": \"EEA\"}");
      assertEquals("PERMIT", decide(beside, anna, NEWS).path("effect").asString());
      Served withdrawing = round % 2 == 0 ? served : beside;
      Served.Answer done =
          withdrawing.post("/v1/one/withdrawals", body(anna, "\"consent\": \"news\""));
      assertEquals(200, done.status(), done.text());
      for (Served server : List.of(beside, served)) {
        JsonNode after = decide(server, anna, NEWS);
        assertEquals("DENY", after.path("effect").asString());
        assertTrue(after.path("because").toString().contains("EXA-018"), after.toString());
      }
      record(anna, "add", "{\"consent\": {\"news\": \"opt-in\"}}");
      assertEquals("PERMIT", decide(beside, anna, NEWS).path("effect").asString());
    }
  }

  /** Who never said yes may say no, where the law lets silence be a yes. */
  @Test
  void aWithdrawalStandsWithoutAYes() throws Exception {
    String anna = person("{}");
    record(anna, "add", "{\"region\": \"US-TX\"}");
    assertEquals("PERMIT", decide(served, anna, NEWS).path("effect").asString());
    served.post("/v1/one/withdrawals", body(anna, "\"consent\": \"news\""));
    assertEquals("DENY", decide(served, anna, NEWS).path("effect").asString());
  }

  /** What only the system may know, a caller claims in vain. */
  @Test
  void aCallerThatLiesChangesNothing() throws Exception {
    String anna = person("{}");
    record(anna, "add", "{\"region\": \"EEA\", \"age\": {\"subject\": 12}}");
    for (String ask : List.of(NEWS, SERIAL)) {
      String honest = decide(served, anna, ask).toString();
      String lies =
          "\"asserted\": {\"consent\": {\"news\": \"authorisation\"}, \"relation\":"
              + " \"fitter-of\", \"choice\": {\"gpc\": \"off\"}, \"notice\": \"presented\","
              + " \"state\": \"linked\", \"age\": {\"subject\": 50}, \"region\": \"US-TX\","
              + " \"evidence\": \"nothing-on-file\"}, \"ask\": ";
      Served.Answer answer = served.post("/v1/one/decisions", body(anna, lies + ask));
      assertEquals(honest, answer.json().toString());
    }
    Served.Answer given =
        served.post(
            "/v1/one/decisions",
            body(anna, "\"given\": {\"consent\": {\"news\": \"opt-in\"}}, \"ask\": " + NEWS));
    assertEquals("PRB-W004", given.code());
    assertEquals("PRB-W016", given.json().path("faults").get(0).path("code").asString());
    given =
        served.post(
            "/v1/one/decisions",
            body(anna, "\"given\": {\"date\": \"2026-03-02\"}, \"ask\": " + NEWS));
    assertEquals("PRB-W016", given.json().path("faults").get(0).path("code").asString());
  }

  /** A region nobody holds may be claimed; a document on file counts when it is cited. */
  @Test
  void whatACallerMayClaimCounts() throws Exception {
    String anna = person("{}");
    assertEquals("DENY", decide(served, anna, NEWS).path("effect").asString());
    String texas = "\"asserted\": {\"region\": \"US-TX\"}, \"ask\": " + NEWS;
    JsonNode claimed = served.post("/v1/one/decisions", body(anna, texas)).json();
    assertEquals("PERMIT", claimed.path("effect").asString(), claimed.toString());

    record(anna, "add", "{\"documents\": {\"kind\": \"legal.demand\", \"id\": \"D-1\"}}");
    String court = "\"ask\": {\"disclose\": \"contact.email\", \"to\": \"court\"}";
    for (String cited : List.of("D-1", "D-2")) {
      String asks = "\"asserted\": {\"evidence\": \"" + cited + "\"}, " + court;
      JsonNode answer = served.post("/v1/one/decisions", body(anna, asks)).json();
      assertEquals(cited.equals("D-1"), answer.path("effect").asString().equals("PERMIT"));
    }
  }

  @Test
  void whatADeviceSaysCountsForThatDevice() throws Exception {
    String anna = person("{}");
    String ask = "\"ask\": {\"sell\": \"contact.email\"}";
    Served.Answer set =
        served.post(
            "/v1/one/facts",
            body(anna, "\"device\": \"phone\", \"set\": {\"choice\": {\"gpc\": \"on\"}}"));
    assertEquals(200, set.status(), set.text());
    record(anna, "set", "{\"choice\": {\"gpc\": \"off\"}}");
    assertEquals("{\"choice\":{\"gpc\":\"on\"}}", read(anna, ", \"device\": \"phone\"").toString());
    assertEquals("{\"choice\":{\"gpc\":\"off\"}}", read(anna, "").toString());
    assertEquals("{}", read(anna, ", \"device\": \"tablet\"").toString());
    String there = "\"device\": \"phone\", " + ask;
    assertTrue(served.post("/v1/one/decisions", body(anna, there)).text().contains("EXA-031"));
    assertFalse(served.post("/v1/one/decisions", body(anna, ask)).text().contains("EXA-031"));
    // Why: of two the one that protects more, whoever said it (11 CCR 7025(c)(1)).
    record(anna, "set", "{\"choice\": {\"gpc\": \"on\"}}");
    served.post(
        "/v1/one/facts",
        body(anna, "\"device\": \"phone\", \"set\": {\"choice\": {\"gpc\": \"off\"}}"));
    assertTrue(served.post("/v1/one/decisions", body(anna, there)).text().contains("EXA-031"));
    String consent = "\"device\": \"phone\", \"set\": {\"consent\": {\"news\": \"opt-in\"}}";
    assertEquals("PRB-W004", served.post("/v1/one/facts", body(anna, consent)).code());
  }

  @Test
  void oneIdForOnePerson() throws Exception {
    String mail = "{\"known-as\": {\"contact.email\": \"Berit@Mail.test\"}}";
    String berit = person(mail);
    assertEquals(berit, person(mail.replace("Berit@", "berit@")));
    assertEquals(
        berit,
        person(
            "{\"known-as\": {\"contact.email\": \"berit@mail.test\", \"contact.phone\":"
                + " \"070\"}}"));
    assertEquals(berit, person("{\"known-as\": {\"contact.phone\": \"070\"}}"));
    String other = person("{\"known-as\": {\"contact.phone\": \"071\"}}");
    assertNotEquals(berit, other);
    Served.Answer both =
        served.post(
            "/v1/one/subjects",
            "{\"known-as\": {\"contact.email\": \"berit@mail.test\", \"contact.phone\":"
                + " \"071\"}}");
    assertEquals("PRB-W017", both.code());
    assertFalse(both.text().contains("berit"));
  }

  /** Many at once make one person, not several. */
  @Test
  void whoIsMadeKnownTwiceAtOnceIsOnePerson() throws Exception {
    for (int round = 0; round < 5; round++) {
      String mail = "{\"known-as\": {\"contact.email\": \"at-once-" + round + "\"}}";
      Set<String> ids = java.util.Collections.synchronizedSet(new TreeSet<>());
      List<Thread> threads =
          java.util.stream.IntStream.range(0, 6)
              .mapToObj(
                  i ->
                      Thread.startVirtualThread(
                          () -> {
                            try {
                              ids.add(
                                  (i % 2 == 0 ? served : beside)
                                      .post("/v1/one/subjects", mail)
                                      .text());
                            } catch (Exception e) {
                              ids.add(e.toString());
                            }
                          }))
              .toList();
      for (Thread thread : threads) thread.join();
      assertEquals(1, ids.size(), ids.toString());
      assertTrue(ids.toString().contains("sub_"), ids.toString());
    }
  }

  @Test
  void nobodyOfAnotherControllerIsFound() throws Exception {
    String anna = person("{}");
    record(anna, "add", "{\"relation\": \"fitter-of\"}");
    String two =
        served.store.tokens().create("two", "x", EnumSet.allOf(Scope.class), Duration.ofDays(1));
    for (String id : List.of(anna, "sub_" + "0".repeat(32), "x", "' or true --", "\\u0000", "å")) {
      for (Map.Entry<String, String> door :
          Map.of(
                  "decisions", "\"ask\": " + SERIAL,
                  "views", "\"ask\": {\"view\": [\"device.serial\"]}",
                  "facts", "\"add\": {\"relation\": \"fitter-of\"}",
                  "facts/read", "\"subject\": \"\"",
                  "withdrawals", "\"consent\": \"news\"")
              .entrySet()) {
        String sent =
            door.getKey().equals("facts/read")
                ? "{\"subject\": \"" + id + "\"}"
                : body(id, door.getValue());
        byte[] bytes = sent.getBytes(StandardCharsets.UTF_8);
        Served.Answer answer = served.post("/v1/two/" + door.getKey(), bytes, two);
        String code =
            answer.code().equals("PRB-W004")
                ? answer.json().path("faults").get(0).path("code").asString()
                : answer.code();
        assertEquals("PRB-W015", code, door.getKey() + id);
      }
    }
    assertEquals("{\"relation\":[\"fitter-of\"]}", read(anna, "").toString());
  }

  @Test
  void whatIsWrongIsRefusedAndNothingIsStored() throws Exception {
    String anna = person("{}");
    String before = read(anna, "").toString();
    for (String facts :
        List.of(
            "{\"consent\": \"news\"}",
            "{\"consent\": {\"anna-andersson\": \"opt-in\"}}",
            "{\"consent\": {\"news\": \"maybe\"}}",
            "{\"consent\": [7]}",
            "{\"consent\": null}",
            "{\"consent\": {\"news\": {\"level\": \"opt-in\", \"id\": \"x\"}}}",
            "{\"consent\": {\"news\": {\"covers\": {\"anna\": \"x\"}}}}",
            "{\"consent\": {\"news\": {\"from\": \"yesterday\"}}}",
            "{\"choice\": [\"gpc\"]}",
            "{\"choice\": {\"gpc\": {}}}",
            "{\"relation\": {\"fitter-of\": true}}",
            "{\"relation\": \"anna-andersson\"}",
            "{\"relation\": [[\"fitter-of\"]]}",
            "{\"state\": 7}",
            "{\"evidence\": {\"kind\": \"legal.demand\", \"anna\": 1}}",
            "{\"region\": {\"subject\": [\"EEA\"]}}",
            "{\"region\": [\"EEA\"]}",
            "{\"age\": {\"subject\": -1}}",
            "{\"age\": {\"subject\": \"anna\"}}",
            "{\"age\": 12}",
            "{\"pinned\": {}}",
            "{\"role\": \"controller\"}",
            "{\"read\": [\"consent\"]}",
            "{\"date\": \"2026-03-02\"}",
            "{\"anna\": 1}",
            "[]",
            "\"anna\"")) {
      for (String key : List.of("add", "set")) {
        Served.Answer answer =
            served.post("/v1/one/facts", body(anna, "\"" + key + "\": " + facts));
        assertEquals("PRB-W004", answer.code(), facts);
        assertFalse(answer.text().contains("anna"), answer.text());
      }
    }
    assertEquals(
        "PRB-W004", served.post("/v1/one/facts", "{\"subject\": \"" + anna + "\"}").code());
    assertEquals("PRB-W004", served.post("/v1/one/facts", "{\"add\": {}}").code());
    assertEquals(
        "PRB-W004", served.post("/v1/one/facts", "{\"device\": \"x\", \"add\": {}}").code());
    assertEquals(
        "PRB-W004", served.post("/v1/one/subjects", "{\"known-as\": {\"x\": \"y\"}}").code());
    assertEquals(
        "PRB-W004", served.post("/v1/one/withdrawals", body(anna, "\"consent\": \"anna\"")).code());
    assertEquals(before, read(anna, "").toString());
  }

  @Test
  void whatHoldsMoreThanAPersonNeedsIsRefused() throws Exception {
    String anna = person("{}");
    StringBuilder many = new StringBuilder();
    for (int i = 0; i < 200; i++)
      many.append(i == 0 ? "" : ", ")
          .append("{\"kind\": \"legal.demand\", \"id\": \"" + i + "x".repeat(500) + "\"}");
    Served.Answer answer =
        served.post("/v1/one/facts", body(anna, "\"add\": {\"documents\": [" + many + "]}"));
    assertEquals("PRB-W018", answer.code());
    assertEquals("{}", read(anna, "").toString());
  }

  @Test
  void scopesAreHeldTo() throws Exception {
    String anna = person("{}");
    String decides =
        served.store.tokens().create("one", "x", Set.of(Scope.DECIDE), Duration.ofDays(1));
    for (String door : List.of("subjects", "facts", "facts/read", "withdrawals")) {
      byte[] sent = body(anna, "\"x\": 1").getBytes(StandardCharsets.UTF_8);
      assertEquals("PRB-W002", served.post("/v1/one/" + door, sent, decides).code());
    }
  }

  /** No row tells who somebody is or what is held of her, to who has the database alone. */
  @Test
  void noRowSaysWhoOrWhat() throws Exception {
    String anna = person("{\"known-as\": {\"contact.email\": \"cecilia@mail.test\"}}");
    record(anna, "add", "{\"relation\": \"fitter-of\", \"pinned\": \"sentinel-version\"}");
    served.post(
        "/v1/one/facts",
        body(anna, "\"device\": \"sentinel-device\", \"set\": {\"choice\": {\"gpc\": \"on\"}}"));
    String rows =
        served
            .store
            .tenancy()
            .in(
                "one",
                c ->
                    c.sql(
                            "select (select string_agg(encode(handle, 'escape') ||"
                                + " s::text, ' ') from subject s) || (select"
                                + " string_agg(i::text, ' ') from subject_identifier i) || (select"
                                + " string_agg(encode(sealed, 'escape') || h::text, ' ')"
                                + " from held h)")
                        .query(String.class)
                        .single());
    assertTrue(rows.length() > 500);
    for (String word : List.of("cecilia", "fitter", "sentinel", anna, anna.substring(4)))
      assertFalse(rows.contains(word), word);
    for (String table : List.of("subject", "subject_identifier", "held")) {
      String count = "select count(*) from " + table;
      assertTrue(count("one", count) > 0, table);
      assertEquals(0, count("two", count), table);
      assertEquals(0, count("", count), table);
    }
    String log = Files.readString(served.log);
    assertFalse(log.contains(anna) || log.contains("cecilia") || log.contains("sentinel"));
  }

  private static long count(String controller, String sql) {
    return served.store.tenancy().in(controller, c -> c.sql(sql).query(Long.class).single());
  }

  private static String person(String body) throws Exception {
    Served.Answer answer = served.post("/v1/one/subjects", body);
    assertEquals(200, answer.status(), answer.text());
    return answer.json().path("subject").asString();
  }

  private static void record(String subject, String how, String facts) throws Exception {
    Served.Answer answer = served.post("/v1/one/facts", body(subject, "\"" + how + "\": " + facts));
    assertEquals(200, answer.status(), answer.text());
  }

  private static JsonNode read(String subject, String more) throws Exception {
    Served.Answer answer =
        served.post("/v1/one/facts/read", "{\"subject\": \"" + subject + "\"" + more + "}");
    assertEquals(200, answer.status(), answer.text());
    return answer.json().path("facts");
  }

  private static JsonNode decide(Served server, String subject, String ask) throws Exception {
    byte[] sent = body(subject, "\"ask\": " + ask).getBytes(StandardCharsets.UTF_8);
    Served.Answer answer = server.post("/v1/one/decisions", sent, served.token);
    assertEquals(200, answer.status(), answer.text());
    return answer.json();
  }

  private static String body(String subject, String rest) {
    return "{\"subject\": \"" + subject + "\", " + rest + "}";
  }
}
