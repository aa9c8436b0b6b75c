// SPDX-License-Identifier: Apache-2.0
package dev.probity.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.probity.ledger.receipt.Receipt;
import dev.probity.notice.pack.PackSource;
import dev.probity.notice.pack.Point;
import dev.probity.store.token.Scope;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Collection points of the packs that ship, posted to over HTTP. */
class PointsTest {
  private static final List<String> PACKS =
      List.of("example", "imetrix", "innomax", "inogen", "manvila", "ombre", "omron");

  private static final String TEXAS = "\"asserted\": {\"region\": \"US-TX\"}";

  private static final String OWN =
      "\"asserted\": {\"region\": \"US-TX\", \"role\": \"controller\"}";

  @TempDir static Path folder;
  private static Served served;
  private static final Map<String, String> TOKENS = new TreeMap<>();

  @BeforeAll
  static void start() {
    Map<String, PackSource> packs = new TreeMap<>();
    PACKS.forEach(name -> packs.put(name, Served.pack(name)));
    served = new Served(folder, packs);
    PACKS.forEach(name -> TOKENS.put(name, served.token(name)));
  }

  @AfterAll
  static void stop() {
    served.close();
  }

  private static Served.Answer post(String controller, String door, String body) throws Exception {
    return served.post(
        "/v1/" + controller + "/" + door,
        body.getBytes(StandardCharsets.UTF_8),
        TOKENS.getOrDefault(controller, ""));
  }

  private static Served.Answer point(String controller, String point, String body)
      throws Exception {
    return post(controller, "points/" + point, body);
  }

  private static String mail(String name) {
    return TEXAS + ", \"fields\": {\"contact.email\": \"" + name + "@mail.test\"}";
  }

  private static List<String> log(String controller) throws Exception {
    HttpRequest request =
        served
            .request("/v1/" + controller + "/ledger/checkpoint")
            .header("Authorization", "Bearer " + TOKENS.get(controller))
            .build();
    long size = Long.parseLong(served.send(request).text().split("\n")[1]);
    List<String> entries = new java.util.ArrayList<>();
    for (long i = 0; i < size; i++)
      entries.add(
          new String(
              served.store.ledgers(folder.resolve("ledger")).of(controller).receipt(i).entry(),
              StandardCharsets.UTF_8));
    return entries;
  }

  /** One posting makes her known, keeps value, consent and version, and tells the log. */
  @Test
  void whatIsHandedOverIsKeptAndToldAtOnce() throws Exception {
    int before = log("omron").size();
    Served.Answer answer =
        point(
            "omron",
            "newsletter",
            "{" + mail("Nina") + ", \"age\": 40, \"consents\": {\"marketing\": \"opt-in\"}}");
    assertEquals(201, answer.status(), answer.text());
    JsonNode kept = answer.json();
    assertEquals("[\"contact.email\"]", kept.path("stored").toString());
    assertEquals("You are on the list now.", kept.path("confirms").asString());
    assertTrue(Receipt.parse(kept.path("receipt").asString()).isPresent());
    String nina = kept.path("subject").asString();

    List<String> told = log("omron").subList(before, log("omron").size());
    assertTrue(told.getFirst().contains("\"entry\":\"collected\""), told.toString());
    assertTrue(told.getFirst().contains("\"point\":\"newsletter\""), told.toString());
    assertTrue(told.stream().anyMatch(e -> e.contains("\"purpose\":\"marketing\"")));
    assertTrue(told.stream().anyMatch(e -> e.contains("\"purpose\":\"use-of-site\"")));
    assertTrue(told.stream().noneMatch(e -> e.toLowerCase().contains("nina")));

    String about = "{\"subject\": \"" + nina + "\"";
    JsonNode facts = post("omron", "facts/read", about + "}").json().path("facts");
    assertEquals("2020-01-01", facts.path("pinned").asString());
    assertEquals("{\"at-least\":18}", facts.path("age").path("subject").toString());

    JsonNode use =
        post(
                "omron",
                "decisions",
                about
                    + ", \"asserted\": {\"region\": \"US-TX\"}, \"ask\": {\"use\":"
                    + " \"contact.email\", \"for\": \"marketing.newsletter\", \"from\":"
                    + " \"subject\"}}")
            .json();
    assertEquals("PERMIT", use.path("effect").asString(), use.toString());
    Served.Answer again =
        point(
            "omron",
            "contest",
            "{\"fields\": {\"contact.email\": \"NINA@mail.test\","
                + " \"contact.name\": \"Nina\", \"content.contest\": \"42\"}, \"age\": 40, "
                + TEXAS
                + "}");
    assertEquals(nina, again.json().path("subject").asString(), again.text());
  }

