// SPDX-License-Identifier: Apache-2.0
package dev.probity.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.probity.ledger.receipt.Receipt;
import dev.probity.notice.pack.Point;
import java.nio.file.Path;
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
  private static final String OWN =
      "\"asserted\": {\"region\": \"US-TX\", \"role\": \"controller\"}";

  @TempDir static Path folder;
  private static Courier courier;

  @BeforeAll
  static void start() {
    courier = new Courier(folder);
  }

  @AfterAll
  static void stop() {
    courier.close();
  }

  /** One posting makes her known, keeps value, consent and version, and tells the log. */
  @Test
  void whatIsHandedOverIsKeptAndToldAtOnce() throws Exception {
    int before = courier.log("omron").size();
    Served.Answer answer =
        courier.point(
            "omron",
            "newsletter",
            "{"
                + Courier.mail("Nina")
                + ", \"age\": 40, \"consents\": {\"marketing\": \"opt-in\"}}");
    assertEquals(201, answer.status(), answer.text());
    JsonNode kept = answer.json();
    assertEquals("[\"contact.email\"]", kept.path("stored").toString());
    assertEquals("You are on the list now.", kept.path("confirms").asString());
    assertTrue(Receipt.parse(kept.path("receipt").asString()).isPresent());
    String nina = kept.path("subject").asString();

    List<String> told = courier.log("omron").subList(before, courier.log("omron").size());
    assertTrue(told.getFirst().contains("\"entry\":\"collected\""), told.toString());
    assertTrue(told.getFirst().contains("\"point\":\"newsletter\""), told.toString());
    assertTrue(told.stream().anyMatch(e -> e.contains("\"purpose\":\"marketing\"")));
    assertTrue(told.stream().anyMatch(e -> e.contains("\"purpose\":\"use-of-site\"")));
    assertTrue(told.stream().noneMatch(e -> e.toLowerCase().contains("nina")));

    String about = "{\"subject\": \"" + nina + "\"";
    JsonNode facts = courier.post("omron", "facts/read", about + "}").json().path("facts");
    assertEquals("2020-01-01", facts.path("pinned").asString());
    assertEquals("{\"at-least\":18}", facts.path("age").path("subject").toString());

    JsonNode use =
        courier
            .post(
                "omron",
                "decisions",
                about
                    + ", \"asserted\": {\"region\": \"US-TX\"}, \"ask\": {\"use\":"
                    + " \"contact.email\", \"for\": \"marketing.newsletter\", \"from\":"
                    + " \"subject\"}}")
            .json();
    assertEquals("PERMIT", use.path("effect").asString(), use.toString());
    Served.Answer again =
        courier.point(
            "omron",
            "contest",
            "{\"fields\": {\"contact.email\": \"NINA@mail.test\","
                + " \"contact.name\": \"Nina\", \"content.contest\": \"42\"}, \"age\": 40, "
                + Courier.TEXAS
                + "}");
    assertEquals(nina, again.json().path("subject").asString(), again.text());
  }

  /** A question has its answers and no others; the one given is a choice made. */
  @Test
  void aQuestionIsAnsweredAsThePackHasIt() throws Exception {
    String asked = "{" + Courier.TEXAS + ", \"fields\": {\"attestation.place\": \"";
    Served.Answer neither = courier.point("omron", "shopping-place", asked + "perhaps\"}}");
    assertEquals("PRB-W033", neither.code(), neither.text());
    assertEquals("{\"attestation.place\":\"no-answer\"}", neither.json().path("fields").toString());

    Served.Answer answered = courier.point("omron", "shopping-place", asked + "confirmed\"}}");
    assertEquals(201, answered.status(), answered.text());
    String who = answered.json().path("subject").asString();
    JsonNode facts =
        courier.post("omron", "facts/read", "{\"subject\": \"" + who + "\"}").json().path("facts");
    assertEquals("{\"us-shopper\":\"confirmed\"}", facts.path("choice").toString());
    assertTrue(facts.path("evidence").isMissingNode(), facts.toString());
  }

  /** What an answer says of where somebody is counts as if the caller had said it. */
  @Test
  void anAnswerThatNamesAPlaceIsAClaimOfIt() throws Exception {
    String place = "{\"fields\": {\"attestation.place\": \"";
    assertEquals(201, courier.point("omron", "shopping-place", place + "confirmed\"}}").status());
    Served.Answer nowhere = courier.point("omron", "shopping-place", place + "declined\"}}");
    assertEquals("PRB-W030", nowhere.code(), nowhere.text());
  }

  @Test
  void theSamePostingIsKeptOnce() throws Exception {
    String body = "{" + Courier.mail("twice") + ", \"age\": 30}";
    JsonNode first = courier.once("key-1", "points/newsletter", body).json();
    int size = courier.log("omron").size();
    Served.Answer second = courier.once("key-1", "points/newsletter", body);
    assertEquals(201, second.status(), second.text());
    for (String same : List.of("subject", "stored", "entry", "confirms"))
      assertEquals(first.path(same), second.json().path(same));
    assertEquals(size, courier.log("omron").size());
    assertEquals(
        "PRB-W022",
        courier.once("key-1", "points/newsletter", "{" + Courier.mail("other") + "}").code());
    assertEquals("PRB-W022", courier.once("key-1", "points/email-sign-up", body).code());
    assertEquals(size, courier.log("omron").size());
  }

  /** Who numbers requests anew at each door is not taken for somebody who sent one before. */
  @Test
  void aKeyIsOneDoors() throws Exception {
    String body = "{" + Courier.mail("doors") + ", \"age\": 30}";
    Served.Answer posted = courier.once("key-2", "points/newsletter", body);
    assertEquals(201, posted.status(), posted.text());
    String disclosed =
        "{\"subject\": \""
            + posted.json().path("subject").asString()
            + "\", \"asserted\": {\"region\": \"US-TX\"}, \"ask\": {\"disclose\":"
            + " \"contact.email\", \"to\": \"subject\", \"for\": \"compliance.rights-request\","
            + " \"from\": \"subject\"}}";
    Served.Answer answer = courier.once("key-2", "disclosures", disclosed);
    assertEquals(200, answer.status(), answer.text());
  }

  /** Only who is signed in puts a new value in an old one's place. */
  @Test
  void valuesAreReplacedByWhoIsSignedInAlone() throws Exception {
    String id =
        courier
            .point("omron", "newsletter", "{" + Courier.mail("sig") + ", \"age\": 30}")
            .json()
            .path("subject")
            .asString();
    String about = "{\"subject\": \"" + id + "\", ";
    assertEquals(
        200,
        courier.post("omron", "facts", about + "\"add\": {\"state\": \"signed-in\"}}").status());
    for (String name : List.of("Sig One", "Sig Two"))
      assertEquals(
          201,
          courier
              .point(
                  "omron",
                  "profile",
                  about
                      + "\"fields\": {\"contact.name\": \""
                      + name
                      + "\"}, "
                      + Courier.TEXAS
                      + "}")
              .status());
    List<String> names = new java.util.ArrayList<>();
    courier
        .served
        .store
        .subjects(courier.served.keys, courier.served.store.ledgers(folder.resolve("ledger")))
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
    Served.Answer posted = courier.point("ombre", "symptom-intake", body);
    assertEquals(201, posted.status(), posted.text());
    String about = "{\"subject\": \"" + posted.json().path("subject").asString() + "\", ";
    int before = courier.log("ombre").size();
    JsonNode own =
        courier.post("ombre", "records/read", about + OWN + ", \"for\": \"scheduling\"}").json();
    assertEquals("Cough", own.path("records").path(0).path("value").asString(), own.toString());
    assertEquals("symptom-intake", own.path("records").path(0).path("point").asString());
    String entry = courier.log("ombre").get(own.path("entry").asInt());
    assertTrue(entry.contains("\"entry\":\"phi-read\""), entry);
    assertTrue(entry.contains("health.symptom"), entry);
    assertEquals(before + 1, courier.log("ombre").size());

    JsonNode theirs =
        courier
            .post(
                "ombre",
                "records/read",
                about + OWN + ", \"for\": \"advertising\", \"to\": \"advertiser\"}")
            .json();
    assertEquals("[]", theirs.path("records").toString(), theirs.toString());
    assertFalse(theirs.path("withheld").path("health.symptom").isEmpty(), theirs.toString());
    assertEquals(before + 1, courier.log("ombre").size());
    assertEquals(
        "PRB-W015",
        courier
            .post("ombre", "records/read", "{\"subject\": \"sub_none\", \"for\": \"scheduling\"}")
            .code());
    assertEquals(
        "PRB-W004", courier.post("ombre", "records/read", about + "\"for\": \"x\"}").code());
  }

  /** Of a card nothing but the last four digits, and of a password nothing. */
  @Test
  void secretsAreNotKept() throws Exception {
    String card =
        "{\"fields\": {\"payment.card.pan\": \"4111 1111 1111 1234\","
            + " \"payment.billing-address\": \"Ekgatan 1\"}, \"age\": 40, "
            + Courier.TEXAS
            + "}";
    Served.Answer answer = courier.point("inogen", "payment", card);
    assertEquals(201, answer.status(), answer.text());
    List<String> kept =
        courier
            .served
            .store
            .subjects(courier.served.keys, courier.served.store.ledgers(folder.resolve("ledger")))
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
        courier
            .point("innomax", "registration", "{\"fields\": {\"account.password\": \"hunter2\"}}")
            .json()
            .path("fields")
            .toString());
  }

  /** Every point of every pack takes or refuses what fits it, and does not break. */
  @Test
  void everyPointAnswers() throws Exception {
    Map<String, String> answers = new TreeMap<>();
    for (String pack : TestPack.SHIPPED) {
      for (Point point : Point.of(courier.served.packs.get(pack)).values()) {
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
        body.put("notice", courier.served.packs.get(pack).pack().version());
        body.put("asserted", Map.of("region", "US-CA"));
        Served.Answer answer =
            courier.point(pack, point.name(), JsonMapper.shared().writeValueAsString(body));
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
}
