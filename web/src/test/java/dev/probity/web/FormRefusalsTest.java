// SPDX-License-Identifier: Apache-2.0
package dev.probity.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an open form does not take, does not tell and does not change. */
class FormRefusalsTest {
  @TempDir static Path folder;
  private static Visitor visitor;

  @BeforeAll
  static void start() {
    visitor = new Visitor(folder);
  }

  @AfterAll
  static void stop() {
    visitor.close();
  }

  @BeforeEach
  void later() {
    visitor.later();
  }

  /** What the form does not have is refused and stands nowhere, not even in the page. */
  @Test
  void whatIsNotAskedForIsNotTaken() throws Exception {
    int before = visitor.entries("omron");
    for (String name : List.of("f.health.condition", "f.Sentinella", "c.phi", "Sentinella")) {
      Map<String, String> filled =
          Visitor.filled(visitor.get("/forms/omron/newsletter").page(), "sentinel-u@mail.test");
      filled.put(name, "Sentinel-value");
      Visitor.Answer answer = visitor.post("/forms/omron/newsletter", filled);
      assertEquals(422, answer.status());
      for (String word : List.of(name, "Sentinel-value", "sentinel-u"))
        assertFalse(answer.response().body().contains(word), word);
    }
    assertEquals(before, visitor.entries("omron"));
    assertEquals("", visitor.known("omron", "sentinel-u@mail.test"));
    assertFalse(Files.readString(visitor.served.log).contains("entinel"));
  }

  /** Nobody learns from a form who is known, and nothing that is held changes. */
  @Test
  void anOpenFormTellsNothingAndOverwritesNothing() throws Exception {
    String mail = "vera@mail.test";
    String path = "/forms/omron/product-registration";
    Map<String, String> hers = Visitor.filled(visitor.get(path).page(), mail);
    hers.put("f.contact.name", "Vera");
    hers.remove("c.marketing");
    Visitor.Answer first = visitor.post(path, hers);
    assertEquals(201, first.status(), first.page().text());
    String vera = visitor.known("omron", mail);
    String token = visitor.served.token("omron");
    byte[] facts = ("{\"subject\": \"" + vera + "\"}").getBytes(StandardCharsets.UTF_8);
    String before = consents(visitor.served.post("/v1/omron/facts/read", facts, token));
    assertTrue(before.contains("refused"), before);
    visitor.served.post(
        "/v1/omron/points/contact",
        ("{\"subject\": \""
                + vera
                + "\", \"fields\": {\"contact.name\": \"Vera Ek\", \"contact.email\": \""
                + mail
                + "\", \"communication.enquiry\": \"?\"}, \"age\": 41, \"asserted\": {\"region\":"
                + " \"US-TX\"}}")
            .getBytes(StandardCharsets.UTF_8),
        token);

    Map<String, String> strangers = Visitor.filled(visitor.get(path).page(), mail);
    strangers.put("f.contact.name", "Mallory");
    Visitor.Answer second = visitor.post(path, strangers);
    Map<String, String> nobodys = Visitor.filled(visitor.get(path).page(), "unknown@mail.test");
    Visitor.Answer third = visitor.post(path, nobodys);
    assertEquals(second.status(), third.status());
    assertEquals(shape(second), shape(third));
    assertEquals(vera, visitor.known("omron", mail));
    assertEquals(
        before,
        consents(visitor.served.post("/v1/omron/facts/read", facts, token)),
        "a stranger's tick");
    String given =
        visitor
            .served
            .post(
                "/v1/omron/disclosures",
                ("{\"subject\": \""
                        + vera
                        + "\", \"asserted\": {\"region\": \"US-TX\"}, \"ask\": {\"disclose\":"
                        + " \"contact.name\", \"to\": \"subject\", \"for\":"
                        + " \"compliance.rights-request\", \"from\": \"subject\"}}")
                    .getBytes(StandardCharsets.UTF_8),
                token)
            .text();
    assertFalse(given.contains("Mallory"), given);
    List<String> names =
        visitor.values("omron", mail).stream()
            .filter(k -> k.origin().element().equals("contact.name"))
            .map(k -> k.value() + " " + k.claimed())
            .toList();
    assertEquals(List.of("Vera true", "Vera Ek false", "Mallory true"), names);
  }

  private static String consents(Served.Answer facts) {
    StringBuilder marketing = new StringBuilder();
    for (var record : facts.json().path("facts").path("consent"))
      if (record.path("id").asString().equals("marketing")) marketing.append(record);
    return marketing.toString();
  }

