// SPDX-License-Identifier: Apache-2.0
package dev.probity.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.probity.store.mail.State;
import dev.probity.web.mail.Delivery;
import dev.probity.web.mail.Post;
import dev.probity.web.mail.SmtpDelivery;
import dev.probity.web.mail.SmtpServer;
import jakarta.mail.internet.MimeMultipart;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What she says while a line to a mail server opens, which may take long, still counts. */
class MeanwhileTest {
  private static final String AGREED =
      "{\"region\": \"US-TX\", \"notice\": [{\"what\": \"presented\", \"version\":"
          + " \"2026-03-01\"}], \"consent\": [{\"id\": \"openings\", \"level\": \"opt-in\"}]}";

  private static final AtomicReference<Callable<Integer>> MEANWHILE = new AtomicReference<>();

  @TempDir static Path folder;
  private static MailServer smtp;
  private static Served served;
  private static Mailer four;

  @BeforeAll
  static void start() throws Exception {
    smtp = new MailServer();
    smtp.up();
    Delivery real =
        new SmtpDelivery(SmtpServer.of("smtp://127.0.0.1:" + smtp.port, "", "").orElseThrow());
    Delivery slow =
        to -> {
          Delivery.Line line = real.open(to);
          try {
            assertEquals(200, MEANWHILE.get().call());
          } catch (Exception e) {
            throw new AssertionError(e);
          }
          return line;
        };
    served =
        new Served(
            folder, Map.of("four", TestPack.withPixel()), new Post(slow, "news@klangvik.test", ""));
    four = Mailer.at(served, "four");
  }

  @AfterAll
  static void stop() {
    served.close();
    smtp.close();
  }

  private static JsonNode sent(String subject, String door, String body) throws Exception {
    CountDownLatch kept = new CountDownLatch(1);
    MEANWHILE.set(
        () -> {
          kept.await();
          return four.post(door, body).status();
        });
    JsonNode mail =
        four.post(
                "mail",
                Mailer.body(subject, "communication.transactional", "Your order")
                    .replaceFirst("\\{", "{\"measured\": true, "))
            .json();
    assertTrue(mail.path("measured").asBoolean(), mail.toString());
    kept.countDown();
    return mail;
  }

  private static long told() {
    return four.entries().stream().filter(e -> e.contains("mail-sent")).count();
  }

  @Test
  void thatNobodyLooksWhetherSheOpensIt() throws Exception {
    String anna = four.person("anna@mail.test", AGREED);
    String withdrawal = "{\"subject\": \"" + anna + "\", \"consent\": \"openings\"}";
    four.until(sent(anna, "withdrawals", withdrawal), State.SENT);

    List<MailServer.Taken> taken = smtp.to("anna@mail.test");
    assertEquals(1, taken.size());
    MimeMultipart parts = (MimeMultipart) taken.getFirst().message().getContent();
    assertFalse(parts.getBodyPart(1).getContent().toString().contains("/pixel/"));
  }

  @Test
  void thatNothingIsDoneWithWhatIsHeldOfHer() throws Exception {
    String bea = four.person("bea@mail.test", AGREED);
    long before = told();
    String block = "{\"subject\": \"" + bea + "\", \"act\": \"block\"}";
    four.until(sent(bea, "events", block), State.HELD_BACK);

    assertEquals(List.of(), smtp.to("bea@mail.test"));
    assertEquals(before, told(), "nor is it said to be sent");
  }
}
