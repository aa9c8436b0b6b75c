// SPDX-License-Identifier: Apache-2.0
package dev.probity.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.probity.notice.pack.Point;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages as they are read, aloud too: languages, headings, labels, colours, and nothing foreign. */
class FormPagesTest {
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

  /** More than anybody fills in is not read; and no page tells of another place. */
  @Test
  void pagesAreSafe() throws Exception {
    Visitor.Answer form = visitor.get("/forms/omron/contact");
    String policy = form.response().headers().firstValue("Content-Security-Policy").orElse("");
    assertEquals(List.of(policy), form.response().headers().allValues("Content-Security-Policy"));
    assertTrue(policy.contains("default-src 'none'") && policy.contains("form-action 'self'"));
    assertFalse(policy.contains("script") || policy.contains("unsafe"), policy);
    for (String path :
        List.of("/forms/omron", "/forms/omron/contact", "/notices/omron", "/notices/example")) {
      Document page = visitor.get(path).page();
      assertTrue(page.select("script, style, [style], iframe, img").isEmpty(), path);
      for (Element link : page.select("[href], [src], [action]"))
        assertTrue(
            (link.attr("href") + link.attr("src") + link.attr("action")).matches("[/#].*"),
            link.outerHtml());
      for (Element any : page.getAllElements())
        any.attributes().forEach(a -> assertFalse(a.getKey().startsWith("on"), any.outerHtml()));
    }
    Map<String, String> filled = Visitor.filled(form.page(), "big@mail.test");
    filled.put("f.communication.enquiry", "x".repeat(70_000));
    assertEquals(413, visitor.post("/forms/omron/contact", filled).status());
    filled.put("f.communication.enquiry", "<script>alert(1)</script>");
    filled.put("f.contact.name", "");
    String body = visitor.post("/forms/omron/contact", filled).response().body();
    assertTrue(body.contains("&lt;script&gt;"), body);
    assertFalse(body.contains("<script"), body);
    for (String broken : List.of("f.contact.email=%zz", "age=1&age=2", "f.contact.name=%C3%28")) {
      Visitor.Answer answer =
          visitor.send(
              visitor
                  .served
                  .request("/forms/omron/contact")
                  .header("Content-Type", "application/x-www-form-urlencoded")
                  .POST(HttpRequest.BodyPublishers.ofString(broken)));
      assertEquals(400, answer.status(), broken);
    }
  }

  @Test
  void languagesFollowTheBrowserAndTheReader() throws Exception {
    assertEquals("en", lang("/forms/example", ""));
    assertEquals("sv", lang("/forms/example", "sv-SE,sv;q=0.9,en;q=0.5"));
    assertEquals("en", lang("/forms/example", "de,en-GB;q=0.7,sv;q=0.3"));
    assertEquals("en", lang("/forms/example?lang=en", "sv"));
    assertEquals("sv", lang("/forms/example?lang=sv", "en"));
    assertEquals("en", lang("/forms/example?lang=xx", "\u0001nonsense;;q=9"));
    assertEquals("en", lang("/forms/imetrix", "sv"));
    assertEquals("sv", lang("/forms/omron", "sv"), "its forms have names in Swedish");
    String swedish = visitor.form("/forms/manvila/booking?lang=sv").text();
    assertTrue(swedish.contains("Namn") && swedish.contains("Får vi skicka"), swedish);
  }

  private String lang(String path, String accepted) throws Exception {
    HttpRequest.Builder request = visitor.served.request(path);
    if (!accepted.isEmpty() && accepted.charAt(0) > ' ')
      request.header("Accept-Language", accepted);
    return visitor.send(request).page().select("html").attr("lang");
  }

  /** What axe would look for first, on every page there is. */
  @Test
  void pagesCanBeReadAloud() throws Exception {
    List<String> paths =
        new ArrayList<>(List.of("/notices/omron", "/notices/example", "/notices/manvila?lang=sv"));
    for (String pack : TestPack.SHIPPED) {
      paths.add("/forms/" + pack);
      for (Point point : Point.of(visitor.served.packs.get(pack)).values())
        paths.add("/forms/" + pack + "/" + point.name());
    }
    int fields = 0;
    for (String path : paths) {
      Document page = visitor.form(path);
      assertFalse(page.select("html").attr("lang").isEmpty(), path);
      assertFalse(page.title().isBlank(), path);
      assertEquals(1, page.select("h1").size(), path);
      assertEquals(1, page.select("main").size(), path);
      assertEquals("#main", page.select("a").first().attr("href"), path);
      List<String> ids = page.select("[id]").eachAttr("id");
      assertEquals(ids.size(), ids.stream().distinct().count(), path);
      for (Element field : page.select("input:not([type=hidden]), textarea, select")) {
        fields++;
        assertEquals(
            1,
            page.select("label[for]").stream()
                .filter(l -> l.attr("for").equals(field.id()))
                .count(),
            field.outerHtml());
        for (String by : field.attr("aria-describedby").split(" "))
          assertTrue(by.isEmpty() || page.getElementById(by) != null, field.outerHtml());
      }
      for (Element link : page.select("a")) assertFalse(link.text().isBlank(), link.outerHtml());
      for (Element link : page.select("main a[href^=#]"))
        assertTrue(page.getElementById(link.attr("href").substring(1)) != null, path + link);
    }
    assertTrue(fields > 60, fields + " fields");
  }

  /** Contrast as WCAG 2.2 counts it, of every pair of colours that is used, light and dark. */
  @Test
  void coloursCanBeToldApart() throws Exception {
    String css = visitor.get("/style.css").response().body();
    String dark = css.substring(css.indexOf("prefers-color-scheme: dark"));
    for (String scheme : List.of(css, dark)) {
      for (String text : List.of("ink", "quiet", "link", "wrong", "heed", "good"))
        assertTrue(contrast(scheme, text, "paper") >= 4.5, text);
      for (String pair :
          List.of(
              "ink soft",
              "quiet soft",
              "link soft",
              "ink wrong-soft",
              "wrong wrong-soft",
              "heed heed-soft",
              "good good-soft",
              "ink ground",
              "link ground",
              "on-act act-more",
              "on-act act"))
        assertTrue(contrast(scheme, pair.split(" ")[0], pair.split(" ")[1]) >= 4.5, pair);
      assertTrue(contrast(scheme, "edge", "paper") >= 3, "edge");
    }
    assertNotEquals(colour(css, "paper"), colour(dark, "paper"));
  }

  private static double contrast(String css, String one, String other) {
    double a = luminance(colour(css, one));
    double b = luminance(colour(css, other));
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static String colour(String css, String name) {
    int at = css.indexOf("--" + name + ": #");
    assertTrue(at > 0, name);
    return css.substring(at).split("#", 2)[1].substring(0, 6);
  }

  private static double luminance(String hex) {
    double sum = 0;
    double[] weights = {0.2126, 0.7152, 0.0722};
    for (int i = 0; i < 3; i++) {
      double c = Integer.parseInt(hex.substring(2 * i, 2 * i + 2), 16) / 255.0;
      sum += weights[i] * (c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4));
    }
    return sum;
  }

  @Test
  void whatIsNotThereIsNotThere() throws Exception {
    for (String path :
        List.of("/forms/nobody", "/forms/omron/nothing", "/notices/nobody", "/notices/omron/1"))
      assertEquals(404, visitor.get(path).status(), path);
    HttpRequest.Builder json =
        HttpRequest.newBuilder(
                URI.create(
                    "http://127.0.0.1:" + visitor.served.web.port() + "/forms/omron/newsletter"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString("{}"));
    assertEquals(415, visitor.send(json).status());
  }
}
