// SPDX-License-Identifier: Apache-2.0
package dev.probity.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.probity.store.token.Scope;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Documents in registers over HTTP: what each must have, who sees it, and what ends it. */
class RegistersTest {
  private static final String INSURER =
      "{\"disclose\": \"health.symptom\", \"to\": \"insurer/alfa\", \"for\":"
          + " \"insurance-underwriting\"}";

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

  /** Every element that is missing is named at once, by the law that wants it. */
  @Test
  void whatAKindMustHaveIsNamedAtOnce() throws Exception {
    String anna = clinic.person();
    Served.Answer empty =
        clinic.post(
            clinic.served, "registers/authorisation", Clinic.about(anna, "\"elements\": {}"));
    assertEquals("PRB-W004", empty.code());
    String faults = empty.json().path("faults").toString();
    for (String cite :
        List.of(
            "(c)(1)(i)",
            "(c)(1)(ii)",
            "(c)(1)(iii)",
            "(c)(1)(iv)",
            "(c)(1)(v)",
            "(c)(1)(vi)",
            "(c)(2)(i)",
            "(c)(2)(ii)",
            "(c)(2)(iii)",
            "(b)(3)",
            "(b)(4)")) assertTrue(faults.contains("164.508" + cite + ")"), cite);
    assertTrue(faults.contains("PRB-W050"));
    ObjectNode whole = (ObjectNode) Served.JSON.readTree(Clinic.CONTRACT);
    for (String element : new TreeSet<>(whole.propertyNames())) {
      ObjectNode without = whole.deepCopy();
      without.remove(element);
      Served.Answer refused =
          clinic.post(
              clinic.served, "registers/processor-contract", "{\"elements\": " + without + "}");
      assertEquals("PRB-W004", refused.code(), element);
      assertTrue(refused.text().contains("`" + element + "`"), element + refused.text());
    }
    assertFalse(clinic.read("processor-contract", "{}").contains("doc-"));
  }

  /**
   * 45 CFR 164.508(b)(2): incomplete, compound, conditioned, expired, revoked, signed by nobody.
   */
  @Test
  void adefectiveAuthorisationIsNotThere() throws Exception {
    String anna = clinic.person();
    clinic.keep(anna, "authorisation", "A-0", Clinic.AUTHORISATION);
    assertEquals("PERMIT", clinic.effect(anna, INSURER));
    assertEquals("DENY", clinic.effect(anna, INSURER.replace("alfa", "beta")));
    assertEquals(
        "DENY", clinic.effect(anna, INSURER.replace("insurance-underwriting\"", "research\"")));
    ObjectNode whole = (ObjectNode) Served.JSON.readTree(Clinic.AUTHORISATION);
    Set<String> elements = new TreeSet<>(whole.propertyNames());
    elements.remove("consent");
    for (String element : elements) {
      String berit = clinic.person();
      ObjectNode without = whole.deepCopy();
      without.remove(element);
      assertDefective(berit, without, element.equals("signed-by") ? element : element, "missing");
    }
    assertDefective(
        clinic.person(),
        whole.deepCopy().put("combined-with", "another-document"),
        "combined-with",
        "none");
    assertDefective(
        clinic.person(), whole.deepCopy().put("conditioned", "treatment"), "conditioned", "none");
    assertDefective(
        clinic.person(), whole.deepCopy().put("expires", "2026-03-01"), "expires", "expired");
    assertDefective(
        clinic.person(), whole.deepCopy().put("expired", "2026-03-01"), "expired", "expired");
    assertDefective(
        clinic.person(),
        whole.deepCopy().put("signed-by", "representative"),
        "authority",
        "missing");
    assertDefective(
        clinic.person(),
        whole.deepCopy().put("states-redisclosure", false),
        "states-redisclosure",
        "missing");
    assertDefective(
        clinic.person(),
        whole.deepCopy().put("remunerated", "yes"),
        "states-remuneration",
        "missing");
  }

  private static void assertDefective(String who, ObjectNode elements, String element, String why)
      throws Exception {
    Clinic.ok(
        clinic.post(
            clinic.served,
            "registers/authorisation",
            Clinic.about(
                who, "\"document\": \"A-1\", \"incomplete\": true, \"elements\": " + elements)));
    JsonNode answer = clinic.decide(clinic.served, who, "", INSURER);
    assertEquals("DENY", answer.path("effect").asString(), element);
    String lacks = answer.path("uncounted").toString();
    // Why not these: a paper that names no insurer would not be about this one either.
    if (!Set.of("recipients").contains(element))
      assertTrue(
          lacks.contains("\"element\":\"" + element + "\",\"why\":\"" + why + "\""),
          element + answer);
  }

