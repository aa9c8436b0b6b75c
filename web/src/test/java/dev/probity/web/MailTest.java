// SPDX-License-Identifier: Apache-2.0
package dev.probity.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.probity.store.mail.State;
import dev.probity.vault.keys.KeyName;
import dev.probity.web.mail.FolderDelivery;
import dev.probity.web.mail.Post;
import dev.probity.web.mail.SmtpDelivery;
import dev.probity.web.mail.SmtpServer;
import jakarta.mail.internet.MimeMultipart;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Mail, from the door that takes it through a mail server to the link that stops it. */
class MailTest {
  private static final String TEXAS = "{\"region\": \"US-TX\"}";
  private static final String OFFERS = "marketing.own";
  private static final String SERVICE = "communication.transactional";

  @TempDir static Path folder;
  private static MailServer smtp;
  private static Served served;
  private static Served beside;
  private static Mailer three;

  @BeforeAll
  static void start() throws Exception {
    smtp = new MailServer();
    smtp.up();
    SmtpServer server = SmtpServer.of("smtp://127.0.0.1:" + smtp.port, "", "").orElseThrow();
    Post post = new Post(new SmtpDelivery(server), "news@klangvik.test", "");
    served = new Served(folder, Served.keys(folder), "probity", post);
    beside = new Served(folder, served.keys, "beside", post);
    three = Mailer.at(served, "three");
  }

  @AfterAll
  static void stop() {
    beside.close();
    served.close();
    smtp.close();
  }

  private static JsonNode queued(String subject, String purpose, String title) throws Exception {
    Served.Answer answer = three.mail(subject, purpose, title);
    assertEquals(202, answer.status(), answer.text());
    return answer.json();
  }

  /** The only mail that was taken for this address. */
  private static MailServer.Taken taken(JsonNode mail, String address) throws Exception {
    three.until(mail, State.SENT);
    assertEquals(1, smtp.to(address).size());
    return smtp.to(address).getFirst();
  }

  private static String link(MailServer.Taken taken) {
    String header = taken.header("List-Unsubscribe");
    assertTrue(header.startsWith("<http") && header.endsWith(">"), header);
    return header.substring(1, header.length() - 1);
  }

  @Test
  void whatMayBeSentArrives() throws Exception {
    String anna = three.person("anna@mail.test", TEXAS);
    JsonNode mail = queued(anna, OFFERS, "Nyheter på våren");
    assertEquals("promotional", mail.path("class").asString());
    assertEquals("[\"TST-001\"]", mail.path("because").toString());
    MailServer.Taken taken = taken(mail, "anna@mail.test");
    assertEquals("Nyheter på våren", taken.message().getSubject());
    assertEquals("Klangvik Hearing AB <news@klangvik.test>", taken.header("From"));
    assertEquals("List-Unsubscribe=One-Click", taken.header("List-Unsubscribe-Post"));
    MimeMultipart parts = (MimeMultipart) taken.message().getContent();
    String plain = (String) parts.getBodyPart(0).getContent();
    assertTrue(plain.startsWith("Hej Åsa!"), plain);
    assertTrue(plain.contains("No more offers?") && plain.contains(link(taken)), plain);
    assertTrue(parts.getBodyPart(1).isMimeType("text/html"));
    assertFalse(link(taken).contains(anna.substring(4)), "the link names nobody");
    assertTrue(said("mail-sent").stream().anyMatch(e -> e.contains(OFFERS)), "it is in the log");
  }

  @Test
  void serviceMailHasNoWayOut() throws Exception {
    String anna = three.person("order@mail.test", TEXAS);
    JsonNode mail = queued(anna, SERVICE, "Your order");
    assertEquals("service", mail.path("class").asString());
    assertEquals(null, taken(mail, "order@mail.test").header("List-Unsubscribe"));
  }

