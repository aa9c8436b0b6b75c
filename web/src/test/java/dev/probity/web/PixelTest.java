// SPDX-License-Identifier: Apache-2.0
package dev.probity.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.probity.store.mail.State;
import dev.probity.store.subject.Kept;
import dev.probity.web.mail.Post;
import dev.probity.web.mail.SmtpDelivery;
import dev.probity.web.mail.SmtpServer;
import jakarta.mail.internet.MimeMultipart;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Pixels in mail: where the pack lets them be, for whom it does, and as long as it does. */
class PixelTest {
  private static final Pattern IMAGE = Pattern.compile("<img src=\"([^\"]+)\"");
  private static final String TEXAS = "\"region\": \"US-TX\"";
  private static final String SHOWN =
      ", \"notice\": [{\"what\": \"presented\", \"version\": \"2026-03-01\"}]";
  private static final String AGREED =
      "{" + TEXAS + SHOWN + ", \"consent\": [{\"id\": \"openings\", \"level\": \"opt-in\"}]}";

  @TempDir static Path folder;
  private static MailServer smtp;
  private static Served served;
  private static Mailer four;

  @BeforeAll
  static void start() throws Exception {
    smtp = new MailServer();
    smtp.up();
    SmtpServer server = SmtpServer.of("smtp://127.0.0.1:" + smtp.port, "", "").orElseThrow();
    served =
        new Served(
            folder,
            Map.of("four", TestPack.withPixel(), "three", TestPack.withMailChoice()),
            new Post(new SmtpDelivery(server), "news@klangvik.test", ""));
    four = Mailer.at(served, "four");
  }

  @AfterAll
  static void stop() {
    served.close();
    smtp.close();
  }

  private static JsonNode sent(Mailer mailer, String subject) throws Exception {
    String body =
        Mailer.body(subject, "communication.transactional", "Your order")
            .replaceFirst("\\{", "{\"measured\": true, ");
    Served.Answer answer = mailer.post("mail", body);
    assertEquals(202, answer.status(), answer.text());
    return answer.json();
  }

  /** The address of the picture in the only mail that went there. */
  private static Optional<String> picture(String to) throws Exception {
    List<MailServer.Taken> all = smtp.to(to);
    assertEquals(1, all.size());
    MimeMultipart parts = (MimeMultipart) all.getFirst().message().getContent();
    String plain = (String) parts.getBodyPart(0).getContent();
    assertFalse(plain.contains("/pixel/"), plain);
    Matcher image = IMAGE.matcher((String) parts.getBodyPart(1).getContent());
    return image.find() ? Optional.of(image.group(1)) : Optional.empty();
  }

