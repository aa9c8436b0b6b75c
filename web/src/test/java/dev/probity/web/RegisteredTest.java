// SPDX-License-Identifier: Apache-2.0
package dev.probity.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.probity.ledger.entry.Entry;
import dev.probity.ledger.entry.EntryText;
import dev.probity.ledger.entry.Word;
import dev.probity.ledger.log.Log;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What the log says of registers and signals, and the doors that look into registers. */
class RegisteredTest {
  private static final String STRICT =
      "{\"choice\": \"strict-health\", \"value\": \"on\", \"from\": \"2026-01-01\","
          + " \"decided-by\": \"the officer\"}";

  @TempDir static Path folder;
  private static Served served;
  private static String token = "";

  @BeforeAll
  static void start() {
    served = new Served(folder);
    token = served.token("clinic");
  }

  @AfterAll
  static void stop() {
    served.close();
  }

  private static Served.Answer post(String door, String body) throws Exception {
    return served.post("/v1/clinic/" + door, body.getBytes(StandardCharsets.UTF_8), token);
  }

  private static JsonNode ok(String door, String body) throws Exception {
    Served.Answer answer = post(door, body);
    assertEquals(200, answer.status(), answer.text());
    return answer.json();
  }

  private static String person() throws Exception {
    return ok("subjects", "{\"known-as\": {}}").path("subject").asString();
  }

  private static String about(String who, String rest) {
    return "{\"subject\": \"" + who + "\", " + rest + "}";
  }

  private static JsonNode keep(String register, String number, String elements) throws Exception {
    return ok(
        "registers/" + register,
        "{\"document\": \"" + number + "\", \"elements\": " + elements + "}");
  }

  private static void end(String register, String number) throws Exception {
    ok("registers/" + register + "/end", "{\"document\": \"" + number + "\"}");
  }

  private static Entry entry(JsonNode answer) {
    Log log = served.store.ledgers(folder.resolve("ledger")).of("clinic");
    return EntryText.read(log.receipt(answer.path("entry").asLong()).entry()).orElseThrow();
  }

  @Test
  void whatIsKeptInARegisterAndWhatEndsThereStandInTheLog() throws Exception {
    String number = "\"document\": \"C-77\"";
    JsonNode kept = keep("processor-contract", "C-77", Clinic.CONTRACT);
    JsonNode ended = ok("registers/processor-contract/end", "{" + number + "}");

    Entry.RegisterKept first = (Entry.RegisterKept) entry(kept);
    Entry.RegisterKept last = (Entry.RegisterKept) entry(ended);
    assertEquals(new Word("processor-contract"), first.register());
    assertEquals(new Word("kept"), first.step());
    assertEquals(new Word("ended"), last.step());
    assertEquals(
        kept.path("kept").asString(kept.path("changed").asString()), first.at().toString());
    assertFalse(first.document().equals(last.document()), "a commitment to what stands there");
    assertFalse(new String(EntryText.bytes(first), StandardCharsets.UTF_8).contains("C-77"));
  }

  @Test
  void aSignalOfADeviceStandsInTheLog() throws Exception {
    String anna = person();
    JsonNode answer =
        ok("facts", about(anna, "\"device\": \"phone\", \"add\": {\"choice\": {\"gpc\": \"on\"}}"));

    Entry.SignalHonoured signal = (Entry.SignalHonoured) entry(answer);
    assertEquals(new Word("gpc"), signal.signal());
    assertEquals(answer.path("changed").asString(), signal.at().toString());
    JsonNode other = ok("facts", about(anna, "\"add\": {\"choice\": {\"no-store\": \"on\"}}"));
    assertTrue(entry(other) instanceof Entry.Registered, "a choice that is no signal");
  }

  /** A duty waits for the operator's switch, which stands in a register. */
  @Test
  void anEventIsAnsweredByRegistersToo() throws Exception {
    String anna = person();
    String corrected = about(anna, "\"event\": \"corrected\"");
    assertEquals("[]", ok("events", corrected).path("because").toString());
    keep("setting", "S-77", STRICT);
    JsonNode strict = ok("events", corrected);
    assertEquals("[\"CLI-017\"]", strict.path("because").toString());
    assertEquals("[\"record\"]", strict.path("done").toString());
    assertEquals("tell:past-recipients", strict.at("/owed/0/act").asString());
    end("setting", "S-77");
    assertEquals("[]", ok("events", corrected).path("because").toString());
  }

  @Test
  void whoActsAtAPointIsLookedUp() throws Exception {
    String child = person();
    String mother = person();
    String brother = person();
    ok("facts", about(mother, "\"add\": {\"age\": {\"subject\": 40}}"));
    ok("facts", about(brother, "\"add\": {\"age\": {\"subject\": 14}}"));
    String proxy =
        "\"document\": \"P-77\", \"elements\": {\"representative\": \""
            + mother
            + "\", \"authority\": \"parent\", \"scope\": \"all\", \"seen\": \"register extract\","
            + " \"from\": \"2020-01-01\", \"born\": \"2015-05-05\"}";
    String fields = "\"fields\": {\"health.symptom\": \"cough\"}";
    assertEquals(403, posted(child, mother, fields), "on no document yet");
    ok("registers/proxy", about(child, proxy));
    assertEquals(403, posted(child, "", fields), "nobody says who acts");
    assertEquals(403, posted(child, brother, fields), "he speaks for nobody");
    String claimed = "\"age\": {\"actor\": 40}, " + fields;
    assertEquals(403, posted(child, brother, claimed), "nor by what is claimed of him");
    assertEquals(201, posted(child, mother, fields));
    assertEquals(404, posted(child, "sub_" + "0".repeat(32), fields));
    JsonNode held = ok("facts/read", "{\"subject\": \"" + child + "\"}").path("facts");
    assertFalse(
        held.path("age").has("actor") && held.at("/age/actor").asInt() == 40, held.toString());
  }

  private static int posted(String child, String actor, String more) throws Exception {
    String acts = actor.isEmpty() ? "" : "\"actor\": \"" + actor + "\", ";
    return post("points/visit", about(child, acts + more)).status();
  }

  @Test
  void aDisclosureNamesTheDocumentThatDoesNotCount() throws Exception {
    String anna = person();
    String ask =
        about(
            anna,
            "\"ask\": {\"disclose\": [\"contact.address\"], \"to\": \"post-office\", \"for\":"
                + " \"communication\"}, \"record\": {\"contact.address\": \"Storgatan 1\"}");
    JsonNode before = ok("disclosures", ask);
    assertFalse(before.has("uncounted"), before.toString());
    keep("processor-contract", "C-78", Clinic.CONTRACT);
    JsonNode given = ok("disclosures", ask);
    assertEquals(1, given.path("released").size());
    assertFalse(given.has("uncounted"), given.toString());
    end("processor-contract", "C-78");
    JsonNode withheld = ok("disclosures", ask);
    assertEquals(0, withheld.path("released").size());
    assertEquals("C-78", withheld.at("/uncounted/0/document").asString(), withheld.toString());
    assertEquals("ended", withheld.at("/uncounted/0/lacks/0/why").asString());
  }
}
