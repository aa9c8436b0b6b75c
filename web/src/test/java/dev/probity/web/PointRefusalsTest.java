// SPDX-License-Identifier: Apache-2.0
package dev.probity.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.probity.store.token.Scope;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a collection point does not take, and that nothing of it is kept. */
class PointRefusalsTest {
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

  @Test
  void whatIsNotDeclaredIsRefusedWhole() throws Exception {
    int before = courier.log("omron").size();
    for (String field : List.of("health.vital.blood-pressure", "Sentinella Ek", "contact.name")) {
      String fields =
          "{\"fields\": {\"contact.email\": \"ulla@mail.test\", \""
              + field
              + "\": \"Ulla-secret\"}}";
      Served.Answer answer = courier.point("omron", "newsletter", fields);
      assertEquals("PRB-W032", answer.code(), answer.text());
      assertEquals("[\"contact.email\"]", answer.json().path("takes").toString());
      for (String word : List.of(field, "ulla", "Ulla-secret"))
        assertFalse(answer.text().contains(word), answer.text());
    }
    assertEquals(before, courier.log("omron").size());
  }

  @Test
  void requiredFieldsAreRequiredAndValuesAreBounded() throws Exception {
    Served.Answer answer =
        courier.point(
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

  /** The same words with another age: of the child nothing is kept, not even a key. */
  @Test
  void ofWhoIsTooYoungNothingIsKept() throws Exception {
    int before = courier.log("omron").size();
    int keys = keys();
    Served.Answer young =
        courier.point("omron", "newsletter", "{" + Courier.mail("kid") + ", \"age\": 12}");
    assertEquals(403, young.status(), young.text());
    assertEquals("PRB-W030", young.code());
    assertTrue(young.json().path("because").toString().contains("OMR-153"), young.text());
    assertEquals(before, courier.log("omron").size());
    assertEquals(keys, keys());
    assertEquals(
        201,
        courier
            .point("omron", "newsletter", "{" + Courier.mail("old") + ", \"age\": 13}")
            .status());
  }

  private static int keys() throws Exception {
    try (var files = java.nio.file.Files.walk(folder.resolve("keys"))) {
      return (int) files.count();
    }
  }

  @Test
  void nothingIsTakenBeforeTheNoticeWasShown() throws Exception {
    String fields = "\"fields\": {\"communication.enquiry\": \"Is my doctor in?\"}";
    Served.Answer answer = courier.point("ombre", "contact", "{" + fields + "}");
    assertEquals("PRB-W030", answer.code(), answer.text());
    assertTrue(answer.json().path("because").toString().contains("OMB-006"), answer.text());
    assertTrue(answer.json().path("remedies").toString().contains("notice:presented"));
    for (String shown : List.of("2016-10-01", courier.served.packs.get("ombre").pack().digest())) {
      answer = courier.point("ombre", "contact", "{" + fields + ", \"notice\": \"" + shown + "\"}");
      assertEquals(201, answer.status(), answer.text());
    }
    assertTrue(
        courier.log("ombre").stream().anyMatch(e -> e.contains("\"entry\":\"notice-presented\"")));
    answer = courier.point("ombre", "contact", "{" + fields + ", \"notice\": \"2011-01-01\"}");
    assertEquals("PRB-W035", answer.code(), answer.text());
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
          courier
              .point(
                  "omron",
                  "newsletter",
                  "{" + Courier.mail("x") + ", \"consents\": " + consents + "}")
              .code());
    assertEquals(
        "PRB-W034",
        courier
            .point(
                "omron",
                "contact",
                "{\"fields\": {\"contact.name\": \"A\", \"contact.email\":"
                    + " \"a@mail.test\", \"communication.enquiry\": \"?\"}, \"consents\":"
                    + " {\"marketing\": \"opt-in\"}}")
            .code());
    assertEquals(
        "PRB-W034",
        courier
            .point(
                "omron",
                "newsletter",
                "{" + Courier.mail("x") + ", \"choices\": {\"dnt\": \"on\"}}")
            .code());
  }

  /** A region may be claimed and is not held for that. */
  @Test
  void whatThePointNeedsToHoldMustHold() throws Exception {
    String fields =
        "{\"fields\": {\"communication.request\": \"Whom did you tell?\", \"contact.name\":"
            + " \"Cal\", \"contact.email\": \"cal@mail.test\", \"attestation.residence\": \"I live"
            + " there\"}";
    assertEquals("PRB-W030", courier.point("omron", "california-request", fields + "}").code());
    Served.Answer texas =
        courier.point(
            "omron", "california-request", fields + ", \"asserted\": {\"region\": \"US-TX\"}}");
    assertEquals("PRB-W030", texas.code());
    Served.Answer answer =
        courier.point(
            "omron", "california-request", fields + ", \"asserted\": {\"region\": \"US-CA\"}}");
    assertEquals(201, answer.status(), answer.text());
    String read = "{\"subject\": \"" + answer.json().path("subject").asString() + "\"}";
    assertFalse(courier.post("omron", "facts/read", read).text().contains("region"));
    String lie = fields + ", \"asserted\": {\"state\": \"signed-in\", \"region\": \"US-CA\"}}";
    assertEquals(201, courier.point("omron", "california-request", lie).status());
    assertEquals(
        "PRB-W030",
        courier
            .point(
                "omron",
                "profile",
                "{\"fields\": {\"contact.name\": \"Cal\"}, \"asserted\": {\"state\":"
                    + " \"signed-in\"}}")
            .code());
  }

  @Test
  void onlyATokenForThisMayPost() throws Exception {
    byte[] body = ("{" + Courier.mail("tok") + "}").getBytes(StandardCharsets.UTF_8);
    String other =
        courier
            .served
            .store
            .tokens()
            .create(
                "omron", "t", EnumSet.complementOf(EnumSet.of(Scope.COLLECT)), Duration.ofDays(1));
    assertEquals(
        "PRB-W002", courier.served.post("/v1/omron/points/newsletter", body, other).code());
    assertEquals(
        "PRB-W001",
        courier
            .served
            .post("/v1/omron/points/newsletter", body, courier.tokens.get("ombre"))
            .code());
    assertEquals(
        "PRB-W031", courier.point("omron", "nothing", "{" + Courier.mail("x") + "}").code());
  }
}
