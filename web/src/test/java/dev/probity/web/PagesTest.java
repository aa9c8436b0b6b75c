// SPDX-License-Identifier: Apache-2.0
package dev.probity.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.probity.notice.pack.PackSource;
import dev.probity.notice.pack.Point;
import dev.probity.web.mail.Post;
import dev.probity.web.mail.SmtpDelivery;
import dev.probity.web.mail.SmtpServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every page in a real browser, looked over by axe (WCAG 2.2 A and AA, and good practice): on a
 * phone in a light room and on a desk in a dark one, in both languages. With {@code -Dpages=all} on
 * both in both, and every pack; with {@code -Dpages.pictures=FOLDER} each is kept as a picture.
 */
class PagesTest {
  private static final boolean ALL = "all".equals(System.getProperty("pages"));
  private static final List<String> LANGUAGES = List.of("en", "sv");

  /** How it is looked at. */
  private record View(String name, int width, int height, boolean dark) {}

  private static final List<View> VIEWS =
      List.of(
          new View("phone-light", 390, 844, false),
          new View("desk-dark", 1280, 900, true),
          new View("phone-dark", 390, 844, true),
          new View("desk-light", 1280, 900, false));

  @TempDir static Path folder;
  private static MailServer smtp;
  private static Served served;
  private static Browser browser;
  private final List<String> faults = new ArrayList<>();

  @BeforeAll
  static void start() throws Exception {
    smtp = new MailServer();
    smtp.up();
    Map<String, PackSource> packs = TestPack.shipped();
    packs.put("three", TestPack.withMailChoice());
    packs.put("six", TestPack.withHighlight());
    SmtpServer server = SmtpServer.of("smtp://127.0.0.1:" + smtp.port, "", "").orElseThrow();
    served =
        new Served(folder, packs, new Post(new SmtpDelivery(server), "news@klangvik.test", ""));
    browser = new Browser(folder.resolve("profile"));
  }

  @AfterAll
  static void stop() throws Exception {
    browser.close();
    served.close();
    smtp.close();
  }

  @BeforeEach
  void later() throws Exception {
    served.now.updateAndGet(now -> now.plus(Duration.ofMinutes(1)));
    browser.language("en");
  }

  private static String address(String path) {
    return "http://127.0.0.1:" + served.web.port() + path;
  }

  private static void open(String path) throws Exception {
    browser.open(address(path));
  }

  /** The page at hand, in every view. */
  private void look(String name) throws Exception {
    boolean swedish = browser.see("document.documentElement.lang").asString().equals("sv");
    for (View view : ALL ? VIEWS : VIEWS.subList(swedish ? 1 : 0, swedish ? 2 : 1)) {
      browser.screen(view.width(), view.height(), view.dark());
      String where = name + "-" + view.name();
      browser.faults().forEach(fault -> faults.add(where + ": " + fault));
      int wide = browser.see("document.documentElement.scrollWidth").asInt();
      if (wide > view.width()) faults.add(where + ": is " + wide + " wide");
      String pictures = System.getProperty("pages.pictures", "");
      if (!pictures.isEmpty()) {
        Files.createDirectories(Path.of(pictures));
        Files.write(Path.of(pictures, where + ".png"), browser.picture());
      }
    }
  }

  private void allIsWell() {
    assertEquals(List.of(), faults, () -> String.join("\n", faults));
  }

  /** Writes something into each field, as a script of ours. */
  private static void fill(String mail, String age) throws Exception {
    browser.see(
        """
        for (const f of document.querySelectorAll('form input, form textarea, form select')) {
          if (f.type == 'hidden') continue;
          if (f.type == 'checkbox') f.checked = true;
          else if (f.name == 'region') f.value = [...f.options].some(o => o.value == 'US-TX') ? 'US-TX' : 'US';
          else if (f.type == 'select-one') f.selectedIndex = 1;
          else if (f.type == 'email') f.value = '%s';
          else if (f.type == 'tel') f.value = '+46 8 123 45';
          else if (f.type == 'date') f.value = '1980-01-31';
          else if (f.name.startsWith('age')) f.value = '%s';
          else f.value = 'Anna Ek';
        }
        0\
        """
            .formatted(mail, age));
  }

  private static void send() throws Exception {
    browser.leads(() -> browser.see("document.querySelector('form button').click()"));
  }

  private static String heading() throws Exception {
    return browser.see("document.querySelector('h1').textContent").asString();
  }