  @Test
  void aRefusalQueuesNothing() throws Exception {
    String anna = three.person("refused@mail.test", TEXAS);
    for (String purpose : List.of("communication.account", "third-party-marketing")) {
      JsonNode held = three.mail(anna, purpose, "No").json();
      assertEquals("held-back", held.path("state").asString(), held.toString());
      assertEquals("PERMIT", held.path("effect").asString(), "an act nobody here can do is a no");
      assertEquals(1, held.path("cannot").size(), held.toString());
    }
    JsonNode held = three.mail(anna, "marketing.call", "No").json();
    assertEquals("DENY", held.path("effect").asString());
    assertTrue(held.path("mail").isMissingNode());
    assertEquals(List.of(), smtp.to("refused@mail.test"));
  }

  @Test
  void whatCannotBeMailIsRefused() throws Exception {
    String anna = three.person("bad@mail.test", TEXAS);
    String id = three.post("subjects", "{}").json().path("subject").asString();
    assertEquals("PRB-W041", three.mail(id, SERVICE, "To nobody's address").code());
    assertEquals("PRB-W015", three.mail("sub_0", SERVICE, "To nobody").code());
    assertEquals("PRB-W004", three.mail(anna, "no-purpose", "For nothing").code());
    for (String title : List.of("", "two\\r\\nBcc: lines@mail.test", "a\\u0000b", "x".repeat(201)))
      assertEquals("PRB-W004", three.mail(anna, SERVICE, title).code(), title);
    for (String address :
        List.of(
            "a@mail.test\\r\\nBcc: b@mail.test",
            "a@mail.test, b@mail.test",
            "a@mail.test>",
            "@mail.test",
            "a@"))
      assertEquals(
          "PRB-W041", three.mail(three.person(address, TEXAS), SERVICE, "Hidden").code(), address);
    taken(
        queued(three.person("anna@räksmörgås.test", TEXAS), SERVICE, "IDN"),
        "anna@xn--rksmrgs-5wao1o.test");
    assertEquals("PRB-W044", three.post("mail/read", "{\"mail\": \"mail_00\"}").code());
    assertEquals(
        "PRB-W044", three.post("mail/read", "{\"mail\": \"mail_0000000000000001\"}").code());
  }

  @Test
  void aServerWithoutAWayForMailKeepsNone() throws Exception {
    try (Served silent = new Served(folder, served.keys, "silent")) {
      Mailer mailer = Mailer.at(silent, "three");
      String anna = mailer.person("silent@mail.test", TEXAS);
      assertEquals("PRB-W040", mailer.mail(anna, SERVICE, "Nothing").code());
    }
  }

  @Test
  void theSameRequestIsOneMail() throws Exception {
    String anna = three.person("twice@mail.test", TEXAS);
    String body = Mailer.body(anna, SERVICE, "Once");
    JsonNode mail = keyed(body).json();
    assertEquals(mail.path("mail"), keyed(body).json().path("mail"));
    assertEquals("PRB-W022", keyed(Mailer.body(anna, SERVICE, "Other")).code());
    taken(mail, "twice@mail.test");
  }

