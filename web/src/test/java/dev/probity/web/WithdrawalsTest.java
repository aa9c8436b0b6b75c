// SPDX-License-Identifier: Apache-2.0
package dev.probity.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** How long mail could go on after a no, as whoever withdraws for a person is told. */
class WithdrawalsTest {
  private static final String CAN_SPAM = "15 USC 7704(a)(3)-(5); 16 CFR 316.5 (unverified)";

  @TempDir static Path folder;
  private static Served served;

  @BeforeAll
  static void start() {
    served = new Served(folder, Map.of("omron", Served.pack("omron")));
    // Why this day: Thanksgiving is among the ten working days after it, in the United States.
    served.now.set(Instant.parse("2026-11-20T12:00:00Z"));
  }

  @AfterAll
  static void stop() {
    served.close();
  }

  /** Somebody who asked for news there. */
  private static String person(String region) throws Exception {
    String body =
        """
        {"fields": {"contact.email": "%s@mail.test"}, "consents": {"marketing": "opt-in"},
         "asserted": {"region": "%s"}}\
        """
            .formatted(region.toLowerCase(Locale.ROOT), region);
    Served.Answer answer = served.post("/v1/omron/points/newsletter", body);
    assertEquals(201, answer.status(), answer.text());
    String id = answer.json().path("subject").asString();
    String facts = "{\"subject\": \"%s\", \"add\": {\"region\": \"%s\"}}".formatted(id, region);
    assertEquals(200, served.post("/v1/omron/facts", facts).status());
    return id;
  }

  private static JsonNode withdrawn(String id, String more) throws Exception {
    String body = "{\"subject\": \"%s\", \"consent\": \"marketing\"%s}".formatted(id, more);
    Served.Answer answer = served.post("/v1/omron/withdrawals", body);
    assertEquals(200, answer.status(), answer.text());
    return answer.json().path("consequences");
  }

  @Test
  void noticeAndLawNameADayEach() throws Exception {
    String anna = person("US-TX");
    JsonNode before = withdrawn(anna, ", \"preview\": true");
    String until =
        "{\"notice\":\"2026-12-07\",\"laws\":[{\"cite\":\"%s\",\"day\":\"2026-12-07\"}]}"
            .formatted(CAN_SPAM);
    assertEquals(Served.JSON.readTree(until), before.path("until"));
    assertEquals(before, withdrawn(anna, ""), "and the same once it is done");
  }

  /** And counts as that law does. */
  @Test
  void onlyTheLawThatHoldsForHerIsNamed() throws Exception {
    JsonNode until = withdrawn(person("CA"), "").path("until");
    String all =
        "{\"notice\":\"2026-12-07\",\"laws\":[{\"cite\":\"s.6, 10, 11"
            + " (unverified)\",\"day\":\"2026-12-04\"}]}";
    assertEquals(Served.JSON.readTree(all), until);
  }

  @Test
  void whereNothingEndsNothingIsCounted() throws Exception {
    String anna = person("US-NY");
    withdrawn(anna, "");
    JsonNode again = withdrawn(anna, "");
    assertEquals(0, again.path("purposes").size());
    assertEquals(Served.JSON.readTree("{\"laws\": []}"), again.path("until"));
  }
}
