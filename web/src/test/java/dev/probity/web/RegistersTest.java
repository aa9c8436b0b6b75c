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
import java.time.Instant;
import java.util.ArrayList;
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

/** Documents in registers over HTTP: what each must have, and what questions make of them. */
class RegistersTest {
  static final String CONTRACT =
      """
      {"recipients": ["post-office"], "subject-matter": "letters", "purposes": ["communication"],
       "data": ["contact"], "persons": "patients", "from": "2026-01-01", "until-ended": true,
       "in-writing": true, "instructions": true, "confidentiality": true, "security": true,
       "sub-processors": true, "rights": true, "assistance": true, "deletion": true,
       "audits": true, "signatories": "Sentinella Andersson"}
      """;
  static final String AUTHORISATION =
      """
      {"consent": "insurance", "data": ["health"], "disclosers": "the clinic",
       "recipients": ["insurer/alfa"], "purposes": ["insurance-underwriting"], "expires": "2030-01-01",
       "signed-by": "person", "signed": "2026-02-01", "states-revocation": true,
       "states-conditions": true, "states-redisclosure": true, "combined-with": "nothing",
       "conditioned": "nothing"}
      """;
  private static final String BALANCING =
      """
      {"purposes": ["analytics"], "interest": "to see what is read", "necessity": "counts do",
       "expectations": "people expect it", "outcome": "interest", "children": "no",
       "made": "2026-01-01", "made-by": "the officer", "review": "2029-01-01"}
      """;
  private static final String LETTER =
      "{\"disclose\": \"contact.address\", \"to\": \"post-office\", \"for\": \"communication\"}";
  private static final String INSURER =
      "{\"disclose\": \"health.symptom\", \"to\": \"insurer/alfa\", \"for\":"
          + " \"insurance-underwriting\"}";

  @TempDir static Path folder;
  private static Served served;
  private static Served beside;
  private static String token;
  private static final List<String[]> KEPT = new ArrayList<>();

  @BeforeAll
  static void start() throws Exception {
    served = new Served(folder);
    beside = new Served(folder, served.keys, "beside");
    token = token("clinic", EnumSet.allOf(Scope.class));
  }

  @AfterAll
  static void stop() {
    beside.close();
    served.close();
  }

  /** Registers are the controller's, so what one test keeps another would see. */
  @AfterEach
  void end() throws Exception {
    for (String[] kept : KEPT)
      post(served, "registers/" + kept[0] + "/end", "{\"document\": \"" + kept[1] + "\"}");
    KEPT.clear();
  }

  @Test
  void aContractCountsForWhomItNames() throws Exception {
    String anna = person();
    assertEquals("DENY", effect(anna, LETTER));
    keep("processor-contract", "C-1", CONTRACT);
    assertEquals("PERMIT", effect(anna, LETTER));
    assertEquals("DENY", effect(anna, LETTER.replace("post-office", "print-shop")));
    assertEquals("DENY", effect(anna, LETTER.replace("communication", "research")));
    JsonNode read = ok(post(served, "registers/processor-contract/read", "{}"));
    assertEquals("[\"print-shop\"]", read.path("open").toString());
    assertEquals(
        "Sentinella Andersson",
        read.path("documents").get(0).path("elements").path("signatories").asString());
    end();
    JsonNode after = decide(served, anna, "", LETTER);
    assertEquals("DENY", after.path("effect").asString());
    String ended =
        "{\"register\":\"processor-contract\",\"document\":\"C-1\",\"lacks\":[{\"element\":"
            + "\"processor-contract\",\"why\":\"ended\",\"cite\":\"GDPR Art. 28(3)\"}]}";
    assertTrue(after.path("uncounted").toString().contains(ended), after.toString());
  }

  /** Every element that is missing is named at once, by the law that wants it. */
  @Test
  void whatAKindMustHaveIsNamedAtOnce() throws Exception {
    String anna = person();
    Served.Answer empty = post(served, "registers/authorisation", about(anna, "\"elements\": {}"));
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
    ObjectNode whole = (ObjectNode) Served.JSON.readTree(CONTRACT);
    for (String element : new TreeSet<>(whole.propertyNames())) {
      ObjectNode without = whole.deepCopy();
      without.remove(element);
      Served.Answer refused =
          post(served, "registers/processor-contract", "{\"elements\": " + without + "}");
      assertEquals("PRB-W004", refused.code(), element);
      assertTrue(refused.text().contains("`" + element + "`"), element + refused.text());
    }
    assertFalse(read("processor-contract", "{}").contains("doc-"));
  }

