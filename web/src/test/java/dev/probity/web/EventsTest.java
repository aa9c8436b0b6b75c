// SPDX-License-Identifier: Apache-2.0
package dev.probity.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.probity.ledger.entry.Entry;
import dev.probity.ledger.entry.EntryText;
import dev.probity.ledger.entry.Word;
import dev.probity.ledger.log.Log;
import dev.probity.ledger.receipt.Receipt;
import dev.probity.store.subject.Given;
import dev.probity.store.subject.KeptOut;
import dev.probity.store.subject.Subjects;
import dev.probity.store.subject.Who;
import dev.probity.store.subject.Writing;
import dev.probity.store.token.Scope;
import dev.probity.vault.seal.Origin;
import dev.probity.web.problem.Kind;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What happens to a person, and what is done about it, asked over HTTP with real packs. */
class EventsTest {
  @TempDir static Path folder;
  private static Served served;
  private static String other;

  @BeforeAll
  static void start() {
    served = new Served(folder, Map.of("one", Served.pack("omron"), "two", Served.pack("inogen")));
    other =
        served.store.tokens().create("two", "two", EnumSet.allOf(Scope.class), Duration.ofDays(1));
  }

  @AfterAll
  static void stop() {
    served.close();
  }

  private static String token(String controller) {
    return controller.equals("one") ? served.token : other;
  }

  private static Served.Answer send(String controller, String door, String body) throws Exception {
    return served.post(
        "/v1/" + controller + "/" + door, body.getBytes(StandardCharsets.UTF_8), token(controller));
  }

  private static JsonNode ok(String controller, String door, String body) throws Exception {
    Served.Answer answer = send(controller, door, body);
    assertEquals(200, answer.status(), answer.text());
    return answer.json();
  }

  private static String person(String controller, String mail, String facts) throws Exception {
    String id =
        ok(controller, "subjects", "{\"known-as\": {\"contact.email\": \"" + mail + "\"}}")
            .path("subject")
            .asString();
    ok(controller, "facts", "{\"subject\": \"" + id + "\", \"add\": " + facts + "}");
    return id;
  }

  private static String about(String id, String more) {
    return "{\"subject\": \"" + id + "\", " + more + "}";
  }

  private static Log log(String controller) {
    return served.store.ledgers(folder.resolve("ledger")).of(controller);
  }

  private static Entry entry(String controller, long index) {
    return EntryText.read(log(controller).receipt(index).entry()).orElseThrow();
  }

  private static List<String> texts(JsonNode list) {
    return list.valueStream().map(node -> node.asString()).toList();
  }

  @Test
  void aChildFoundOutIsErasedAndSoItStandsInTheLog() throws Exception {
    String id =
        person("one", "child@mail.test", "{\"region\": \"US-TX\", \"age\": {\"subject\": 12}}");

    JsonNode answer = ok("one", "events", about(id, "\"event\": \"learned-under-age\""));

    assertEquals(List.of("OMR-154b"), texts(answer.path("because")), answer.toString());
    assertEquals(List.of("block", "erase"), texts(answer.path("done")));
    assertTrue(answer.path("owed").isEmpty());
    assertEquals("at-once", answer.at("/due/OMR-154b/operator").asString());
    JsonNode erasure = answer.path("erasure");
    Receipt receipt = Receipt.parse(erasure.path("receipt").asString()).orElseThrow();
    assertEquals(
        Receipt.Verdict.GENUINE,
        receipt.verify(served.store.ledgers(folder.resolve("ledger")).key("one")));
    Entry.Erased erased = (Entry.Erased) EntryText.read(receipt.entry()).orElseThrow();
    assertEquals(erasure.path("dark").asString(), erased.dark().toString());
    long intended = erasure.path("intended").asLong();
    assertTrue(entry("one", intended) instanceof Entry.ErasureIntended);
    Entry.Acted blocked = (Entry.Acted) entry("one", intended + 1);
    assertEquals(List.of(new Word("block")), blocked.acts());
    Entry.Acted gone = (Entry.Acted) entry("one", erasure.path("entry").asLong() + 1);
    assertEquals(List.of(new Word("erase")), gone.acts());

    assertEquals("PRB-W015", send("one", "facts/read", "{\"subject\": \"" + id + "\"}").code());
    assertEquals(
        erasure,
        ok("one", "events", about(id, "\"event\": \"learned-under-age\"")).path("erasure"));
    assertEquals(
        erasure.path("receipt"),
        ok("one", "erasures", "{\"subject\": \"" + id + "\"}").path("receipt"));
  }

