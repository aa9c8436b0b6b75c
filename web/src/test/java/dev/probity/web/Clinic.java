// SPDX-License-Identifier: Apache-2.0
package dev.probity.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.probity.store.token.Scope;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** A clinic whose staff keeps registers, at two servers on one database. */
final class Clinic implements AutoCloseable {
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

  static final String LETTER =
      "{\"disclose\": \"contact.address\", \"to\": \"post-office\", \"for\": \"communication\"}";

  final Served served;
  final Served beside;
  private final String token;
  private final List<String[]> kept = new ArrayList<>();

  Clinic(Path folder) {
    served = new Served(folder);
    beside = new Served(folder, served.keys, "beside");
    token = token("clinic", EnumSet.allOf(Scope.class));
  }

  /** Registers are the controller's, so what one test keeps another would see. */
  void end() throws Exception {
    for (String[] one : kept)
      post(served, "registers/" + one[0] + "/end", "{\"document\": \"" + one[1] + "\"}");
    kept.clear();
  }

  String token(String controller, Set<Scope> scopes) {
    return served.store.tokens().create(controller, "x", scopes, Duration.ofDays(3650));
  }

  String person() throws Exception {
    return ok(post(served, "subjects", "{\"known-as\": {}}")).path("subject").asString();
  }

  void keep(String register, String number, String elements) throws Exception {
    keep(served, "", register, number, elements);
    kept.add(new String[] {register, number});
  }

  void keep(String who, String register, String number, String elements) throws Exception {
    keep(served, "\"subject\": \"" + who + "\", ", register, number, elements);
  }

  void keep(Served server, String who, String register, String number, String elements)
      throws Exception {
    JsonNode answer =
        ok(
            post(
                server,
                "registers/" + register,
                "{" + who + "\"document\": \"" + number + "\", \"elements\": " + elements + "}"));
    assertTrue(answer.has("entry"), answer.toString());
    assertEquals("[]", answer.path("lacks").toString());
  }

  String read(String register, String body) throws Exception {
    return ok(post(served, "registers/" + register + "/read", body)).toString();
  }

  String effect(String who, String ask) throws Exception {
    return effect(who, "", ask);
  }

  String effect(String who, String more, String ask) throws Exception {
    return decide(served, who, more, ask).path("effect").asString();
  }

  JsonNode decide(Served server, String who, String more, String ask) throws Exception {
    return ok(post(server, "decisions", about(who, more + "\"ask\": " + ask)));
  }

  Served.Answer post(Served server, String door, String body) throws Exception {
    return server.post("/v1/clinic/" + door, body.getBytes(StandardCharsets.UTF_8), token);
  }

  static JsonNode ok(Served.Answer answer) {
    assertEquals(200, answer.status(), answer.text());
    return answer.json();
  }

  static String about(String who, String rest) {
    return "{\"subject\": \"" + who + "\", " + rest + "}";
  }

  @Override
  public void close() {
    beside.close();
    served.close();
  }
}
