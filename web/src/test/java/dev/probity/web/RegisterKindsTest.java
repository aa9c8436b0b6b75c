// SPDX-License-Identifier: Apache-2.0
package dev.probity.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What questions make of documents, kind by kind: contracts, proxies, balancing tests and more. */
class RegisterKindsTest {
  private static final String BALANCING =
      """
      {"purposes": ["analytics"], "interest": "to see what is read", "necessity": "counts do",
       "expectations": "people expect it", "outcome": "interest", "children": "no",
       "made": "2026-01-01", "made-by": "the officer", "review": "2029-01-01"}
      """;

  @TempDir static Path folder;
  private static Clinic clinic;

  @BeforeAll
  static void start() {
    clinic = new Clinic(folder);
  }

  @AfterAll
  static void stop() {
    clinic.close();
  }

  @AfterEach
  void end() throws Exception {
    clinic.end();
  }

  @Test
  void aContractCountsForWhomItNames() throws Exception {
    String anna = clinic.person();
    assertEquals("DENY", clinic.effect(anna, Clinic.LETTER));
    clinic.keep("processor-contract", "C-1", Clinic.CONTRACT);
    assertEquals("PERMIT", clinic.effect(anna, Clinic.LETTER));
    assertEquals("DENY", clinic.effect(anna, Clinic.LETTER.replace("post-office", "print-shop")));
    assertEquals("DENY", clinic.effect(anna, Clinic.LETTER.replace("communication", "research")));
    JsonNode read =
        Clinic.ok(clinic.post(clinic.served, "registers/processor-contract/read", "{}"));
    assertEquals("[\"print-shop\"]", read.path("open").toString());
    assertEquals(
        "Sentinella Andersson",
        read.path("documents").get(0).path("elements").path("signatories").asString());
    clinic.end();
    JsonNode after = clinic.decide(clinic.served, anna, "", Clinic.LETTER);
    assertEquals("DENY", after.path("effect").asString());
    String ended =
        "{\"register\":\"processor-contract\",\"document\":\"C-1\",\"lacks\":[{\"element\":"
            + "\"processor-contract\",\"why\":\"ended\",\"cite\":\"GDPR Art. 28(3)\"}]}";
    assertTrue(after.path("uncounted").toString().contains(ended), after.toString());
  }

  /** Whoever acts is looked up too: how old he is, and whether he still speaks for the child. */
  @Test
  void aProxyActsUntilTheChildIsGrown() throws Exception {
    String child = clinic.person();
    String mother = clinic.person();
    String stranger = clinic.person();
    for (String adult : List.of(mother, stranger))
      Clinic.ok(
          clinic.post(
              clinic.served,
              "facts",
              Clinic.about(adult, "\"add\": {\"age\": {\"subject\": 40}}")));
    String proxy =
        "{\"representative\": \""
            + mother
            + "\", \"authority\": \"parent\", \"scope\": \"all\", \"seen\": \"register extract\","
            + " \"from\": \"2020-01-01\", \"born\": \"2015-05-05\"}";
    String ask = "{\"disclose\": \"health.symptom\", \"to\": \"guardian\"}";
    clinic.keep(child, "proxy", "P-1", proxy);
    String channel = "\"asserted\": {\"channel\": \"secure\"}, ";
    assertEquals("PERMIT", clinic.effect(child, channel + "\"actor\": \"" + mother + "\", ", ask));
    assertEquals("DENY", clinic.effect(child, channel + "\"actor\": \"" + stranger + "\", ", ask));
    assertEquals("DENY", clinic.effect(child, channel, ask));
    Instant now = clinic.served.now.get();
    clinic.served.now.set(Instant.parse("2033-05-04T23:59:59Z"));
    assertEquals("PERMIT", clinic.effect(child, channel + "\"actor\": \"" + mother + "\", ", ask));
    clinic.served.now.set(Instant.parse("2033-05-05T00:00:00Z"));
    JsonNode grown =
        clinic.decide(clinic.served, child, channel + "\"actor\": \"" + mother + "\", ", ask);
    clinic.served.now.set(now);
    assertEquals("DENY", grown.path("effect").asString());
    assertTrue(grown.path("uncounted").toString().contains("\"why\":\"grown\""), grown.toString());
    String young = clinic.person();
    clinic.keep(young, "proxy", "P-1", proxy.replace("\"born\"", "\"until-age\": 16, \"born\""));
    Clinic.ok(
        clinic.post(
            clinic.served, "facts", Clinic.about(young, "\"add\": {\"age\": {\"subject\": 16}}")));
    assertEquals("DENY", clinic.effect(young, channel + "\"actor\": \"" + mother + "\", ", ask));
    Served.Answer nobody =
        clinic.post(
            clinic.served,
            "decisions",
            Clinic.about(child, "\"actor\": \"sub_" + "0".repeat(32) + "\", \"ask\": " + ask));
    assertEquals("PRB-W015", nobody.json().path("faults").get(0).path("code").asString());
    Served.Answer unknown =
        clinic.post(
            clinic.served,
            "registers/proxy",
            Clinic.about(child, "\"elements\": " + proxy.replace(mother, "sub_" + "0".repeat(32))));
    assertEquals("PRB-W015", unknown.json().path("faults").get(0).path("code").asString());
  }

