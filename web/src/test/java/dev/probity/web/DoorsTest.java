// SPDX-License-Identifier: Apache-2.0
package dev.probity.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.probity.kernel.decide.Reference;
import dev.probity.notice.answer.Trees;
import dev.probity.notice.scenario.Ask;
import dev.probity.notice.scenario.AskReader;
import dev.probity.notice.yaml.YamlReader;
import dev.probity.store.Store;
import dev.probity.store.token.Scope;
import dev.probity.web.publish.Notices;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The doors of a running server, asked over HTTP. */
class DoorsTest {
  private static final String ASK =
      "{\"given\": {\"relation\": \"fitter-of\"}, \"ask\": {\"disclose\": \"device.serial\","
          + " \"to\": \"audiologist\", \"for\": \"device-support\"}}";
  private static final String WHO = "anna.andersson@mail.test";

  @TempDir static Path folder;
  private static Served served;

  @BeforeAll
  static void start() {
    served = new Served(folder);
  }

  @AfterAll
  static void stop() {
    served.close();
  }

  /** One meaning at every door: what the reference decides, printed as the command line does. */
  @Test
  void answersAreThoseOfTheReference() throws Exception {
    var source = served.packs.get("one");
    List<Path> questions;
    try (var files = Files.list(Served.ROOT.resolve("packs/example/demo"))) {
      questions = files.sorted().toList();
    }
    List<String> bodies = new ArrayList<>();
    List<JsonNode> expected = new ArrayList<>();
    for (Path question : questions) {
      String text = Files.readString(question);
      AskReader reader = new AskReader(source.words(new ArrayList<>()), served.now.get());
      Ask ask = YamlReader.read("q", text, new ArrayList<>()).flatMap(reader::file).orElseThrow();
      Object tree = Trees.of(new Reference(source.history()).decide(((Ask.Decide) ask).question()));
      bodies.add(text);
      expected.add(Served.JSON.valueToTree(tree));
      assertEquals(expected.getLast(), served.post("/v1/one/decisions", text).json());
    }
    assertTrue(bodies.size() >= 3);
    JsonNode batch = served.post("/v1/one/decisions", bodies.toString()).json();
    assertEquals(Served.JSON.valueToTree(expected), batch);
  }

  @Test
  void anEventAViewAndAClauseAreAnswered() throws Exception {
    String view =
        "{\"given\": {\"relation\": \"fitter-of\"}, \"ask\": {\"view\": [\"device.serial\","
            + " \"health.hearing.audiogram\"], \"to\": \"audiologist\"}}";
    JsonNode shown = served.post("/v1/one/views", view).json();
    assertEquals("[\"device.serial\"]", shown.path("shown").toString());
    assertTrue(shown.path("withheld").has("health.hearing.audiogram"));

    JsonNode clause = served.post("/v1/one/explain", "{\"clause\": \"EXA-020\"}").json();
    assertEquals("EXA-020", clause.path("clause").asString());
    assertEquals("PRB-W013", served.post("/v1/one/explain", "{\"clause\": \"EXA\"}").code());

    assertEquals("PRB-W014", served.post("/v1/one/decisions", view).code());
    assertEquals("PRB-W014", served.post("/v1/one/views", ASK).code());
  }

  @Test
  void whoShowsNoTokenOfThisControllerIsToldTheSame() throws Exception {
    String other =
        served.store.tokens().create("two", "x", EnumSet.allOf(Scope.class), Duration.ofDays(1));
    byte[] ask = ASK.getBytes(StandardCharsets.UTF_8);
    Set<String> told = new TreeSet<>();
    for (String token : List.of("", "x", "prb_" + "A".repeat(43), other, WHO))
      told.add(served.post("/v1/one/decisions", ask, token).text());
    for (String path : List.of("/v1/none/decisions", "/v1/..;a=b/decisions", "/v1/ONE/decisions"))
      told.add(served.post(path, ask, served.token).text());

    assertEquals(1, told.size(), told.toString());
    assertTrue(told.toString().contains("PRB-W001"));
    Served.Answer refused = served.post("/v1/one/decisions", ask, "");
    assertEquals(401, refused.status());
    assertEquals("Bearer", refused.response().headers().firstValue("WWW-Authenticate").get());
  }