  /**
   * 45 CFR 164.508(b)(2): incomplete, compound, conditioned, expired, revoked, signed by nobody.
   */
  @Test
  void adefectiveAuthorisationIsNotThere() throws Exception {
    String anna = person();
    keep(anna, "authorisation", "A-0", AUTHORISATION);
    assertEquals("PERMIT", effect(anna, INSURER));
    assertEquals("DENY", effect(anna, INSURER.replace("alfa", "beta")));
    assertEquals("DENY", effect(anna, INSURER.replace("insurance-underwriting\"", "research\"")));
    ObjectNode whole = (ObjectNode) Served.JSON.readTree(AUTHORISATION);
    Set<String> elements = new TreeSet<>(whole.propertyNames());
    elements.remove("consent");
    for (String element : elements) {
      String berit = person();
      ObjectNode without = whole.deepCopy();
      without.remove(element);
      assertDefective(berit, without, element.equals("signed-by") ? element : element, "missing");
    }
    assertDefective(
        person(),
        whole.deepCopy().put("combined-with", "another-document"),
        "combined-with",
        "none");
    assertDefective(
        person(), whole.deepCopy().put("conditioned", "treatment"), "conditioned", "none");
    assertDefective(person(), whole.deepCopy().put("expires", "2026-03-01"), "expires", "expired");
    assertDefective(person(), whole.deepCopy().put("expired", "2026-03-01"), "expired", "expired");
    assertDefective(
        person(), whole.deepCopy().put("signed-by", "representative"), "authority", "missing");
    assertDefective(
        person(),
        whole.deepCopy().put("states-redisclosure", false),
        "states-redisclosure",
        "missing");
    assertDefective(
        person(), whole.deepCopy().put("remunerated", "yes"), "states-remuneration", "missing");
  }