  @Test
  void whatIsNotDeclaredIsRefusedWhole() throws Exception {
    int before = log("omron").size();
    for (String field : List.of("health.vital.blood-pressure", "Sentinella Ek", "contact.name")) {
      String fields =
          "{\"fields\": {\"contact.email\": \"ulla@mail.test\", \""
              + field
              + "\": \"Ulla-secret\"}}";
      Served.Answer answer = point("omron", "newsletter", fields);
      assertEquals("PRB-W032", answer.code(), answer.text());
      assertEquals("[\"contact.email\"]", answer.json().path("takes").toString());
      for (String word : List.of(field, "ulla", "Ulla-secret"))
        assertFalse(answer.text().contains(word), answer.text());
    }
    assertEquals(before, log("omron").size());
  }

  @Test
  void requiredFieldsAreRequiredAndValuesAreBounded() throws Exception {
    Served.Answer answer =
        point(
            "omron",
            "product-registration",
            "{\"fields\": {\"contact.name\": \" \", \"contact.email\": \"no address\","
                + " \"contact.phone\": \"1\\u0007\", \"contact.address\": \""
                + "x".repeat(5_000)
                + "\"}}");
    assertEquals("PRB-W033", answer.code(), answer.text());
    assertEquals(
        "{\"contact.address\":\"too-long\",\"contact.email\":\"not-email\","
            + "\"contact.name\":\"missing\",\"contact.phone\":\"control\","
            + "\"product.owned\":\"missing\"}",
        answer.json().path("fields").toString());
  }

  /** A question has its answers and no others; the one given is a choice made. */
  @Test
  void aQuestionIsAnsweredAsThePackHasIt() throws Exception {
    String asked = "{" + TEXAS + ", \"fields\": {\"attestation.place\": \"";
    Served.Answer neither = point("omron", "shopping-place", asked + "perhaps\"}}");
    assertEquals("PRB-W033", neither.code(), neither.text());
    assertEquals("{\"attestation.place\":\"no-answer\"}", neither.json().path("fields").toString());

    Served.Answer answered = point("omron", "shopping-place", asked + "confirmed\"}}");
    assertEquals(201, answered.status(), answered.text());
    String who = answered.json().path("subject").asString();
    JsonNode facts =
        post("omron", "facts/read", "{\"subject\": \"" + who + "\"}").json().path("facts");
    assertEquals("{\"us-shopper\":\"confirmed\"}", facts.path("choice").toString());
    assertTrue(facts.path("evidence").isMissingNode(), facts.toString());
  }

  /** What an answer says of where somebody is counts as if the caller had said it. */
  @Test
  void anAnswerThatNamesAPlaceIsAClaimOfIt() throws Exception {
    String place = "{\"fields\": {\"attestation.place\": \"";
    assertEquals(201, point("omron", "shopping-place", place + "confirmed\"}}").status());
    Served.Answer nowhere = point("omron", "shopping-place", place + "declined\"}}");
    assertEquals("PRB-W030", nowhere.code(), nowhere.text());
  }

