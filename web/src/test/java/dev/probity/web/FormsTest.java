// SPDX-License-Identifier: Apache-2.0
package dev.probity.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.probity.notice.pack.Point;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Forms as a browser without scripts meets them. */
class FormsTest {
  @TempDir static Path folder;
  private static Visitor visitor;

  @BeforeAll
  static void start() {
    visitor = new Visitor(folder);
  }

  @AfterAll
  static void stop() {
    visitor.close();
  }

  @BeforeEach
  void later() {
    visitor.later();
  }

  @Test
  void everythingTheSiteOffersCanBeSent() throws Exception {
    for (String point :
        List.of(
            "product-registration",
            "newsletter",
            "contact",
            "review",
            "contest",
            "survey",
            "california-request")) {
      String path = "/forms/omron/" + point;
      int before = visitor.entries("omron");
      Map<String, String> filled = Visitor.filled(visitor.form(path), point + "@mail.test");
      if (point.startsWith("california")) filled.put("region", "US-CA");
      Visitor.Answer done = visitor.post(path, filled);
      assertEquals(201, done.status(), done.page().text());
      assertTrue(
          done.page().select(".number").text().matches("[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}"));
      assertFalse(done.page().html().contains("sub_"));
      assertTrue(visitor.entries("omron") > before, point);

      int after = visitor.entries("omron");
      Visitor.Answer again = visitor.post(path, filled);
      assertEquals(201, again.status());
      assertEquals(done.page().select(".number").text(), again.page().select(".number").text());
      assertEquals(after, visitor.entries("omron"));
      filled.put("age", "42");
      assertEquals(409, visitor.post(path, filled).status());
      assertEquals(after, visitor.entries("omron"));
      visitor.later();
    }
    assertEquals(
        "You are on the list now.",
        visitor
            .post(
                "/forms/omron/newsletter",
                Visitor.filled(visitor.form("/forms/omron/newsletter"), "n@mail.test"))
            .page()
            .select("main p")
            .first()
            .text());
  }

  /** Every point of every pack is a form, or a page that says why there is none. */
  @Test
  void everyPointIsAFormOrSaysWhyNot() throws Exception {
    Map<String, Integer> forms = new TreeMap<>();
    for (String pack : TestPack.SHIPPED) {
      assertEquals(200, visitor.get("/forms/" + pack).status());
      for (Point point : Point.of(visitor.served.packs.get(pack)).values()) {
        String path = "/forms/" + pack + "/" + point.name();
        Document page = visitor.form(path);
        if (page.select("form").isEmpty()) {
          assertFalse(page.select(".box").text().isEmpty(), path);
          assertEquals(403, visitor.post(path, Map.of()).status(), path);
        } else {
          Map<String, String> filled = Visitor.filled(page, "every@mail.test");
          Visitor.Answer done = visitor.post(path, filled);
          for (String region : List.of("US-CA", "CA")) {
            if (done.status() != 403) continue;
            filled.put("region", region);
            done = visitor.post(path, filled);
          }
          assertEquals(201, done.status(), path + done.page().text());
          forms.merge(pack, 1, Integer::sum);
        }
        visitor.later();
      }
    }
    assertEquals(7, forms.size(), forms.toString());
  }

  /** A relation is not taken from a tick; what a page cannot take it says in words. */
  @Test
  void whatAnOpenFormCannotShowIsNamed() throws Exception {
    Document guardian = visitor.get("/forms/imetrix/guardian-registration").page();
    assertTrue(guardian.select("form").isEmpty());
    assertTrue(guardian.text().contains("is parent or guardian of the person"), guardian.text());
    Document profile = visitor.get("/forms/omron/profile?lang=sv").page();
    assertTrue(profile.text().contains("Den som skickar är inloggad"), profile.text());
    Document list = visitor.get("/forms/omron?lang=en").page();
    assertTrue(list.text().contains("Choices about one device"), list.text());
    assertTrue(list.text().contains("OMR-115") || list.text().contains("OMR-104"), list.text());
    assertFalse(visitor.get("/forms/imetrix").page().text().contains("Choices about one device"));
  }

  /** Beside her own age that of whom she speaks for, who may be a child. */
  @Test
  void whoSpeaksForAnotherIsAskedForBothAges() throws Exception {
    String path = "/forms/five/order-for-another?lang=en";
    Document form = visitor.form(path);
    assertTrue(form.getElementById("age.subject") != null, form.text());
    Map<String, String> filled = Visitor.filled(form, "relative@mail.test");
    filled.put("age.subject", "");
    Visitor.Answer wrong = visitor.post(path, filled);
    assertEquals(422, wrong.status());
    assertEquals("#age.subject", wrong.page().select("[role=alert] a").attr("href"));
    filled.put("age.subject", "9");
    assertEquals(403, visitor.post(path, filled).status());
    filled.put("age.subject", "70");
    Visitor.Answer kept = visitor.post(path, filled);
    assertEquals(201, kept.status(), kept.page().text());
  }

  @Test
  void aMistakeIsSaidBesideItsFieldAndOnTop() throws Exception {
    String path = "/forms/manvila/booking?lang=sv";
    Document form = visitor.form(path);
    assertEquals("sv", form.select("html").attr("lang"));
    Map<String, String> filled = Visitor.filled(form, "inte en adress");
    filled.put("f.contact.name", "");
    filled.remove("c.news");
    Visitor.Answer wrong = visitor.post(path, filled);
    assertEquals(422, wrong.status());
    Element summary = wrong.page().select("[role=alert]").first();
    assertTrue(summary.hasAttr("autofocus"));
    assertEquals(
        List.of("f.contact.name", "f.contact.email"),
        summary.select("a").eachAttr("href").stream().map(h -> h.substring(1)).toList());
    for (String name : List.of("f.contact.name", "f.contact.email")) {
      Element field = wrong.page().getElementById(name);
      assertEquals("true", field.attr("aria-invalid"));
      assertTrue(field.attr("aria-describedby").contains(name + ".why"));
      assertFalse(wrong.page().getElementById(name + ".why").text().isEmpty());
    }
    assertEquals("inte en adress", wrong.page().getElementById("f.contact.email").attr("value"));
    assertEquals("+46 8 123 45", wrong.page().getElementById("f.contact.phone").attr("value"));
    assertFalse(wrong.page().getElementById("c.news").hasAttr("checked"));
    Map<String, String> mended = Visitor.filled(wrong.page(), "anna@mail.test");
    assertEquals(201, visitor.post(path, mended).status());
  }
}
