// SPDX-License-Identifier: Apache-2.0
package dev.probity.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.probity.store.mail.State;
import dev.probity.web.mail.Post;
import dev.probity.web.mail.SmtpDelivery;
import dev.probity.web.mail.SmtpServer;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** How long a mail waits that no mail server takes, by how often it was tried. */
class RetriesTest {
  /** What one server has taken is nobody else's for so long. */
  private static final double LEASE = 300;

  @TempDir static Path folder;

  /** As it stands in the database, whose clock all servers share. */
  private record Row(int tries, double due) {}

  @Test
  void whatIsTriedAgainWaitsLongerUntilItIsGivenUp() throws Exception {
    SmtpServer away = SmtpServer.of("smtp://127.0.0.1:1", "", "").orElseThrow();
    Post post = new Post(new SmtpDelivery(away), "news@klangvik.test", "");
    try (Served served = new Served(folder, Served.keys(folder), "away", post)) {
      JdbcClient database = TestStore.superuser(folder);
      Mailer three = Mailer.at(served, "three");
      assertEquals(512, wait(three, database, 9), 60);
      assertEquals(2048, wait(three, database, 11), 60);
      assertEquals(3600, wait(three, database, 12), 60);
      assertEquals(3600, wait(three, database, 58), 60);
      JsonNode last = mail(three);
      tried(database, last, 59);
      three.until(last, State.GIVEN_UP);
    }
  }

  private static JsonNode mail(Mailer three) throws Exception {
    String anna = three.person("anna@mail.test", "{\"region\": \"US-TX\"}");
    return three.mail(anna, "communication.transactional", "Your order").json();
  }

  private static void tried(JdbcClient database, JsonNode mail, int tries) {
    database
        .sql("update probity.mail set tries = ?, due_at = clock_timestamp() where mail = ?")
        .params(tries, number(mail))
        .update();
  }

  private static long number(JsonNode mail) {
    return Long.parseLong(mail.path("mail").asString().substring("mail_".length()), 16);
  }

  /** In how many seconds a mail is due that was tried so often, and then once more in vain. */
  private static double wait(Mailer three, JdbcClient database, int tries) throws Exception {
    JsonNode mail = mail(three);
    tried(database, mail, tries);
    long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
    Row row = row(database, mail);
    while (row.due() <= LEASE && System.nanoTime() < end) row = row(database, mail);
    assertEquals(tries + 1, row.tries());
    assertTrue(row.due() > LEASE, row.toString());
    return row.due();
  }

  private static Row row(JdbcClient database, JsonNode mail) {
    return database
        .sql(
            "select tries, extract(epoch from due_at - clock_timestamp()) from probity.mail"
                + " where mail = ?")
        .param(number(mail))
        .query((row, number) -> new Row(row.getInt(1), row.getDouble(2)))
        .single();
  }
}