  private static String shape(Visitor.Answer answer) {
    answer.page().select(".number").remove();
    return answer.page().html();
  }

  /** A box is never ticked beforehand, and one left empty is a no. */
  @Test
  void consentIsATickOfHerOwn() throws Exception {
    Document page = visitor.form("/forms/example/checkout?lang=en");
    assertEquals(1, page.select("input[type=checkbox]").size());
    assertTrue(page.select("input[checked]").isEmpty());
    Map<String, String> filled = Visitor.filled(page, "tick@mail.test");
    assertEquals(201, visitor.post("/forms/example/checkout", filled).status());
    filled = Visitor.filled(visitor.get("/forms/omron/newsletter").page(), "no-tick@mail.test");
    filled.remove("c.marketing");
    Visitor.Answer needed = visitor.post("/forms/omron/newsletter", filled);
    assertEquals(422, needed.status());
    assertEquals("#c.marketing", needed.page().select("[role=alert] a").attr("href"));
    assertEquals("", visitor.known("omron", "no-tick@mail.test"));
  }

  /** Of who is too young nothing is kept, and she is told what there is instead. */
  @Test
  void whoIsTooYoungIsToldSo() throws Exception {
    Map<String, String> filled =
        Visitor.filled(visitor.get("/forms/omron/newsletter").page(), "young@mail.test");
    filled.put("age", "12");
    Visitor.Answer answer = visitor.post("/forms/omron/newsletter", filled);
    assertEquals(403, answer.status());
    assertTrue(answer.page().text().contains("OMR-153"), answer.page().text());
    assertEquals("", visitor.known("omron", "young@mail.test"));
  }

  /** Where the notice comes first, its own page leads to the form, and the log says so. */
  @Test
  void theNoticeComesFirst() throws Exception {
    Visitor.Answer gate = visitor.get("/forms/ombre/contact");
    assertEquals(303, gate.status());
    Visitor.Answer notice =
        visitor.get(gate.response().headers().firstValue("Location").orElseThrow());
    assertEquals(200, notice.status());
    String way = notice.page().select("a.button").attr("href");
    Map<String, String> filled = Visitor.filled(visitor.get(way).page(), "gate@mail.test");
    assertTrue(filled.get("ticket").startsWith("2016-10-01."), filled.toString());
    int before = visitor.entries("ombre");
    assertEquals(201, visitor.post("/forms/ombre/contact", filled).status());
    List<String> told = new ArrayList<>();
    for (int i = before; i < visitor.entries("ombre"); i++)
      told.add(
          new String(
              visitor.served.store.ledgers(folder.resolve("ledger")).of("ombre").receipt(i).entry(),
              StandardCharsets.UTF_8));
    assertTrue(told.stream().anyMatch(e -> e.contains("\"notice-presented\"")), told.toString());

    String forged = filled.get("ticket").replaceFirst("^2016-10-01", "2017-10-01");
    filled.put("ticket", forged);
    assertEquals(422, visitor.post("/forms/ombre/contact", filled).status());
    assertEquals(303, visitor.get("/forms/ombre/contact?shown=" + forged).status());
    String other = way.replace("/contact?", "/complaint?");
    assertEquals(303, visitor.get(other).status());
  }

  @Test
  void aFormThatLayOpenTooLongIsSentAnew() throws Exception {
    Map<String, String> filled =
        Visitor.filled(visitor.get("/forms/omron/newsletter").page(), "late@mail.test");
    visitor.served.now.updateAndGet(now -> now.plus(Duration.ofHours(25)));
    Visitor.Answer late = visitor.post("/forms/omron/newsletter", filled);
    assertEquals(422, late.status());
    assertEquals("", visitor.known("omron", "late@mail.test"));
    assertEquals(
        201,
        visitor
            .post("/forms/omron/newsletter", Visitor.filled(late.page(), "late@mail.test"))
            .status());
  }

  @Test
  void nobodySendsMoreThanAPersonCan() throws Exception {
    Map<String, String> filled = Map.of("ticket", "x");
    for (int i = 0; i < 30; i++)
      assertEquals(422, visitor.post("/forms/omron/newsletter", filled).status());
    assertEquals(429, visitor.post("/forms/omron/newsletter", filled).status());
    visitor.later();
    assertEquals(422, visitor.post("/forms/omron/newsletter", filled).status());
    assertEquals("PRB-W036", dev.probity.web.problem.Kind.TOO_MANY.problem().code());
    assertEquals("PRB-W037", dev.probity.web.problem.Kind.SENT_ALREADY.problem().code());
  }
}