  @Test
  void aTokenDoesWhatItsScopesSayUntilItEnds() throws Exception {
    String token =
        served.store.tokens().create("one", "x", Set.of(Scope.VIEW), Duration.ofDays(30));
    byte[] ask = ASK.getBytes(StandardCharsets.UTF_8);

    assertEquals("PRB-W002", served.post("/v1/one/decisions", ask, token).code());
    assertEquals("PRB-W002", served.post("/v1/one/explain", ask, token).code());
    assertEquals("PRB-W014", served.post("/v1/one/views", ask, token).code());

    served.store.tokens().revoke("one", token);
    served.now.updateAndGet(now -> now.plusSeconds(3));
    assertEquals("PRB-W001", served.post("/v1/one/views", ask, token).code());
  }

  /** A clock set back trusts no token for longer, and one set forward ends it. */
  @Test
  void aClockThatJumpsKeepsNoTokenAlive() throws Exception {
    String token = served.store.tokens().create("one", "x", Set.of(Scope.VIEW), Duration.ofDays(1));
    byte[] ask = ASK.getBytes(StandardCharsets.UTF_8);
    Instant now = served.now.get();
    try {
      assertEquals("PRB-W014", served.post("/v1/one/views", ask, token).code());
      served.now.set(now.minus(Duration.ofHours(1)));
      served.store.tokens().revoke("one", token);
      assertEquals("PRB-W001", served.post("/v1/one/views", ask, token).code());

      String ended =
          served.store.tokens().create("one", "x", Set.of(Scope.VIEW), Duration.ofDays(1));
      assertEquals("PRB-W014", served.post("/v1/one/views", ask, ended).code());
      served.now.set(now.plus(Duration.ofDays(2)));
      assertEquals("PRB-W001", served.post("/v1/one/views", ask, ended).code());
    } finally {
      served.now.set(now);
    }
  }

  @Test
  void whatIsNotStrictJsonIsRefused() throws Exception {
    String deep = "[".repeat(30) + "]".repeat(30);
    for (String body :
        List.of(
            "",
            "{",
            "nonsense",
            "{\"ask\": {}, \"ask\": {}}",
            ASK + " " + ASK,
            "{\"ask\": NaN}",
            "{\"ask\": 'x'}",
            "{\"ask\": \"\\ud800\"}",
            "\uFEFF" + ASK,
            "{\"ask\": " + deep + "}",
            "{\"ask\": \"" + "x".repeat(2_000) + "\"}")) {
      Served.Answer answer = served.post("/v1/one/decisions", body);
      assertEquals("PRB-W003", answer.code(), body);
      assertEquals(400, answer.status());
    }
    byte[] latin = ASK.replace("one", "é").getBytes(StandardCharsets.ISO_8859_1);
    latin[3] = (byte) 0xE9;
    assertEquals("PRB-W003", served.post("/v1/one/decisions", latin, served.token).code());
    byte[] wide = ASK.getBytes(StandardCharsets.UTF_16);
    assertEquals("PRB-W003", served.post("/v1/one/decisions", wide, served.token).code());
  }

  @Test
  void whatIsTooLargeIsRefused() throws Exception {
    String padded = "{" + " ".repeat(1 << 20) + "\"ask\": {}}";
    assertEquals("PRB-W005", served.post("/v1/one/decisions", padded).code());
    assertEquals("PRB-W005", served.post("/v1/one/explain", "[" + padded + "]").code());
    String many = Collections.nCopies(10_001, "{}").toString();
    assertEquals("PRB-W005", served.post("/v1/one/decisions", many).code());
    String most = Collections.nCopies(10_000, ASK).toString();
    assertEquals(10_000, served.post("/v1/one/decisions", most).json().size());
    assertEquals("[]", served.post("/v1/one/decisions", "[]").text());
  }

