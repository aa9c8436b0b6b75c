// SPDX-License-Identifier: Apache-2.0
package dev.probity.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.probity.store.mail.State;
import dev.probity.web.mail.Message;
import dev.probity.web.mail.Post;
import dev.probity.web.mail.SmtpDelivery;
import dev.probity.web.mail.SmtpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Addresses beyond ASCII: to mail servers that take them (RFC 6531), and to those that do not. */
class AddressesTest {
  private static final String TEXAS = "{\"region\": \"US-TX\"}";
  private static final String SERVICE = "communication.transactional";

  @TempDir static Path folder;

  private static MailServer behind(Gateway gateway) throws IOException {
    MailServer server =
        new MailServer(InetAddress.getLoopbackAddress(), b -> b.serverSocketFactory(() -> gateway));
    server.up();
    return server;
  }

  private static Served sending(MailServer smtp, String name) throws IOException {
    Path own = Files.createDirectory(folder.resolve(name));
    SmtpServer server = SmtpServer.of("smtp://127.0.0.1:" + smtp.port, "", "").orElseThrow();
    Post post = new Post(new SmtpDelivery(server), "news@klangvik.test", "");
    return new Served(own, Served.keys(own), name, post);
  }

  @Test
  void oneThatIsTakenArrives() throws Exception {
    Gateway gateway = new Gateway("no such line");
    try (MailServer smtp = behind(gateway);
        Served served = sending(smtp, "taking")) {
      Mailer three = Mailer.at(served, "three");
      JsonNode asa = three.mail(three.person("åsa@mail.test", TEXAS), SERVICE, "Vår").json();
      three.until(asa, State.SENT);
      assertEquals("åsa@mail.test", smtp.taken.getFirst().to());
      assertEquals("åsa@mail.test", smtp.taken.getFirst().header("To"));
      assertEquals("Vår", smtp.taken.getFirst().message().getSubject());
      assertTrue(gateway.heard().contains("<news@klangvik.test> SMTPUTF8"), gateway.heard());

      JsonNode bea = three.mail(three.person("用户@räksmörgås.test", TEXAS), SERVICE, "Två").json();
      three.until(bea, State.SENT);
      assertEquals(1, smtp.to("用户@xn--rksmrgs-5wao1o.test").size());
    }
  }

  /** What is marked goes nowhere that does not know the mark. */
  @Test
  void oneInAsciiIsNotMarked() throws Exception {
    Gateway gateway = new Gateway("no such line");
    try (MailServer smtp = behind(gateway);
        Served served = sending(smtp, "plain")) {
      Mailer three = Mailer.at(served, "three");
      JsonNode mail = three.mail(three.person("anna@åland.test", TEXAS), SERVICE, "Vår").json();
      three.until(mail, State.SENT);
      assertEquals(1, smtp.to("anna@xn--land-poa.test").size());
      assertFalse(gateway.heard().contains("SMTPUTF8"), gateway.heard());
      assertTrue(gateway.heard().chars().allMatch(c -> c < 128), gateway.heard());
    }
  }

  /** Once, and without having said that it left. */
  @Test
  void oneThatNobodyTakesIsGivenUpAtOnce() throws Exception {
    try (MailServer smtp = behind(new Gateway("250-SMTPUTF8\r\n"));
        Served served = sending(smtp, "refusing")) {
      Mailer three = Mailer.at(served, "three");
      JsonNode mail = three.mail(three.person("åsa@mail.test", TEXAS), SERVICE, "Vår").json();
      three.until(mail, State.GIVEN_UP);
      assertEquals(0, smtp.taken.size());
      String log = Files.readString(served.log);
      assertTrue(
          log.contains("PRB-W042")
              && log.contains("the mail server takes no address beyond ASCII (SMTPUTF8)"),
          log);
      assertFalse(log.contains("PRB-W043") || log.contains("åsa"), log);
      assertTrue(
          three.entries().stream().noneMatch(e -> e.contains("mail-sent")), "nor is it said");

      JsonNode plain = three.mail(three.person("asa@mail.test", TEXAS), SERVICE, "Vår").json();
      three.until(plain, State.SENT);
    }
  }

  @Test
  void whatCannotBeOneIsNone() {
    assertEquals(Optional.of("åsa@mail.test"), Message.address(" åsa@mail.test "));
    assertEquals(Optional.of("ก@mail.test"), Message.address("ก@mail.test"));
    assertEquals(
        Optional.of("å".repeat(32) + "@a.test"), Message.address("å".repeat(32) + "@a.test"));
    for (String none :
        new String[] {
          "å".repeat(33) + "@a.test",
          "å\u00a0b@a.test",
          "å\u200bb@a.test",
          "å\u202eb@a.test",
          "å\u0085b@a.test",
          "å,b@a.test",
          "å..b@a.test",
          "å\ud800@a.test",
          "å@",
          "å@a.test\r\nBcc: b@a.test"
        }) assertEquals(Optional.empty(), Message.address(none), none);
  }
}