  @Test
  void whoIsNoChildIsLeftAlone() throws Exception {
    String id =
        person("two", "grown@mail.test", "{\"region\": \"SE\", \"age\": {\"subject\": 30}}");
    long before = log("two").checkpoint().checkpoint().size();

    JsonNode answer = ok("two", "events", about(id, "\"event\": \"learned-under-age\""));

    assertEquals(List.of(), texts(answer.path("done")));
    assertTrue(answer.path("owed").isEmpty());
    assertEquals(before, log("two").checkpoint().checkpoint().size());
    ok("two", "facts/read", "{\"subject\": \"" + id + "\"}");
  }

  @Test
  void nobodyIsErasedOnAReportThatNobodyVerified() throws Exception {
    String id = person("two", "reported@mail.test", "{\"region\": \"SE\"}");

    JsonNode answer = ok("two", "events", about(id, "\"event\": \"guardian-report\""));

    assertEquals(List.of("block"), texts(answer.path("done")));
    JsonNode owed = answer.path("owed");
    assertEquals("erase", owed.get(0).path("act").asString());
    assertEquals("verify", owed.get(0).path("after").asString());
    assertEquals("verify", owed.get(1).path("act").asString());
    String ask = about(id, "\"ask\": {\"use\": \"contact.email\", \"for\": \"service\"}");
    assertTrue(texts(ok("two", "decisions", ask).path("because")).contains("ING-147"));

    ok("two", "facts", about(id, "\"add\": {\"state\": \"verified\"}"));
    JsonNode then = ok("two", "events", about(id, "\"event\": \"guardian-report\""));
    assertEquals(List.of("block", "erase", "verify"), texts(then.path("done")));
    assertFalse(then.path("erasure").isMissingNode());
  }

  private static final String USE = "\"ask\": {\"use\": \"contact.email\", \"for\": \"service\"}";
  private static final String SHOW =
      "\"ask\": {\"disclose\": \"content.review\", \"to\": \"public\"}";
  private static final String LOOK =
      "\"ask\": {\"use\": \"contact.email\", \"for\": \"compliance.rights-request\"}";
  private static final String KEEP = "\"ask\": {\"retain\": \"contact.email\"}";

  /** Whether an act done by hand is what denies; whatever the pack itself says. */
  private static boolean limited(String id, String ask) throws Exception {
    JsonNode decision = ok("one", "decisions", about(id, ask));
    boolean limited = texts(decision.path("because")).contains("staff");
    if (limited) assertEquals("DENY", decision.path("effect").asString());
    return limited;
  }