  /** Places and what to do; never what was sent, which may be a person in the wrong place. */
  @Test
  void nothingThatWasSentComesBackOrIsLogged() throws Exception {
    List<String> bodies =
        List.of(
            "{\"ask\": {\"disclose\": \"WHO\", \"to\": \"WHO\", \"at\": \"WHO\"}}",
            "{\"WHO\": 1, \"ask\": {\"disclose\": \"device.serial\", \"WHO\": \"WHO\"}}",
            "{\"ask\": {\"WHO\": \"device.serial\"}}",
            "{\"given\": {\"relation\": \"WHO\", \"region\": \"WHO\", \"date\": \"WHO\","
                + " \"consent\": {\"WHO\": \"WHO\"}, \"age\": {\"WHO\": \"WHO\"}, \"unknown\":"
                + " \"WHO\", \"channel\": \"WHO\", \"evidence\": {\"kind\": \"WHO\"}},"
                + " \"asserted\": {\"role\": \"WHO\"}, \"ask\": {\"use\": \"device.serial\","
                + " \"joined\": \"WHO\", \"class\": \"WHO\"}}",
            "{\"ask\": {\"event\": \"WHO\"}}",
            "{\"ask\": [\"WHO\"]}",
            "{\"ask\": {\"use\": [[\"WHO\"]]}}",
            "[\"WHO\", 7, null]",
            "{\"clause\": \"WHO\"}",
            "{\"WHO\": \"WHO");
    for (String body : bodies) {
      for (String door : List.of("decisions", "views", "explain")) {
        Served.Answer answer = served.post("/v1/one/" + door, body.replace("WHO", WHO));
        assertTrue(answer.status() >= 400 && answer.status() < 500, door + " " + body);
        assertFalse(answer.text().contains("anna"), answer.text());
      }
    }
    served.post("/v1/" + WHO + "/decisions", ASK);
    served.send(served.request("/" + WHO + "?who=" + WHO).header("X-Who", WHO).GET().build());
    String log = Files.readString(served.log);
    assertTrue(log.contains("\"door\":\"/v1/{controller}/decisions\""), log);
    assertFalse(log.contains("anna"));
    String metrics = served.send(served.request("/metrics").GET().build()).text();
    assertTrue(metrics.contains("http_server_requests"));
    assertFalse(metrics.contains("anna"));
  }

  @Test
  void everyFaultOfAQuestionIsToldWithItsPlace() throws Exception {
    Served.Answer answer =
        served.post(
            "/v1/one/decisions", "[" + ASK + ",\n {\"ask\": {\"use\": \"x.y\"}, \"b\": 1}]");

    assertEquals("PRB-W004", answer.code());
    JsonNode faults = answer.json().path("faults");
    assertEquals(2, faults.size());
    assertEquals(1, faults.get(0).path("item").asInt());
    assertEquals(2, faults.get(0).path("line").asInt());
    assertEquals("PRB-N013", faults.get(0).path("code").asString());
    assertEquals("PRB-N010", faults.get(1).path("code").asString());

    for (String nothing : List.of("\"view\": []", "\"use\": []", "\"disclose\": []")) {
      String door = nothing.contains("view") ? "views" : "decisions";
      Served.Answer empty = served.post("/v1/one/" + door, "{\"ask\": {" + nothing + "}}");
      assertEquals("PRB-N028", empty.json().path("faults").get(0).path("code").asString());
    }

    String many = Collections.nCopies(500, "\"x.y\"").toString();
    JsonNode capped = served.post("/v1/one/decisions", "{\"ask\": {\"use\": " + many + "}}").json();
    assertEquals(20, capped.path("faults").size());
  }