  @Test
  void aRevokedAuthorisationIsAWithdrawal() throws Exception {
    for (boolean byDocument : List.of(true, false)) {
      String anna = clinic.person();
      clinic.keep(anna, "authorisation", "A-1", Clinic.AUTHORISATION);
      assertEquals("PERMIT", clinic.effect(anna, INSURER));
      if (byDocument)
        Clinic.ok(
            clinic.post(
                clinic.beside,
                "registers/authorisation/end",
                Clinic.about(anna, "\"document\": \"A-1\"")));
      else
        Clinic.ok(
            clinic.post(
                clinic.beside, "withdrawals", Clinic.about(anna, "\"consent\": \"insurance\"")));
      assertEquals("DENY", clinic.effect(anna, INSURER));
      JsonNode read =
          Clinic.ok(
              clinic.post(
                  clinic.served,
                  "registers/authorisation/read",
                  Clinic.about(anna, "\"document\": \"A-1\"")));
      assertTrue(read.path("documents").get(0).has("ended"), read.toString());
      Served.Answer again =
          clinic.post(
              clinic.served,
              "registers/authorisation",
              Clinic.about(anna, "\"document\": \"A-1\", \"elements\": " + Clinic.AUTHORISATION));
      assertEquals("PRB-W053", again.code());
    }
  }

  /** Nothing of one controller is seen at another, nothing is kept without the scope. */
  @Test
  void registersAreOneControllersAndScopesAreHeldTo() throws Exception {
    clinic.keep("processor-contract", "C-9", Clinic.CONTRACT);
    String one = clinic.token("one", EnumSet.allOf(Scope.class));
    byte[] none = "{}".getBytes(StandardCharsets.UTF_8);
    Served.Answer other =
        clinic.served.post("/v1/one/registers/processor-contract/read", none, one);
    assertEquals("[]", other.json().path("documents").toString());
    byte[] end = "{\"document\": \"C-9\"}".getBytes(StandardCharsets.UTF_8);
    assertEquals(
        "PRB-W052",
        clinic.served.post("/v1/one/registers/processor-contract/end", end, one).code());
    assertEquals(
        "PRB-W001",
        clinic.served.post("/v1/clinic/registers/processor-contract/end", end, one).code());
    EnumSet<Scope> rest = EnumSet.complementOf(EnumSet.of(Scope.RECORD, Scope.READ));
    String neither = clinic.token("clinic", rest);
    for (String door : List.of("", "/end", "/read"))
      assertEquals(
          "PRB-W002",
          clinic
              .served
              .post("/v1/clinic/registers/processor-contract" + door, end, neither)
              .code());
    assertEquals("PRB-W051", clinic.post(clinic.served, "registers/anna", "{}").code());
    assertEquals(
        "PRB-W052",
        clinic.post(clinic.served, "registers/deal/end", "{\"document\": \"x\"}").code());
    for (String mixed :
        List.of(
            "deal {\"subject\": \"sub_x\", \"elements\": {}}",
            "authorisation {\"elements\": {}}")) {
      String register = mixed.substring(0, mixed.indexOf(' '));
      Served.Answer answer =
          clinic.post(clinic.served, "registers/" + register, mixed.substring(mixed.indexOf(' ')));
      assertTrue(answer.text().contains("PRB-W056"), answer.text());
    }
  }

  /** Rows and log name nobody; a row that was altered, moved or taken in is refused. */
  @Test
  void noRowSaysWhoSigned() throws Exception {
    clinic.keep("processor-contract", "C-sentinel", Clinic.CONTRACT);
    String rows =
        clinic
            .served
            .store
            .tenancy()
            .in(
                "clinic",
                c ->
                    c.sql(
                            "select string_agg(encode(sealed, 'escape') || s::text, '') from"
                                + " register_step s")
                        .query(String.class)
                        .single());
    assertTrue(rows.length() > 100);
    for (String word : List.of("Sentinella", "sentinel", "letters", "post-office"))
      assertFalse(rows.contains(word), word);
    assertFalse(Files.readString(clinic.served.log).contains("entinel"));
    for (String name : List.of("one", "")) {
      long seen =
          clinic
              .served
              .store
              .tenancy()
              .in(
                  name,
                  c -> c.sql("select count(*) from register_step").query(Long.class).single());
      assertEquals(0, seen);
    }
  }

  /** With the other server's clock an hour behind: what was acknowledged is in the past. */
  @Test
  void everyRegisterIsSeenOnEveryServerAtOnce() throws Exception {
    clinic.beside.now.set(clinic.served.now.get().minus(Duration.ofHours(1)));
    String anna = clinic.person();
    for (int round = 0; round < 10; round++) {
      Served keeping = round % 2 == 0 ? clinic.served : clinic.beside;
      clinic.keep(keeping, "", "processor-contract", "R-" + round, Clinic.CONTRACT);
      for (Served server : List.of(clinic.beside, clinic.served))
        assertEquals(
            "PERMIT", clinic.decide(server, anna, "", Clinic.LETTER).path("effect").asString());
      Clinic.ok(
          clinic.post(
              keeping, "registers/processor-contract/end", "{\"document\": \"R-" + round + "\"}"));
      for (Served server : List.of(clinic.beside, clinic.served))
        assertEquals(
            "DENY", clinic.decide(server, anna, "", Clinic.LETTER).path("effect").asString());
    }
  }
}