  @Test
  void blockingHidingAndQuarantineAreDifferentActsUntilTheyAreLifted() throws Exception {
    String id = person("one", "acts@mail.test", "{\"region\": \"US-TX\"}");
    Map<String, List<Boolean>> denies =
        Map.of(
            "block", List.of(true, true, true, false),
            "quarantine", List.of(true, true, false, false),
            "hide", List.of(false, true, false, false),
            "deactivate", List.of(false, false, false, false));
    for (var act : denies.entrySet()) {
      String named = "\": \"" + act.getKey() + "\"";
      JsonNode done = ok("one", "events", about(id, "\"act" + named));
      assertEquals(List.of(act.getKey()), texts(done.path("done")));
      Entry.Acted acted = (Entry.Acted) entry("one", done.path("entry").asLong());
      assertEquals(List.of(new Word(act.getKey())), acted.acts());
      List<Boolean> found = new java.util.ArrayList<>();
      for (String ask : List.of(USE, SHOW, LOOK, KEEP)) found.add(limited(id, ask));
      assertEquals(act.getValue(), found, act.getKey());
      String view = about(id, "\"ask\": {\"view\": [\"contact.email\"], \"for\": \"service\"}");
      boolean withheld =
          texts(ok("one", "views", view).at("/withheld/contact.email")).contains("staff");
      assertEquals(act.getValue().getFirst(), withheld, act.getKey());
      String read = ok("one", "facts/read", "{\"subject\": \"" + id + "\"}").toString();
      assertTrue(read.contains(Map.of("hide", "hidden").getOrDefault(act.getKey(), "ed\"")), read);

      ok("one", "events", about(id, "\"lift" + named));
      for (String ask : List.of(USE, SHOW, LOOK, KEEP)) assertFalse(limited(id, ask));
      assertEquals("PRB-W062", send("one", "events", about(id, "\"lift" + named)).code());
    }
  }

  @Test
  void aLimitCannotBeTakenAwayOrMadeWithFacts() throws Exception {
    String id = person("one", "limits@mail.test", "{\"region\": \"US-TX\"}");
    ok("one", "events", about(id, "\"act\": \"block\""));
    ok("one", "facts", about(id, "\"set\": {\"state\": []}"));
    assertTrue(limited(id, USE));
    assertEquals("PRB-W004", send("one", "facts", about(id, "\"set\": {\"limits\": {}}")).code());
    String made = "{\"given\": {\"state\": \"limit block staff\"}, " + USE + "}";
    assertEquals("PRB-W004", send("one", "decisions", made).code());
  }

  @Test
  void aHoldKeepsEverythingAndSaysSo() throws Exception {
    String id = person("one", "hold@mail.test", "{\"evidence\": [\"legal.hold\"]}");
    Served.Answer refused = send("one", "erasures", "{\"subject\": \"" + id + "\"}");
    assertEquals("PRB-W060", refused.code(), refused.text());
    assertEquals(409, refused.status());
    assertTrue(texts(refused.json().path("because")).contains("legal.hold"), refused.text());

    JsonNode answer = ok("one", "events", about(id, "\"event\": \"learned-under-age\""));
    assertEquals(List.of("block"), texts(answer.path("done")));
    assertEquals("erase", answer.at("/owed/0/act").asString());
    assertTrue(texts(answer.at("/owed/0/stays/because")).contains("legal.hold"));
    JsonNode decision = ok("one", "decisions", about(id, USE));
    assertTrue(texts(decision.path("because")).contains("OMR-154b"), decision.toString());
    JsonNode read = ok("one", "facts/read", "{\"subject\": \"" + id + "\"}");
    assertTrue(texts(read.at("/facts/state")).contains("declared-minor"), read.toString());
  }

  @Test
  void whoComesBackBringsNoOldYesAndKeepsHerNo() throws Exception {
    String facts =
        "{\"region\": \"US-TX\", \"consent\": {\"marketing\": \"opt-in\"},"
            + " \"choice\": {\"ad-opt-out\": \"on\"}}";
    String id = person("one", "back@mail.test", facts);
    ok("one", "withdrawals", about(id, "\"consent\": \"marketing\""));
    ok("one", "facts", about(id, "\"add\": {\"consent\": {\"use-of-site\": \"accepted\"}}"));
    ok("one", "erasures", "{\"subject\": \"" + id + "\"}");

    String back = person("one", "back@mail.test", "{\"region\": \"US-TX\"}");
    assertFalse(back.equals(id));
    JsonNode held = ok("one", "facts/read", "{\"subject\": \"" + back + "\"}").path("facts");
    assertEquals(1, held.path("consent").size(), held.toString());
    assertEquals("withdrawn", held.at("/consent/0/level").asString());
    assertEquals("marketing", held.at("/consent/0/id").asString());
    assertTrue(
        texts(ok("one", "decisions", about(back, USE)).path("because")).contains("kept-out"));
    String given = ", \"ask\": {\"collect\": \"contact.email\", \"at\": \"newsletter\", \"from\": ";
    String own = "{\"subject\": \"" + back + "\"" + given + "\"subject\"}}";
    assertFalse(texts(ok("one", "decisions", own).path("because")).contains("kept-out"));
    String bought = "{\"subject\": \"" + back + "\"" + given + "\"data-broker\"}}";
    assertTrue(texts(ok("one", "decisions", bought).path("because")).contains("kept-out"));

    Origin origin = new Origin("contact.name", "data-broker", "", "", served.now.get());
    Subjects subjects =
        served.store.subjects(served.keys, served.store.ledgers(folder.resolve("ledger")));
    assertThrows(
        KeptOut.class,
        () ->
            subjects.change(
                "one",
                new Who(back, ""),
                (sheet, moment) ->
                    new Writing(sheet, List.of(new Given(origin, "Anna", "", true)), List.of())));
    assertEquals("PRB-W061", Kind.KEPT_OUT.problem().code());
  }