  /** The same words with another age: of the child nothing is kept, not even a key. */
  @Test
  void ofWhoIsTooYoungNothingIsKept() throws Exception {
    int before = log("omron").size();
    int keys = keys();
    Served.Answer young = point("omron", "newsletter", "{" + mail("kid") + ", \"age\": 12}");
    assertEquals(403, young.status(), young.text());
    assertEquals("PRB-W030", young.code());
    assertTrue(young.json().path("because").toString().contains("OMR-153"), young.text());
    assertEquals(before, log("omron").size());
    assertEquals(keys, keys());
    assertEquals(201, point("omron", "newsletter", "{" + mail("old") + ", \"age\": 13}").status());
  }

  private static int keys() throws Exception {
    try (var files = java.nio.file.Files.walk(folder.resolve("keys"))) {
      return (int) files.count();
    }
  }

  @Test
  void nothingIsTakenBeforeTheNoticeWasShown() throws Exception {
    String fields = "\"fields\": {\"communication.enquiry\": \"Is my doctor in?\"}";
    Served.Answer answer = point("ombre", "contact", "{" + fields + "}");
    assertEquals("PRB-W030", answer.code(), answer.text());
    assertTrue(answer.json().path("because").toString().contains("OMB-006"), answer.text());
    assertTrue(answer.json().path("remedies").toString().contains("notice:presented"));
    for (String shown : List.of("2016-10-01", served.packs.get("ombre").pack().digest())) {
      answer = point("ombre", "contact", "{" + fields + ", \"notice\": \"" + shown + "\"}");
      assertEquals(201, answer.status(), answer.text());
    }
    assertTrue(log("ombre").stream().anyMatch(e -> e.contains("\"entry\":\"notice-presented\"")));
    answer = point("ombre", "contact", "{" + fields + ", \"notice\": \"2011-01-01\"}");
    assertEquals("PRB-W035", answer.code(), answer.text());
  }

  @Test
  void theSamePostingIsKeptOnce() throws Exception {
    String body = "{" + mail("twice") + ", \"age\": 30}";
    JsonNode first = once("key-1", "newsletter", body).json();
    int size = log("omron").size();
    Served.Answer second = once("key-1", "newsletter", body);
    assertEquals(201, second.status(), second.text());
    for (String same : List.of("subject", "stored", "entry", "confirms"))
      assertEquals(first.path(same), second.json().path(same));
    assertEquals(size, log("omron").size());
    assertEquals("PRB-W022", once("key-1", "newsletter", "{" + mail("other") + "}").code());
    assertEquals("PRB-W022", once("key-1", "email-sign-up", body).code());
    assertEquals(size, log("omron").size());
  }