  @Test
  void otherWaysToOpenADoorAreRefused() throws Exception {
    assertEquals("PRB-W007", served.send(served.request("/v1/one/decisions").GET().build()).code());
    assertEquals("PRB-W008", served.send(served.request("/v1").GET().build()).code());
    assertEquals("PRB-W008", served.send(served.request("/").GET().build()).code());
    for (String path : List.of("/v1/one%2f../decisions", "/v1/%2e%2e%5c/x", "/v1/one%00/x"))
      assertEquals("PRB-W010", served.send(served.request(path).GET().build()).code(), path);
    HttpRequest.BodyPublisher body = HttpRequest.BodyPublishers.ofString(ASK);
    for (String type : List.of("text/plain", "application/json;charset=utf-16"))
      assertEquals(
          "PRB-W006",
          served
              .send(
                  served
                      .request("/v1/one/decisions")
                      .header("Content-Type", type)
                      .header("Authorization", "Bearer " + served.token)
                      .POST(body)
                      .build())
              .code());
    assertEquals(
        "PRB-W009",
        served
            .send(
                served
                    .request("/v1/one/decisions")
                    .header("Content-Type", "application/json")
                    .header("Accept", "text/html")
                    .POST(body)
                    .build())
            .code());
  }

  /** The description names the doors there are, and no answer has a status it does not name. */
  @Test
  void theDescriptionIsOfTheseDoors() throws Exception {
    JsonNode described = served.send(served.request("/v1/openapi.json").GET().build()).json();
    assertEquals("3.1.0", described.path("openapi").asString());
    Map<String, Set<String>> doors = new TreeMap<>();
    described
        .path("paths")
        .properties()
        .forEach(p -> doors.put(p.getKey(), new TreeSet<>(p.getValue().propertyNames())));
    assertEquals(served.web.doors(), doors);

    for (String path : doors.keySet()) {
      if (!doors.get(path).equals(Set.of("post"))) continue;
      String door =
          path.replace("{controller}", "one")
              .replace("{point}", "checkout")
              .replace("{register}", "deal");
      Set<String> named =
          new TreeSet<>(
              described.path("paths").path(path).path("post").path("responses").propertyNames());
      for (String body : List.of(ASK, "{", "{}", "{\"clause\": \"EXA-020\"}", "[]", "7")) {
        assertTrue(named.contains("" + served.post(door, body).status()), door + body);
        assertEquals(401, served.post(door, body.getBytes(StandardCharsets.UTF_8), "").status());
      }
    }
  }

  @Test
  void healthIsTold() throws Exception {
    for (String path : List.of("/health", "/health/readiness", "/health/liveness"))
      assertEquals(
          "UP", served.send(served.request(path).GET().build()).json().path("status").asString());
  }

  @Test
  void aPortThatIsTakenIsSaid() {
    Web.Parts same =
        new Web.Parts(
            served.packs,
            served.store,
            served.keys,
            served.folder.resolve("ledger"),
            null,
            served.clock,
            Notices.NONE);
    Web.Place taken = new Web.Place("127.0.0.1", served.web.port(), served.log);
    Web.Outcome.Refused refused = (Web.Outcome.Refused) Web.start(taken, same);
    assertEquals("PRB-W020", refused.fault().code());
  }

  @Test
  void withoutADatabaseNobodyIsLetIn() throws Exception {
    Path other = Files.createDirectory(folder.resolve("other"));
    Served lost = new Served(other);
    try (Store store = lost.store) {
      store.close();
      assertEquals("PRB-W012", lost.post("/v1/one/decisions", ASK).code());
      HttpRequest ready = lost.request("/health/readiness").GET().build();
      var answer =
          java.net.http.HttpClient.newHttpClient()
              .send(ready, java.net.http.HttpResponse.BodyHandlers.ofString());
      assertEquals(503, answer.statusCode());
    } finally {
      lost.web.close();
    }
  }
}