  @Test
  void aBalancingTestCountsForItsPurposeUntilItsReview() throws Exception {
    String anna = clinic.person();
    String ask = "{\"use\": \"usage.page\", \"for\": \"analytics\"}";
    assertEquals("DENY", clinic.effect(anna, ask));
    clinic.keep("balancing", "B-1", BALANCING);
    assertEquals("PERMIT", clinic.effect(anna, ask));
    clinic.end();
    clinic.keep("balancing", "B-2", BALANCING.replace("[\"analytics\"]", "[\"research\"]"));
    assertEquals("DENY", clinic.effect(anna, ask));
    Served.Answer lost =
        clinic.post(
            clinic.served,
            "registers/balancing",
            "{\"elements\": "
                + BALANCING.replace("\"interest\", \"children", "\"person\", \"children")
                + "}");
    assertEquals("PRB-W004", lost.code(), lost.text());
    String late = BALANCING.replace("2029-01-01", "2026-02-01");
    clinic.keep("balancing", "B-3", late);
    JsonNode answer = clinic.decide(clinic.served, anna, "", ask);
    assertTrue(
        answer.path("uncounted").toString().contains("\"review\",\"why\":\"expired\""),
        answer.toString());
  }

  /** A transfer mechanism counts for the place and the time it is for. */
  @Test
  void aTransferMechanismCountsWhereItReaches() throws Exception {
    String anna = clinic.person();
    String ask = "{\"transfer\": \"contact.email\", \"to\": \"post-office\"}";
    String to = "\"asserted\": {\"region\": {\"destination\": \"%s\"}}, ";
    String clauses =
        "{\"instrument\": \"%s\", \"destinations\": [\"US\"], \"recipients\": [\"post-office\"],"
            + " \"assessment\": \"read\", \"from\": \"2024-01-01\"}";
    clinic.keep("transfer", "T-1", clauses.formatted("clauses-2021"));
    assertEquals("PERMIT", clinic.effect(anna, to.formatted("US-CA"), ask));
    assertEquals("DENY", clinic.effect(anna, to.formatted("CN"), ask));
    assertEquals("DENY", clinic.effect(anna, "", ask));
    clinic.end();
    for (String dead : List.of("privacy-shield", "clauses-2010")) {
      clinic.keep("transfer", "T-" + dead, clauses.formatted(dead));
      JsonNode answer = clinic.decide(clinic.served, anna, to.formatted("US"), ask);
      assertEquals("DENY", answer.path("effect").asString(), dead);
      assertTrue(answer.toString().contains("\"why\":\"void\""), answer.toString());
    }
  }