  @Test
  void formsAndNotices() throws Exception {
    List<String> packs = ALL ? List.copyOf(served.packs.keySet()) : List.of("omron");
    for (String pack : packs)
      for (String language : LANGUAGES) {
        String lang = "?lang=" + language;
        open("/forms/" + pack + lang);
        look(pack + "-forms-" + language);
        for (Point point : Point.of(served.packs.get(pack)).values()) {
          open("/forms/" + pack + "/" + point.name() + lang);
          look(pack + "-" + point.name() + "-" + language);
        }
        open("/notices/" + pack + lang);
        look(pack + "-notice-" + language);
      }
    allIsWell();
  }

  @Test
  void aComingVersion() throws Exception {
    java.time.Instant now = served.now.get();
    served.now.set(java.time.Instant.parse("2026-02-01T12:00:00Z"));
    for (String language : LANGUAGES) {
      open("/notices/six?lang=" + language);
      look("coming-" + language);
    }
    served.now.set(now);
    for (String language : LANGUAGES) {
      open("/notices/six?lang=" + language);
      look("inforce-" + language);
    }
    allIsWell();
  }

  /** What somebody reads instead of a form, or after it. */
  @Test
  void outcomes() throws Exception {
    for (String language : LANGUAGES) {
      String path = "/forms/omron/product-registration?lang=" + language;
      open(path);
      send();
      look("mistakes-" + language);
      fill("anna" + language + "@mail.test", "41");
      String ticket = browser.see("document.querySelector('[name=ticket]').value").asString();
      send();
      look("thanks-" + language);
      open(path);
      fill("bo" + language + "@mail.test", "41");
      browser.see("document.querySelector('[name=ticket]').value = '" + ticket + "';0");
      send();
      look("sent-already-" + language);
      open(path);
      fill("carl" + language + "@mail.test", "9");
      send();
      look("too-young-" + language);
      open("/forms/ombre/contact?lang=" + language);
      look("notice-first-" + language);
      open("/forms/ombre/paediatric-request?lang=" + language);
      look("not-offered-" + language);
      served.now.updateAndGet(now -> now.plus(Duration.ofHours(1)));
    }
    allIsWell();
  }

  @Test
  void whatIsNotThere() throws Exception {
    for (String language : LANGUAGES) {
      browser.language(language);
      for (String path :
          List.of(
              "/",
              "/forms/nobody",
              "/forms/omron/nothing",
              "/notices/nobody",
              "/notices/omron/1999-01-01",
              "/unsubscribe/three/nothing")) {
        open(path);
        assertEquals(language, browser.see("document.documentElement.lang").asString(), path);
        look("missing" + path.replace('/', '-') + "-" + language);
      }
    }
    allIsWell();
  }

  @Test
  void theWayOutOfMail() throws Exception {
    Mailer three = Mailer.at(served, "three");
    for (String language : LANGUAGES) {
      String to = "anna-" + language + "@mail.test";
      String anna = three.person(to, "{\"region\": \"US-TX\"}");
      String body =
          Mailer.body(anna, "marketing.own", "News")
              .replace("{", "{\"language\": \"" + language + "\", ");
      three.until(three.post("mail", body).json(), dev.probity.store.mail.State.SENT);
      String link = smtp.to(to).getFirst().header("List-Unsubscribe");
      browser.open(link.substring(1, link.length() - 1));
      look("unsubscribe-" + language);
      send();
      assertTrue(heading().contains(language.equals("sv") ? "stoppat" : "stopped"), heading());
      look("unsubscribed-" + language);
    }
    allIsWell();
  }

  /** What the law on such mail would allow, with its citation and whether anybody checked it. */
  @Test
  void theLawsDayIsNamed() throws Exception {
    Mailer omron = Mailer.at(served, "omron");
    String subject =
        omron
            .post(
                "points/newsletter",
                "{\"fields\": {\"contact.email\": \"law@mail.test\"}, \"age\": 41, \"asserted\":"
                    + " {\"region\": \"US-TX\"}, \"consents\": {\"marketing\": \"opt-in\"}}")
            .json()
            .path("subject")
            .asString();
    omron.post("facts", "{\"subject\": \"" + subject + "\", \"add\": {\"region\": \"US-TX\"}}");
    Served.Answer mail = omron.mail(subject, "marketing.newsletter", "News");
    assertEquals(202, mail.status(), mail.text());
    omron.until(mail.json(), dev.probity.store.mail.State.SENT);
    String link = smtp.to("law@mail.test").getFirst().header("List-Unsubscribe");
    browser.open(link.substring(1, link.length() - 1));
    send();
    look("law");
    String said = browser.see("document.querySelector('main').innerText").asString();
    assertTrue(said.contains("15 USC 7704") && said.contains("(unverified)"), said);
    allIsWell();
  }
}