  /** Whoever got no answer asks again, and what was done is not done or written twice. */
  @Test
  void whatIsSentAgainIsDoneOnce() throws Exception {
    String id = person("two", "again@mail.test", "{\"region\": \"SE\"}");
    for (String body :
        List.of(
            about(id, "\"event\": \"guardian-report\""),
            about(id, "\"act\": \"hide\""),
            about(id, "\"lift\": \"hide\""))) {
      JsonNode first = keyed(body, "k" + body.length()).json();
      assertTrue(first.has("entry"), first.toString());
      long size = log("two").checkpoint().checkpoint().size();
      JsonNode again = keyed(body, "k" + body.length()).json();
      assertEquals(size, log("two").checkpoint().checkpoint().size());
      assertEquals(first.path("entry"), again.path("entry"));
      assertEquals(first.path("done"), again.path("done"));
      assertEquals(first.path("owed"), again.path("owed"));
      assertEquals(first.path("due"), again.path("due"));
      assertEquals(List.copyOf(first.propertyNames()), List.copyOf(again.propertyNames()));
      Served.Answer another = keyed(about(id, "\"act\": \"block\""), "k" + body.length());
      assertEquals("PRB-W022", another.code());
    }
    ok("two", "facts", about(id, "\"add\": {\"state\": \"verified\"}"));
    String reported = about(id, "\"event\": \"guardian-report\"");
    assertEquals(
        List.of("block"), texts(keyed(reported, "k" + reported.length()).json().path("done")));
    ok("two", "facts/read", "{\"subject\": \"" + id + "\"}");
  }

  private static Served.Answer keyed(String body, String key) throws Exception {
    return served.send(
        served
            .request("/v1/two/events")
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + other)
            .header("Idempotency-Key", key)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  @Test
  void aDryRunShowsWhatWouldGoAndChangesNothing() throws Exception {
    String id = person("one", "dry@mail.test", "{\"region\": \"US-TX\"}");
    long before = log("one").checkpoint().checkpoint().size();
    JsonNode would = ok("one", "erasures", about(id, "\"dry-run\": true"));
    assertEquals(List.of("region"), texts(would.path("facts")), would.toString());
    assertEquals(1, would.path("identifiers").asInt());
    assertEquals(before, log("one").checkpoint().checkpoint().size());
    ok("one", "facts/read", "{\"subject\": \"" + id + "\"}");
  }

  @Test
  void tellingIsOwedAndNeverSaidToBeDone() throws Exception {
    String id = person("one", "corrected@mail.test", "{\"region\": \"US-TX\"}");

    JsonNode answer = ok("one", "events", about(id, "\"event\": \"corrected\""));

    Set<String> owed = Set.copyOf(texts(answer.path("because")));
    assertFalse(owed.isEmpty(), answer.toString());
    for (JsonNode one : answer.path("owed")) assertEquals("staff", one.path("by").asString());
    assertTrue(texts(answer.path("done")).stream().noneMatch(act -> act.startsWith("tell")));
  }
}