  private static HttpResponse<byte[]> fetch(String url) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create(url)).build();
    HttpResponse<byte[]> answer =
        served.client().send(request, HttpResponse.BodyHandlers.ofByteArray());
    assertEquals(200, answer.statusCode());
    assertEquals("image/gif", answer.headers().firstValue("Content-Type").orElse(""));
    assertEquals("no-store", answer.headers().firstValue("Cache-Control").orElse(""));
    assertTrue(answer.headers().firstValue("Set-Cookie").isEmpty());
    return answer;
  }

  private static List<String> openings(String subject) {
    return four.subjects().values("four", subject).orElseThrow().stream()
        .filter(kept -> kept.origin().element().equals("usage.email.open"))
        .map(Kept::value)
        .toList();
  }

  private static long told() {
    return four.entries().stream().filter(e -> e.contains("usage.email.open")).count();
  }

  @Test
  void anOpeningIsKeptOnce() throws Exception {
    String anna = four.person("anna@mail.test", AGREED);
    JsonNode mail = sent(four, anna);
    assertTrue(mail.path("measured").asBoolean(), mail.toString());
    four.until(mail, State.SENT);
    String url = picture("anna@mail.test").orElseThrow();
    assertTrue(url.matches("http://127.0.0.1:\\d+/pixel/four/[A-Za-z0-9_-]{43}"), url);
    assertFalse(url.contains(anna.substring(4)), "it names nobody");
    assertEquals(List.of(), openings(anna));

    long before = told();
    byte[] gif = fetch(url).body();
    assertEquals("GIF89a\1\0\1\0", new String(gif, 0, 10, StandardCharsets.ISO_8859_1));
    assertEquals(List.of(mail.path("mail").asString()), openings(anna));
    assertEquals(before + 1, told());
    assertTrue(four.entries().getLast().contains("mail-pixel"), four.entries().getLast());
    assertArrayEquals(gif, fetch(url).body(), "again");
    assertEquals(1, openings(anna).size());
    assertEquals(before + 1, told());
    String token = url.substring(url.length() - 43);
    assertFalse(Files.readString(served.log).contains(token), "a token is not logged");
  }

  /** Also where the mail is in her mailbox already. */
  @Test
  void afterAWithdrawalNothingIsKept() throws Exception {
    String bea = four.person("bea@mail.test", AGREED);
    four.until(sent(four, bea), State.SENT);
    String url = picture("bea@mail.test").orElseThrow();
    String withdrawal = "{\"subject\": \"" + bea + "\", \"consent\": \"openings\"}";
    assertEquals(200, four.post("withdrawals", withdrawal).status());
    long before = told();
    fetch(url);
    assertEquals(List.of(), openings(bea));
    assertEquals(before, told());
  }

  @Test
  void whoWithdrawsBeforeItLeavesGetsNone() throws Exception {
    String cia = four.person("cia@mail.test", AGREED);
    smtp.down();
    JsonNode mail;
    try {
      mail = sent(four, cia);
      assertTrue(mail.path("measured").asBoolean());
      String withdrawal = "{\"subject\": \"" + cia + "\", \"consent\": \"openings\"}";
      assertEquals(200, four.post("withdrawals", withdrawal).status());
    } finally {
      smtp.up();
    }
    four.until(mail, State.SENT);
    assertEquals(Optional.empty(), picture("cia@mail.test"));
  }

  @Test
  void withoutItsPermitThereIsNone() throws Exception {
    String dan = four.person("dan@mail.test", "{" + TEXAS + SHOWN + "}");
    JsonNode never = sent(four, dan);
    assertFalse(never.path("measured").asBoolean(true), never.toString());
    four.until(never, State.SENT);
    assertEquals(Optional.empty(), picture("dan@mail.test"), "she did not agree");

    Mailer three = Mailer.at(served, "three");
    String eva = three.person("eva@mail.test", "{" + TEXAS + SHOWN + "}");
    JsonNode mail = sent(three, eva);
    assertFalse(mail.path("measured").asBoolean(true), mail.toString());
    three.until(mail, State.SENT);
    assertEquals(Optional.empty(), picture("eva@mail.test"), "the pack has no pixel");

    String fia = four.person("fia@mail.test", AGREED);
    JsonNode unasked = four.mail(fia, "communication.transactional", "Your order").json();
    assertTrue(unasked.path("measured").isMissingNode());
    four.until(unasked, State.SENT);
    assertEquals(Optional.empty(), picture("fia@mail.test"), "nobody asked for it");
  }

  /** Whoever fetches learns nothing, not even whether there was such a mail. */
  @Test
  void everyFetchIsAnsweredAlike() throws Exception {
    String anna = four.person("alike@mail.test", AGREED);
    four.until(sent(four, anna), State.SENT);
    String url = picture("alike@mail.test").orElseThrow();
    byte[] gif = fetch(url).body();
    for (String other :
        List.of(
            url,
            url.substring(0, url.length() - 43) + "A".repeat(43),
            url.substring(0, url.length() - 43) + "x",
            url.replace("/four/", "/three/"),
            url.replace("/four/", "/nobody/"))) assertArrayEquals(gif, fetch(other).body(), other);
  }
}
