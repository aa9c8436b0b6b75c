// SPDX-License-Identifier: Apache-2.0
package dev.probity.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Values of a person as they are read, where she and a device of hers have said different things.
 */
class RecordsTest {
  private static final String NO = "{\"choice\": {\"offers\": \"off\"}}";
  private static final String YES = "{\"choice\": {\"offers\": \"on\"}}";

  private static final String OWN =
      "\"asserted\": {\"region\": \"US-TX\", \"role\": \"controller\"}";
  private static final int ROUNDS = Integer.getInteger("probity.rounds", 20);
  private static final int READERS = 6;

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

  /** That health data were read stands in the log before their person is erased, or not at all. */
  @Test
  void nothingIsSaidOfHerOnceSheIsErased() throws Exception {
    try (Courier courier = new Courier(Files.createDirectory(folder.resolve("erased")))) {
      for (int round = 0; round < ROUNDS; round++) {
        String posted =
            "{\"fields\": {\"health.symptom\": \"Cough\"}, \"age\": 40, \"notice\": \"2016-10-01\","
                + " "
                + OWN
                + "}";
        Served.Answer kept = courier.point("ombre", "symptom-intake", posted);
        assertEquals(201, kept.status(), kept.text());
        String who = "{\"subject\": \"" + kept.json().path("subject").asString() + "\"";
        CountDownLatch read = new CountDownLatch(READERS);
        List<Thread> readers = new ArrayList<>();
        for (int i = 0; i < READERS; i++)
          readers.add(Thread.startVirtualThread(() -> readOn(courier, who, read)));
        read.await();
        Served.Answer erased = courier.post("ombre", "erasures", who + "}");
        assertEquals(200, erased.status(), erased.text());
        for (Thread reader : readers) reader.join();
        List<String> log = courier.log("ombre");
        int intended = erased.json().path("intended").asInt();
        assertTrue(log.subList(0, intended).getLast().contains("phi-read"), "some were read");
        assertTrue(
            log.subList(intended, log.size()).stream().noneMatch(e -> e.contains("phi-read")),
            "round " + round);
      }
    }
  }

  /** Until she is nobody. */
  private static void readOn(Courier courier, String who, CountDownLatch read) {
    try {
      String body = who + ", " + OWN + ", \"for\": \"scheduling\"}";
      while (courier.post("ombre", "records/read", body).status() == 200) read.countDown();
    } catch (Exception e) {
      throw new AssertionError(e);
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
