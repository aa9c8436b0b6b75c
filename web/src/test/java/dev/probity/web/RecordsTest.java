// SPDX-License-Identifier: Apache-2.0
package dev.probity.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Values of a person as they are read, where she and a device of hers have said different things.
 */
class RecordsTest {
  private static final String NO = "{\"choice\": {\"offers\": \"off\"}}";
  private static final String YES = "{\"choice\": {\"offers\": \"on\"}}";

  @TempDir static Path folder;

  /** Of two the one that protects more, whoever said it (11 CCR 7025(c)(1)), as at other doors. */
  @Test
  void theStricterOfTwoAnswersCounts() throws Exception {
    try (Served served = new Served(folder)) {
      Mailer three = Mailer.at(served, "three");
      String anna = three.person("anna@mail.test", "{\"region\": \"US-TX\"}");
      assertEquals(1, records(three, anna, "phone"));
      facts(three, anna, "", NO);
      facts(three, anna, "phone", YES);
      assertEquals(0, records(three, anna, ""));
      assertEquals(0, records(three, anna, "phone"));
      facts(three, anna, "", YES);
      assertEquals(1, records(three, anna, "phone"));
      facts(three, anna, "phone", NO);
      assertEquals(0, records(three, anna, "phone"));
      assertEquals(1, records(three, anna, ""));
    }
  }

  private static void facts(Mailer three, String anna, String device, String facts)
      throws Exception {
    String body = about(anna, device) + ", \"set\": " + facts + "}";
    assertEquals(200, three.post("facts", body).status());
  }

  private static int records(Mailer three, String anna, String device) throws Exception {
    Served.Answer answer =
        three.post("records/read", about(anna, device) + ", \"for\": \"marketing.own\"}");
    assertEquals(200, answer.status(), answer.text());
    JsonNode withheld = answer.json().path("withheld");
    int shown = answer.json().path("records").size();
    assertEquals(1, shown + withheld.size(), answer.text());
    return shown;
  }

  private static String about(String anna, String device) {
    String who = "{\"subject\": \"" + anna + "\"";
    return device.isEmpty() ? who : who + ", \"device\": \"" + device + "\"";
  }
}