  private static Served.Answer keyed(String body) throws Exception {
    return served.send(
        served
            .request("/v1/three/mail")
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + three.token())
            .header("Idempotency-Key", "k-1")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  @Test
  void oneClickStopsWhatSells() throws Exception {
    String anna = three.person("click@mail.test", TEXAS);
    String link = link(taken(queued(anna, OFFERS, "One"), "click@mail.test"));
    HttpResponse<String> page = three.look(link);
    assertEquals(200, page.statusCode());
    assertTrue(page.body().contains("<button"), page.body());
    assertTrue(
        page.headers()
            .firstValue("Content-Security-Policy")
            .orElse("")
            .contains("form-action 'self'"));
    HttpResponse<String> wrong = three.open("POST", link, "", "");
    assertTrue(wrong.body().contains("PRB-W045"), wrong.body());
    // Why: so far nothing changed.
    three.until(queued(anna, OFFERS, "Two"), State.SENT);

    HttpResponse<String> done =
        three.open(
            "POST",
            link,
            "--b\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\n"
                + "One-Click\r\n--b--\r\n",
            "multipart/form-data; boundary=b");
    assertEquals(200, done.statusCode(), done.body());
    JsonNode held = three.mail(anna, OFFERS, "Three").json();
    assertEquals("held-back", held.path("state").asString());
    assertTrue(held.path("because").toString().contains("TST-002"), held.toString());
    JsonNode service = queued(anna, SERVICE, "Your order");
    assertEquals("service", service.path("class").asString());
    three.until(service, State.SENT);

    List<String> all = three.entries();
    int said = all.size();
    assertTrue(all.getLast().contains("mail-sent"), all.getLast());
    assertTrue(all.get(said - 2).contains("consent-withdrawn"), all.get(said - 2));
    assertTrue(all.get(said - 3).contains("offers"), all.get(said - 3));
    assertEquals(200, three.click(link).statusCode(), "again");
    assertEquals(said, three.entries().size(), "nothing more happened");
  }

  /** What the notice allows itself is said; what is done is at once. */
  @Test
  void thePageSaysByWhen() throws Exception {
    String anna = three.person("when@mail.test", TEXAS);
    String link = link(taken(queued(anna, OFFERS, "One"), "when@mail.test"));
    Instant now = served.now.get();
    try {
      served.now.set(Instant.parse("2026-11-20T12:00:00Z"));
      // Ten working days on from a Friday, with Thanksgiving between where the calendar is
      // American.
      String done = three.click(link).body();
      assertTrue(done.contains("at once") && done.contains("2026-12-04"), done);
      assertTrue(done.contains("Mail about your account"), done);
    } finally {
      served.now.set(now);
    }
  }

  @Test
  void aSwedishMailHasASwedishPage() throws Exception {
    String anna = three.person("svensk@mail.test", TEXAS);
    String body = Mailer.body(anna, OFFERS, "Nyheter").replace("{", "{\"language\": \"sv\", ");
    MailServer.Taken taken = taken(three.post("mail", body).json(), "svensk@mail.test");
    MimeMultipart parts = (MimeMultipart) taken.message().getContent();
    assertTrue(((String) parts.getBodyPart(0).getContent()).contains("Inga fler erbjudanden?"));
    String page = three.look(link(taken)).body();
    assertTrue(page.contains("lang=\"sv\"") && page.contains("Sluta skicka"), page);
  }

  /** One that never was, and one of somebody who is no longer held. */
  @Test
  void everyTokenThatLeadsNowhereIsAnsweredAlike() throws Exception {
    String anna = three.person("gone@mail.test", TEXAS);
    String link = link(taken(queued(anna, OFFERS, "One"), "gone@mail.test"));
    String number = HexFormat.of().formatHex(three.subjects().number("three", anna));
    served.keys.destroy(new KeyName("three", number, KeyName.Use.DATA));
    String forged = link.substring(0, link.length() - 43) + "A".repeat(43);
    TreeSet<String> answers = new TreeSet<>();
    for (String url :
        List.of(
            link,
            forged,
            forged + "A",
            link.replace("/three/", "/two/"),
            link.replace("/three/", "/nobody/"))) {
      for (HttpResponse<String> answer : List.of(three.look(url), three.click(url))) {
        assertEquals(404, answer.statusCode(), url);
        answers.add(answer.body());
      }
    }
    assertEquals(1, answers.size());
  }

  @Test
  void aNoBeforeItLeavesWins() throws Exception {
    String anna = three.person("stop@mail.test", TEXAS);
    String bea = three.person("stay@mail.test", TEXAS);
    String link = link(taken(queued(anna, OFFERS, "One"), "stop@mail.test"));
    smtp.down();
    try {
      JsonNode offers = queued(anna, OFFERS, "Two");
      JsonNode service = queued(anna, SERVICE, "Three");
      JsonNode others = queued(bea, OFFERS, "Four");
      assertEquals(200, three.click(link).statusCode());
      assertEquals("held-back", three.state(offers), "with the answer to the click");
      JsonNode later = queued(bea, SERVICE, "Five");
      three.post(
          "facts", "{\"subject\": \"" + bea + "\", \"add\": {\"choice\": {\"offers\": \"off\"}}}");
      smtp.up();
      three.until(others, State.HELD_BACK);
      three.until(service, State.SENT);
      three.until(later, State.SENT);
    } finally {
      smtp.down();
      smtp.up();
    }
    assertEquals(2, smtp.to("stop@mail.test").size());
    assertEquals(1, smtp.to("stay@mail.test").size());
    assertTrue(log().contains("PRB-W043"), "tried while the mail server was down");
  }

  @Test
  void aMailServerThatComesBackGetsItOnce() throws Exception {
    String anna = three.person("late@mail.test", TEXAS);
    int before = said("mail-sent").size();
    smtp.down();
    JsonNode mail = queued(anna, SERVICE, "Late");
    assertEquals("queued", three.state(mail));
    smtp.up();
    taken(mail, "late@mail.test");
    assertEquals(before + 1, said("mail-sent").size(), "said once");
  }

  /** An answer that begins with 4 means later: it is tried again, and said in the log once. */
  @Test
  void aMailServerWithoutTimeIsAskedAgain() throws Exception {
    String anna = three.person("busy@mail.test", TEXAS);
    int before = said("mail-sent").size();
    smtp.busy.add("busy@mail.test");
    JsonNode mail = queued(anna, SERVICE, "Later");
    taken(mail, "busy@mail.test");
    assertTrue(log().contains("the mail server answered 451"), log());
    assertEquals(before + 1, said("mail-sent").size(), "said once");
  }

  @Test
  void whatNobodyTakesIsGivenUpAndSaid() throws Exception {
    String anna = three.person("nobody@mail.test", TEXAS);
    JsonNode mail = queued(anna, SERVICE, "To nobody");
    three.until(mail, State.GIVEN_UP);
    assertTrue(log().contains("PRB-W042") && log().contains("550"), log());
    assertFalse(log().contains("nobody@") || log().contains("such mailbox"), log());
    assertTrue(
        said("acted").stream().anyMatch(e -> e.contains("given-up")), "the log takes it back");
  }

  /** Both servers look into one outbox. */
  @Test
  void twoServersSendEachMailOnce() throws Exception {
    List<JsonNode> mails = new ArrayList<>();
    String anna = three.person("both@mail.test", TEXAS);
    for (int i = 0; i < 40; i++) {
      Mailer at = i % 2 == 0 ? three : Mailer.at(beside, "three");
      mails.add(at.mail(anna, SERVICE, "Number " + i).json());
    }
    for (JsonNode mail : mails) three.until(mail, State.SENT);
    assertEquals(40, smtp.to("both@mail.test").size());
    TreeSet<String> numbers = new TreeSet<>();
    smtp.to("both@mail.test").forEach(t -> numbers.add(t.header("Message-ID")));
    assertEquals(40, numbers.size());
  }

  @Test
  void aFolderTakesThePlaceOfAMailServer() throws Exception {
    Path outbox = folder.resolve("outbox");
    Post post = new Post(new FolderDelivery(outbox), "news@klangvik.test", "https://k.test/p");
    try (Served demo =
        new Served(
            Files.createDirectory(folder.resolve("demo")),
            Served.keys(folder.resolve("demo")),
            "demo",
            post)) {
      Mailer mailer = Mailer.at(demo, "three");
      JsonNode mail =
          mailer.mail(mailer.person("anna@mail.test", TEXAS), OFFERS, "In a file").json();
      mailer.until(mail, State.SENT);
      Path file = outbox.resolve(mail.path("mail").asString() + ".eml");
      String text = Files.readString(file, StandardCharsets.UTF_8);
      assertTrue(text.contains("Subject: In a file"), text);
      assertTrue(text.contains("https://k.test/p/unsubscribe/three/"), text);
      assertNotEquals(
          "rw-r--r--", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }
  }

  private static List<String> said(String kind) {
    return three.entries().stream().filter(e -> e.contains("\"" + kind + "\"")).toList();
  }

  private static String log() throws Exception {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".log")).toList())
        all.append(Files.readString(file));
    }
    return all.toString();
  }
}