  private static Served.Answer once(String key, String point, String body) throws Exception {
    return served.send(
        served
            .request("/v1/omron/points/" + point)
            .header("Authorization", "Bearer " + TOKENS.get("omron"))
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  @Test
  void onlyWhatThePointAsksForCanBeAgreedTo() throws Exception {
    for (String consents :
        List.of(
            "{\"use-of-site\": \"implied\"}",
            "{\"marketing\": \"written\"}",
            "{\"Sentinella\": \"opt-in\"}"))
      assertEquals(
          "PRB-W034",
          point("omron", "newsletter", "{" + mail("x") + ", \"consents\": " + consents + "}")
              .code());
    assertEquals(
        "PRB-W034",
        point(
                "omron",
                "contact",
                "{\"fields\": {\"contact.name\": \"A\", \"contact.email\":"
                    + " \"a@mail.test\", \"communication.enquiry\": \"?\"}, \"consents\":"
                    + " {\"marketing\": \"opt-in\"}}")
            .code());
    assertEquals(
        "PRB-W034",
        point("omron", "newsletter", "{" + mail("x") + ", \"choices\": {\"dnt\": \"on\"}}").code());
  }

  /** A region may be claimed and is not held for that. */
  @Test
  void whatThePointNeedsToHoldMustHold() throws Exception {
    String fields =
        "{\"fields\": {\"communication.request\": \"Whom did you tell?\", \"contact.name\":"
            + " \"Cal\", \"contact.email\": \"cal@mail.test\", \"attestation.residence\": \"I live"
            + " there\"}";
    assertEquals("PRB-W030", point("omron", "california-request", fields + "}").code());
    Served.Answer texas =
        point("omron", "california-request", fields + ", \"asserted\": {\"region\": \"US-TX\"}}");
    assertEquals("PRB-W030", texas.code());
    Served.Answer answer =
        point("omron", "california-request", fields + ", \"asserted\": {\"region\": \"US-CA\"}}");
    assertEquals(201, answer.status(), answer.text());
    String read = "{\"subject\": \"" + answer.json().path("subject").asString() + "\"}";
    assertFalse(post("omron", "facts/read", read).text().contains("region"));
    String lie = fields + ", \"asserted\": {\"state\": \"signed-in\", \"region\": \"US-CA\"}}";
    assertEquals(201, point("omron", "california-request", lie).status());
    assertEquals(
        "PRB-W030",
        point(
                "omron",
                "profile",
                "{\"fields\": {\"contact.name\": \"Cal\"}, \"asserted\": {\"state\":"
                    + " \"signed-in\"}}")
            .code());
  }

  /** Only who is signed in puts a new value in an old one's place. */
  @Test
  void valuesAreReplacedByWhoIsSignedInAlone() throws Exception {
    String id =
        point("omron", "newsletter", "{" + mail("sig") + ", \"age\": 30}")
            .json()
            .path("subject")
            .asString();
    String about = "{\"subject\": \"" + id + "\", ";
    assertEquals(
        200, post("omron", "facts", about + "\"add\": {\"state\": \"signed-in\"}}").status());
    for (String name : List.of("Sig One", "Sig Two"))
      assertEquals(
          201,
          point(
                  "omron",
                  "profile",
                  about + "\"fields\": {\"contact.name\": \"" + name + "\"}, " + TEXAS + "}")
              .status());
    List<String> names = new java.util.ArrayList<>();
    served
        .store
        .subjects(served.keys, served.store.ledgers(folder.resolve("ledger")))
        .values("omron", id)
        .orElseThrow()
        .stream()
        .filter(k -> k.origin().element().equals("contact.name"))
        .forEach(k -> names.add(k.value() + " " + k.origin().point() + " " + k.origin().pack()));
    assertEquals(1, names.size(), names.toString());
    assertTrue(names.getFirst().startsWith("Sig Two profile omron@2020-01-01#"), names.toString());
  }

  /** Each purpose and recipient sees what it may; who reads of health leaves an entry. */
  @Test
  void whatIsHeldIsSeenByPurpose() throws Exception {
    String body =
        "{\"fields\": {\"health.symptom\": \"Cough\"}, \"age\": 40, \"notice\": \"2016-10-01\","
            + " "
            + OWN
            + "}";
    Served.Answer posted = point("ombre", "symptom-intake", body);
    assertEquals(201, posted.status(), posted.text());
    String about = "{\"subject\": \"" + posted.json().path("subject").asString() + "\", ";
    int before = log("ombre").size();
    JsonNode own = post("ombre", "records/read", about + OWN + ", \"for\": \"scheduling\"}").json();
    assertEquals("Cough", own.path("records").path(0).path("value").asString(), own.toString());
    assertEquals("symptom-intake", own.path("records").path(0).path("point").asString());
    String entry = log("ombre").get(own.path("entry").asInt());
    assertTrue(entry.contains("\"entry\":\"phi-read\""), entry);
    assertTrue(entry.contains("health.symptom"), entry);
    assertEquals(before + 1, log("ombre").size());

    JsonNode theirs =
        post(
                "ombre",
                "records/read",
                about + OWN + ", \"for\": \"advertising\", \"to\": \"advertiser\"}")
            .json();
    assertEquals("[]", theirs.path("records").toString(), theirs.toString());
    assertFalse(theirs.path("withheld").path("health.symptom").isEmpty(), theirs.toString());
    assertEquals(before + 1, log("ombre").size());
    assertEquals(
        "PRB-W015",
        post("ombre", "records/read", "{\"subject\": \"sub_none\", \"for\": \"scheduling\"}")
            .code());
    assertEquals("PRB-W004", post("ombre", "records/read", about + "\"for\": \"x\"}").code());
  }

  /** Of a card nothing but the last four digits, and of a password nothing. */
  @Test
  void secretsAreNotKept() throws Exception {
    String card =
        "{\"fields\": {\"payment.card.pan\": \"4111 1111 1111 1234\","
            + " \"payment.billing-address\": \"Ekgatan 1\"}, \"age\": 40, "
            + TEXAS
            + "}";
    Served.Answer answer = point("inogen", "payment", card);
    assertEquals(201, answer.status(), answer.text());
    List<String> kept =
        served
            .store
            .subjects(served.keys, served.store.ledgers(folder.resolve("ledger")))
            .values("inogen", answer.json().path("subject").asString())
            .orElseThrow()
            .stream()
            .map(k -> k.value())
            .toList();
    assertEquals(
        List.of("Ekgatan 1", "1234"),
        kept.stream().sorted(java.util.Comparator.reverseOrder()).toList());
    assertEquals(
        "{\"account.password\":\"secret\"}",
        point("innomax", "registration", "{\"fields\": {\"account.password\": \"hunter2\"}}")
            .json()
            .path("fields")
            .toString());
  }

  /** Every point of every pack takes or refuses what fits it, and does not break. */
  @Test
  void everyPointAnswers() throws Exception {
    Map<String, String> answers = new TreeMap<>();
    for (String pack : PACKS) {
      for (Point point : Point.of(served.packs.get(pack)).values()) {
        Map<String, String> fields = new TreeMap<>();
        point.fields().keySet().stream()
            .filter(e -> !e.equals("account.password"))
            .forEach(e -> fields.put(e, value(e)));
        point
            .answers()
            .forEach((e, asked) -> fields.put(e, asked.answers().keySet().iterator().next()));
        Map<String, Object> body = new TreeMap<>();
        body.put("fields", fields);
        body.put("age", 44);
        body.put("notice", served.packs.get(pack).pack().version());
        body.put("asserted", Map.of("region", "US-CA"));
        Served.Answer answer =
            point(pack, point.name(), JsonMapper.shared().writeValueAsString(body));
        answers.put(pack + " " + point.name(), answer.status() + " " + answer.text());
        assertTrue(
            answer.status() == 201 || answer.code().equals("PRB-W030"),
            pack + " " + point.name() + " " + answer.text());
        assertNotEquals(500, answer.status());
      }
    }
    for (String kept :
        List.of(
            "product-registration",
            "newsletter",
            "email-sign-up",
            "contact",
            "review",
            "contest",
            "survey",
            "california-request"))
      assertTrue(answers.get("omron " + kept).startsWith("201"), answers.get("omron " + kept));
  }

  private static String value(String element) {
    return switch (element) {
      case "contact.email" -> "every@mail.test";
      case "contact.phone" -> "+46 70 123 45 67";
      case "demographic.birth-date" -> "1980-02-29";
      case "payment.card", "payment.card.pan" -> "4111111111111111";
      default -> "something";
    };
  }

  @Test
  void onlyATokenForThisMayPost() throws Exception {
    byte[] body = ("{" + mail("tok") + "}").getBytes(StandardCharsets.UTF_8);
    String other =
        served
            .store
            .tokens()
            .create(
                "omron", "t", EnumSet.complementOf(EnumSet.of(Scope.COLLECT)), Duration.ofDays(1));
    assertEquals("PRB-W002", served.post("/v1/omron/points/newsletter", body, other).code());
    assertEquals(
        "PRB-W001", served.post("/v1/omron/points/newsletter", body, TOKENS.get("ombre")).code());
    assertEquals("PRB-W031", point("omron", "nothing", "{" + mail("x") + "}").code());
  }
}