  private static void assertDefective(String who, ObjectNode elements, String element, String why)
      throws Exception {
    ok(
        post(
            served,
            "registers/authorisation",
            about(who, "\"document\": \"A-1\", \"incomplete\": true, \"elements\": " + elements)));
    JsonNode answer = decide(served, who, "", INSURER);
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
      String anna = person();
      keep(anna, "authorisation", "A-1", AUTHORISATION);
      assertEquals("PERMIT", effect(anna, INSURER));
      if (byDocument)
        ok(post(beside, "registers/authorisation/end", about(anna, "\"document\": \"A-1\"")));
      else ok(post(beside, "withdrawals", about(anna, "\"consent\": \"insurance\"")));
      assertEquals("DENY", effect(anna, INSURER));
      JsonNode read =
          ok(post(served, "registers/authorisation/read", about(anna, "\"document\": \"A-1\"")));
      assertTrue(read.path("documents").get(0).has("ended"), read.toString());
      Served.Answer again =
          post(
              served,
              "registers/authorisation",
              about(anna, "\"document\": \"A-1\", \"elements\": " + AUTHORISATION));
      assertEquals("PRB-W053", again.code());
    }
  }

  /** Whoever acts is looked up too: how old he is, and whether he still speaks for the child. */
  @Test
  void aProxyActsUntilTheChildIsGrown() throws Exception {
    String child = person();
    String mother = person();
    String stranger = person();
    for (String adult : List.of(mother, stranger))
      ok(post(served, "facts", about(adult, "\"add\": {\"age\": {\"subject\": 40}}")));
    String proxy =
        "{\"representative\": \""
            + mother
            + "\", \"authority\": \"parent\", \"scope\": \"all\", \"seen\": \"register extract\","
            + " \"from\": \"2020-01-01\", \"born\": \"2015-05-05\"}";
    String ask = "{\"disclose\": \"health.symptom\", \"to\": \"guardian\"}";
    keep(child, "proxy", "P-1", proxy);
    String channel = "\"asserted\": {\"channel\": \"secure\"}, ";
    assertEquals("PERMIT", effect(child, channel + "\"actor\": \"" + mother + "\", ", ask));
    assertEquals("DENY", effect(child, channel + "\"actor\": \"" + stranger + "\", ", ask));
    assertEquals("DENY", effect(child, channel, ask));
    Instant now = served.now.get();
    served.now.set(Instant.parse("2033-05-04T23:59:59Z"));
    assertEquals("PERMIT", effect(child, channel + "\"actor\": \"" + mother + "\", ", ask));
    served.now.set(Instant.parse("2033-05-05T00:00:00Z"));
    JsonNode grown = decide(served, child, channel + "\"actor\": \"" + mother + "\", ", ask);
    served.now.set(now);
    assertEquals("DENY", grown.path("effect").asString());
    assertTrue(grown.path("uncounted").toString().contains("\"why\":\"grown\""), grown.toString());
    String young = person();
    keep(young, "proxy", "P-1", proxy.replace("\"born\"", "\"until-age\": 16, \"born\""));
    ok(post(served, "facts", about(young, "\"add\": {\"age\": {\"subject\": 16}}")));
    assertEquals("DENY", effect(young, channel + "\"actor\": \"" + mother + "\", ", ask));
    Served.Answer nobody =
        post(
            served,
            "decisions",
            about(child, "\"actor\": \"sub_" + "0".repeat(32) + "\", \"ask\": " + ask));
    assertEquals("PRB-W015", nobody.json().path("faults").get(0).path("code").asString());
    Served.Answer unknown =
        post(
            served,
            "registers/proxy",
            about(child, "\"elements\": " + proxy.replace(mother, "sub_" + "0".repeat(32))));
    assertEquals("PRB-W015", unknown.json().path("faults").get(0).path("code").asString());
  }

  @Test
  void aBalancingTestCountsForItsPurposeUntilItsReview() throws Exception {
    String anna = person();
    String ask = "{\"use\": \"usage.page\", \"for\": \"analytics\"}";
    assertEquals("DENY", effect(anna, ask));
    keep("balancing", "B-1", BALANCING);
    assertEquals("PERMIT", effect(anna, ask));
    end();
    keep("balancing", "B-2", BALANCING.replace("[\"analytics\"]", "[\"research\"]"));
    assertEquals("DENY", effect(anna, ask));
    Served.Answer lost =
        post(
            served,
            "registers/balancing",
            "{\"elements\": "
                + BALANCING.replace("\"interest\", \"children", "\"person\", \"children")
                + "}");
    assertEquals("PRB-W004", lost.code(), lost.text());
    String late = BALANCING.replace("2029-01-01", "2026-02-01");
    keep("balancing", "B-3", late);
    JsonNode answer = decide(served, anna, "", ask);
    assertTrue(
        answer.path("uncounted").toString().contains("\"review\",\"why\":\"expired\""),
        answer.toString());
  }

  /** A transfer mechanism counts for the place and the time it is for. */
  @Test
  void aTransferMechanismCountsWhereItReaches() throws Exception {
    String anna = person();
    String ask = "{\"transfer\": \"contact.email\", \"to\": \"post-office\"}";
    String to = "\"asserted\": {\"region\": {\"destination\": \"%s\"}}, ";
    String clauses =
        "{\"instrument\": \"%s\", \"destinations\": [\"US\"], \"recipients\": [\"post-office\"],"
            + " \"assessment\": \"read\", \"from\": \"2024-01-01\"}";
    keep("transfer", "T-1", clauses.formatted("clauses-2021"));
    assertEquals("PERMIT", effect(anna, to.formatted("US-CA"), ask));
    assertEquals("DENY", effect(anna, to.formatted("CN"), ask));
    assertEquals("DENY", effect(anna, "", ask));
    end();
    for (String dead : List.of("privacy-shield", "clauses-2010")) {
      keep("transfer", "T-" + dead, clauses.formatted(dead));
      JsonNode answer = decide(served, anna, to.formatted("US"), ask);
      assertEquals("DENY", answer.path("effect").asString(), dead);
      assertTrue(answer.toString().contains("\"why\":\"void\""), answer.toString());
    }
  }

  @Test
  void aDealADemandAndACase() throws Exception {
    String anna = person();
    String sale = "{\"disclose\": \"contact.name\", \"to\": \"buyer/x\"}";
    keep(
        "deal",
        "D-1",
        "{\"stage\": \"open\", \"parties\": [\"buyer/x\"], \"confidentiality\": true, \"opened\":"
            + " \"2026-01-01\"}");
    assertEquals("PERMIT", effect(anna, sale));
    assertEquals("DENY", effect(anna, sale.replace("/x", "/y")));

    String court = "{\"disclose\": \"contact.email\", \"to\": \"court\"}";
    String demand =
        "{\"form\": \"legal.demand.subpoena\", \"issuer\": \"the court\", \"received\":"
            + " \"2026-01-02\", \"data\": [\"contact\"], \"recipients\": [\"court\"],"
            + " \"reviewed-by\": \"counsel\"}";
    keep(anna, "demand", "L-1", demand);
    String cites = "\"asserted\": {\"evidence\": \"L-1\"}, ";
    assertEquals("DENY", effect(anna, court));
    assertEquals("PERMIT", effect(anna, cites, court));
    assertEquals("DENY", effect(person(), cites, court));

    String fraud = "{\"use\": \"contact.email\", \"for\": \"security\"}";
    keep(
        "case",
        "F-1",
        "{\"matter\": \"case.fraud\", \"opened\": \"2026-01-01\", \"decided-by\": \"the officer\","
            + " \"reason\": \"two accounts\"}");
    assertEquals("DENY", effect(anna, fraud));
    assertEquals("PERMIT", effect(anna, cites.replace("L-1", "F-1"), fraud));
    assertEquals("DENY", effect(anna, cites.replace("L-1", "F-2"), fraud));
    Served.Answer other =
        post(served, "registers/case", "{\"elements\": {\"matter\": \"legal.demand\"}}");
    assertEquals("PRB-W004", other.code());
  }

  @Test
  void aProviderIsFreeInHerWindows() throws Exception {
    String anna = person();
    Instant now = served.now.get();
    String ask = "{\"disclose\": \"health.symptom\", \"to\": \"provider.available/%s\"}";
    String channel = "\"asserted\": {\"channel\": \"secure\"}, ";
    keep(
        "availability",
        "V-1",
        "{\"providers\": [\"provider.available/lind\"], \"windows\": [{\"from\": \"%s\", \"until\": \"%s\"}]}"
            .formatted(now.minusSeconds(60), now.plusSeconds(600)));
    assertEquals("PERMIT", effect(anna, channel, ask.formatted("lind")));
    assertEquals("DENY", effect(anna, channel, ask.formatted("berg")));
    served.now.set(now.plusSeconds(700));
    assertEquals("DENY", effect(anna, channel, ask.formatted("lind")));
    served.now.set(now);
  }

  @Test
  void aSwitchIsTheOperators() throws Exception {
    String anna = person();
    String ask = "{\"use\": \"health.symptom\", \"for\": \"research\"}";
    assertEquals("PERMIT", effect(anna, ask));
    String on =
        "{\"choice\": \"strict-health\", \"value\": \"on\", \"from\": \"2026-01-01\","
            + " \"decided-by\": \"the officer\"}";
    keep("setting", "S-1", on);
    assertEquals("DENY", effect(anna, ask));
    for (String wrong :
        List.of(on.replace("\"on\"", "\"perhaps\""), on.replace("strict-health", "gpc"))) {
      Served.Answer answer = post(served, "registers/setting", "{\"elements\": " + wrong + "}");
      assertEquals("PRB-W054", answer.json().path("faults").get(0).path("code").asString(), wrong);
    }
    Served.Answer hers =
        post(served, "facts", about(anna, "\"set\": {\"choice\": {\"strict-health\": \"off\"}}"));
    assertEquals("PRB-W055", hers.json().path("faults").get(0).path("code").asString());
    end();
    assertEquals("PERMIT", effect(anna, ask));
  }

  /** Nothing of one controller is seen at another, nothing is kept without the scope. */
  @Test
  void registersAreOneControllersAndScopesAreHeldTo() throws Exception {
    keep("processor-contract", "C-9", CONTRACT);
    String one = token("one", EnumSet.allOf(Scope.class));
    byte[] none = "{}".getBytes(StandardCharsets.UTF_8);
    Served.Answer other = served.post("/v1/one/registers/processor-contract/read", none, one);
    assertEquals("[]", other.json().path("documents").toString());
    byte[] end = "{\"document\": \"C-9\"}".getBytes(StandardCharsets.UTF_8);
    assertEquals(
        "PRB-W052", served.post("/v1/one/registers/processor-contract/end", end, one).code());
    assertEquals(
        "PRB-W001", served.post("/v1/clinic/registers/processor-contract/end", end, one).code());
    EnumSet<Scope> rest = EnumSet.complementOf(EnumSet.of(Scope.RECORD, Scope.READ));
    String neither = token("clinic", rest);
    for (String door : List.of("", "/end", "/read"))
      assertEquals(
          "PRB-W002",
          served.post("/v1/clinic/registers/processor-contract" + door, end, neither).code());
    assertEquals("PRB-W051", post(served, "registers/anna", "{}").code());
    assertEquals("PRB-W052", post(served, "registers/deal/end", "{\"document\": \"x\"}").code());
    for (String mixed :
        List.of(
            "deal {\"subject\": \"sub_x\", \"elements\": {}}",
            "authorisation {\"elements\": {}}")) {
      String register = mixed.substring(0, mixed.indexOf(' '));
      Served.Answer answer =
          post(served, "registers/" + register, mixed.substring(mixed.indexOf(' ')));
      assertTrue(answer.text().contains("PRB-W056"), answer.text());
    }
  }

  /** Rows and log name nobody; a row that was altered, moved or taken in is refused. */
  @Test
  void noRowSaysWhoSigned() throws Exception {
    keep("processor-contract", "C-sentinel", CONTRACT);
    String rows =
        served
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
    assertFalse(Files.readString(served.log).contains("entinel"));
    for (String name : List.of("one", "")) {
      long seen =
          served
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
    beside.now.set(served.now.get().minus(Duration.ofHours(1)));
    String anna = person();
    for (int round = 0; round < 10; round++) {
      Served keeping = round % 2 == 0 ? served : beside;
      keep(keeping, "", "processor-contract", "R-" + round, CONTRACT);
      for (Served server : List.of(beside, served))
        assertEquals("PERMIT", decide(server, anna, "", LETTER).path("effect").asString());
      ok(post(keeping, "registers/processor-contract/end", "{\"document\": \"R-" + round + "\"}"));
      for (Served server : List.of(beside, served))
        assertEquals("DENY", decide(server, anna, "", LETTER).path("effect").asString());
    }
    KEPT.clear();
  }

  static String token(String controller, Set<Scope> scopes) {
    return served.store.tokens().create(controller, "x", scopes, Duration.ofDays(3650));
  }

  static String person() throws Exception {
    return ok(post(served, "subjects", "{\"known-as\": {}}")).path("subject").asString();
  }

  private static void keep(String register, String number, String elements) throws Exception {
    keep(served, "", register, number, elements);
    KEPT.add(new String[] {register, number});
  }

  private static void keep(String who, String register, String number, String elements)
      throws Exception {
    keep(served, "\"subject\": \"" + who + "\", ", register, number, elements);
  }

  private static void keep(
      Served server, String who, String register, String number, String elements) throws Exception {
    JsonNode kept =
        ok(
            post(
                server,
                "registers/" + register,
                "{" + who + "\"document\": \"" + number + "\", \"elements\": " + elements + "}"));
    assertTrue(kept.has("entry"), kept.toString());
    assertEquals("[]", kept.path("lacks").toString());
  }

  private static String read(String register, String body) throws Exception {
    return ok(post(served, "registers/" + register + "/read", body)).toString();
  }

  private static String effect(String who, String ask) throws Exception {
    return effect(who, "", ask);
  }

  private static String effect(String who, String more, String ask) throws Exception {
    return decide(served, who, more, ask).path("effect").asString();
  }

  private static JsonNode decide(Served server, String who, String more, String ask)
      throws Exception {
    return ok(post(server, "decisions", about(who, more + "\"ask\": " + ask)));
  }

  static Served.Answer post(Served server, String door, String body) throws Exception {
    return server.post("/v1/clinic/" + door, body.getBytes(StandardCharsets.UTF_8), token);
  }

  private static JsonNode ok(Served.Answer answer) {
    assertEquals(200, answer.status(), answer.text());
    return answer.json();
  }

  private static String about(String who, String rest) {
    return "{\"subject\": \"" + who + "\", " + rest + "}";
  }
}