  @Test
  void aDealADemandAndACase() throws Exception {
    String anna = clinic.person();
    String sale = "{\"disclose\": \"contact.name\", \"to\": \"buyer/x\"}";
    clinic.keep(
        "deal",
        "D-1",
        "{\"stage\": \"open\", \"parties\": [\"buyer/x\"], \"confidentiality\": true, \"opened\":"
            + " \"2026-01-01\"}");
    assertEquals("PERMIT", clinic.effect(anna, sale));
    assertEquals("DENY", clinic.effect(anna, sale.replace("/x", "/y")));

    String court = "{\"disclose\": \"contact.email\", \"to\": \"court\"}";
    String demand =
        "{\"form\": \"legal.demand.subpoena\", \"issuer\": \"the court\", \"received\":"
            + " \"2026-01-02\", \"data\": [\"contact\"], \"recipients\": [\"court\"],"
            + " \"reviewed-by\": \"counsel\"}";
    clinic.keep(anna, "demand", "L-1", demand);
    String cites = "\"asserted\": {\"evidence\": \"L-1\"}, ";
    assertEquals("DENY", clinic.effect(anna, court));
    assertEquals("PERMIT", clinic.effect(anna, cites, court));
    assertEquals("DENY", clinic.effect(clinic.person(), cites, court));

    String fraud = "{\"use\": \"contact.email\", \"for\": \"security\"}";
    clinic.keep(
        "case",
        "F-1",
        "{\"matter\": \"case.fraud\", \"opened\": \"2026-01-01\", \"decided-by\": \"the officer\","
            + " \"reason\": \"two accounts\"}");
    assertEquals("DENY", clinic.effect(anna, fraud));
    assertEquals("PERMIT", clinic.effect(anna, cites.replace("L-1", "F-1"), fraud));
    assertEquals("DENY", clinic.effect(anna, cites.replace("L-1", "F-2"), fraud));
    Served.Answer other =
        clinic.post(
            clinic.served, "registers/case", "{\"elements\": {\"matter\": \"legal.demand\"}}");
    assertEquals("PRB-W004", other.code());
  }

  @Test
  void aProviderIsFreeInHerWindows() throws Exception {
    String anna = clinic.person();
    Instant now = clinic.served.now.get();
    String ask = "{\"disclose\": \"health.symptom\", \"to\": \"provider.available/%s\"}";
    String channel = "\"asserted\": {\"channel\": \"secure\"}, ";
    clinic.keep(
        "availability",
        "V-1",
        "{\"providers\": [\"provider.available/lind\"], \"windows\": [{\"from\": \"%s\", \"until\": \"%s\"}]}"
            .formatted(now.minusSeconds(60), now.plusSeconds(600)));
    assertEquals("PERMIT", clinic.effect(anna, channel, ask.formatted("lind")));
    assertEquals("DENY", clinic.effect(anna, channel, ask.formatted("berg")));
    clinic.served.now.set(now.plusSeconds(700));
    assertEquals("DENY", clinic.effect(anna, channel, ask.formatted("lind")));
    clinic.served.now.set(now);
  }

  @Test
  void aSwitchIsTheOperators() throws Exception {
    String anna = clinic.person();
    String ask = "{\"use\": \"health.symptom\", \"for\": \"research\"}";
    assertEquals("PERMIT", clinic.effect(anna, ask));
    String on =
        "{\"choice\": \"strict-health\", \"value\": \"on\", \"from\": \"2026-01-01\","
            + " \"decided-by\": \"the officer\"}";
    clinic.keep("setting", "S-1", on);
    assertEquals("DENY", clinic.effect(anna, ask));
    for (String wrong :
        List.of(on.replace("\"on\"", "\"perhaps\""), on.replace("strict-health", "gpc"))) {
      Served.Answer answer =
          clinic.post(clinic.served, "registers/setting", "{\"elements\": " + wrong + "}");
      assertEquals("PRB-W054", answer.json().path("faults").get(0).path("code").asString(), wrong);
    }
    Served.Answer hers =
        clinic.post(
            clinic.served,
            "facts",
            Clinic.about(anna, "\"set\": {\"choice\": {\"strict-health\": \"off\"}}"));
    assertEquals("PRB-W055", hers.json().path("faults").get(0).path("code").asString());
    clinic.end();
    assertEquals("PERMIT", clinic.effect(anna, ask));
  }
}
