// SPDX-License-Identifier: Apache-2.0
package dev.probity.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.probity.notice.pack.PackSource;
import dev.probity.notice.pack.Point;
import dev.probity.store.subject.Kept;
import dev.probity.store.subject.Subjects;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Forms as a browser without scripts meets them. */
class FormsTest {
  private static final List<String> PACKS =
      List.of("example", "imetrix", "innomax", "inogen", "manvila", "ombre", "omron");

  @TempDir static Path folder;
  private static Served served;
  private static Subjects subjects;
  private final HttpClient client = HttpClient.newHttpClient();

  @BeforeAll
  static void start() {
    Map<String, PackSource> packs = new TreeMap<>();
    PACKS.forEach(name -> packs.put(name, Served.pack(name)));
    packs.put("five", TestPack.withProxy());
    served = new Served(folder, packs);
    subjects = served.store.subjects(served.keys, served.store.ledgers(folder.resolve("ledger")));
  }

  @AfterAll
  static void stop() {
    served.close();
  }

  /** A minute of its own for each test: nobody is too fast. */
  @BeforeEach
  void later() {
    served.now.updateAndGet(now -> now.plus(Duration.ofMinutes(1)));
  }

  private record Answer(int status, Document page, HttpResponse<String> response) {}

  private Answer send(HttpRequest.Builder request) throws Exception {
    HttpResponse<String> response =
        client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    assertEquals(List.of("no-store"), response.headers().allValues("Cache-Control"));
    return new Answer(response.statusCode(), Jsoup.parse(response.body()), response);
  }

  private Answer get(String path) throws Exception {
    return send(served.request(path));
  }

  private Answer post(String path, Map<String, String> form) throws Exception {
    List<String> pairs = new ArrayList<>();
    form.forEach((name, value) -> pairs.add(coded(name) + "=" + coded(value)));
    return send(
        served
            .request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(String.join("&", pairs))));
  }

  private static String coded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** The form, by way of the notice where that comes first. */
  private Document form(String path) throws Exception {
    Answer answer = get(path);
    if (answer.status() == 303) {
      Answer notice = get(answer.response().headers().firstValue("Location").orElseThrow());
      answer = get(notice.page().select("a.button").attr("href"));
    }
    assertEquals(200, answer.status(), path);
    return answer.page();
  }

  /** What a page's form holds, filled in by name. */
  private static Map<String, String> filled(Document page, String mail) {
    Map<String, String> form = new LinkedHashMap<>();
    for (Element field : page.select("form input, form textarea, form select")) {
      String name = field.attr("name");
      switch (field.attr("type")) {
        case "hidden" -> form.put(name, field.attr("value"));
        case "email" -> form.put(name, mail);
        case "tel" -> form.put(name, "+46 8 123 45");
        case "date" -> form.put(name, "1980-01-31");
        case "radio" -> form.putIfAbsent(name, field.attr("value"));
        case "checkbox" -> form.put(name, field.attr("value"));
        default ->
            form.put(
                name,
                switch (name) {
                  case "age", "age.subject" -> "41";
                  case "region" -> page.select("option[value=US-TX]").isEmpty() ? "US" : "US-TX";
                  case "f.payment.card", "f.payment.card.pan" -> "1234";
                  default -> "Something <b>& more";
                });
      }
    }
    return form;
  }

  private static int entries(String controller) {
    String note =
        served.store.ledgers(folder.resolve("ledger")).of(controller).checkpoint().toString();
    return Integer.parseInt(note.split("\n")[1]);
  }

  private static String known(String controller, String mail) {
    return subjects.find(controller, Map.of("contact.email", mail)).orElse("");
  }

  private static List<Kept> values(String controller, String mail) {
    return subjects.values(controller, known(controller, mail)).orElseThrow();
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
      int before = entries("omron");
      Map<String, String> filled = filled(form(path), point + "@mail.test");
      if (point.startsWith("california")) filled.put("region", "US-CA");
      Answer done = post(path, filled);
      assertEquals(201, done.status(), done.page().text());
      assertTrue(
          done.page().select(".number").text().matches("[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}"));
      assertFalse(done.page().html().contains("sub_"));
      assertTrue(entries("omron") > before, point);

      int after = entries("omron");
      Answer again = post(path, filled);
      assertEquals(201, again.status());
      assertEquals(done.page().select(".number").text(), again.page().select(".number").text());
      assertEquals(after, entries("omron"));
      filled.put("age", "42");
      assertEquals(409, post(path, filled).status());
      assertEquals(after, entries("omron"));
      served.now.updateAndGet(now -> now.plus(Duration.ofMinutes(1)));
    }
    assertEquals(
        "You are on the list now.",
        post("/forms/omron/newsletter", filled(form("/forms/omron/newsletter"), "n@mail.test"))
            .page()
            .select("main p")
            .first()
            .text());
  }

  /** Every point of every pack is a form, or a page that says why there is none. */
  @Test
  void everyPointIsAFormOrSaysWhyNot() throws Exception {
    Map<String, Integer> forms = new TreeMap<>();
    for (String pack : PACKS) {
      assertEquals(200, get("/forms/" + pack).status());
      for (Point point : Point.of(served.packs.get(pack)).values()) {
        String path = "/forms/" + pack + "/" + point.name();
        Document page = form(path);
        if (page.select("form").isEmpty()) {
          assertFalse(page.select(".box").text().isEmpty(), path);
          assertEquals(403, post(path, Map.of()).status(), path);
        } else {
          Map<String, String> filled = filled(page, "every@mail.test");
          Answer done = post(path, filled);
          for (String region : List.of("US-CA", "CA")) {
            if (done.status() != 403) continue;
            filled.put("region", region);
            done = post(path, filled);
          }
          assertEquals(201, done.status(), path + done.page().text());
          forms.merge(pack, 1, Integer::sum);
        }
        served.now.updateAndGet(now -> now.plus(Duration.ofMinutes(1)));
      }
    }
    assertEquals(7, forms.size(), forms.toString());
  }

  /** A relation is not taken from a tick; what a page cannot take it says in words. */
  @Test
  void whatAnOpenFormCannotShowIsNamed() throws Exception {
    Document guardian = get("/forms/imetrix/guardian-registration").page();
    assertTrue(guardian.select("form").isEmpty());
    assertTrue(guardian.text().contains("is parent or guardian of the person"), guardian.text());
    Document profile = get("/forms/omron/profile?lang=sv").page();
    assertTrue(profile.text().contains("Den som skickar är inloggad"), profile.text());
    Document list = get("/forms/omron?lang=en").page();
    assertTrue(list.text().contains("Choices about one device"), list.text());
    assertTrue(list.text().contains("OMR-115") || list.text().contains("OMR-104"), list.text());
    assertFalse(get("/forms/imetrix").page().text().contains("Choices about one device"));
  }

  /** Beside her own age that of whom she speaks for, who may be a child. */
  @Test
  void whoSpeaksForAnotherIsAskedForBothAges() throws Exception {
    String path = "/forms/five/order-for-another?lang=en";
    Document form = form(path);
    assertTrue(form.getElementById("age.subject") != null, form.text());
    Map<String, String> filled = filled(form, "relative@mail.test");
    filled.put("age.subject", "");
    Answer wrong = post(path, filled);
    assertEquals(422, wrong.status());
    assertEquals("#age.subject", wrong.page().select("[role=alert] a").attr("href"));
    filled.put("age.subject", "9");
    assertEquals(403, post(path, filled).status());
    filled.put("age.subject", "70");
    Answer kept = post(path, filled);
    assertEquals(201, kept.status(), kept.page().text());
  }

  @Test
  void aMistakeIsSaidBesideItsFieldAndOnTop() throws Exception {
    String path = "/forms/manvila/booking?lang=sv";
    Document form = form(path);
    assertEquals("sv", form.select("html").attr("lang"));
    Map<String, String> filled = filled(form, "inte en adress");
    filled.put("f.contact.name", "");
    filled.remove("c.news");
    Answer wrong = post(path, filled);
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
    Map<String, String> mended = filled(wrong.page(), "anna@mail.test");
    assertEquals(201, post(path, mended).status());
  }

  /** What the form does not have is refused and stands nowhere, not even in the page. */
  @Test
  void whatIsNotAskedForIsNotTaken() throws Exception {
    int before = entries("omron");
    for (String name : List.of("f.health.condition", "f.Sentinella", "c.phi", "Sentinella")) {
      Map<String, String> filled =
          filled(get("/forms/omron/newsletter").page(), "sentinel-u@mail.test");
      filled.put(name, "Sentinel-value");
      Answer answer = post("/forms/omron/newsletter", filled);
      assertEquals(422, answer.status());
      for (String word : List.of(name, "Sentinel-value", "sentinel-u"))
        assertFalse(answer.response().body().contains(word), word);
    }
    assertEquals(before, entries("omron"));
    assertEquals("", known("omron", "sentinel-u@mail.test"));
    assertFalse(Files.readString(served.log).contains("entinel"));
  }

  /** Nobody learns from a form who is known, and nothing that is held changes. */
  @Test
  void anOpenFormTellsNothingAndOverwritesNothing() throws Exception {
    String mail = "vera@mail.test";
    String path = "/forms/omron/product-registration";
    Map<String, String> hers = filled(get(path).page(), mail);
    hers.put("f.contact.name", "Vera");
    hers.remove("c.marketing");
    Answer first = post(path, hers);
    assertEquals(201, first.status(), first.page().text());
    String vera = known("omron", mail);
    String token = served.token("omron");
    byte[] facts = ("{\"subject\": \"" + vera + "\"}").getBytes(StandardCharsets.UTF_8);
    String before = consents(served.post("/v1/omron/facts/read", facts, token));
    assertTrue(before.contains("refused"), before);
    served.post(
        "/v1/omron/points/contact",
        ("{\"subject\": \""
                + vera
                + "\", \"fields\": {\"contact.name\": \"Vera Ek\", \"contact.email\": \""
                + mail
                + "\", \"communication.enquiry\": \"?\"}, \"age\": 41, \"asserted\": {\"region\":"
                + " \"US-TX\"}}")
            .getBytes(StandardCharsets.UTF_8),
        token);

    Map<String, String> strangers = filled(get(path).page(), mail);
    strangers.put("f.contact.name", "Mallory");
    Answer second = post(path, strangers);
    Map<String, String> nobodys = filled(get(path).page(), "unknown@mail.test");
    Answer third = post(path, nobodys);
    assertEquals(second.status(), third.status());
    assertEquals(shape(second), shape(third));
    assertEquals(vera, known("omron", mail));
    assertEquals(
        before, consents(served.post("/v1/omron/facts/read", facts, token)), "a stranger's tick");
    String given =
        served
            .post(
                "/v1/omron/disclosures",
                ("{\"subject\": \""
                        + vera
                        + "\", \"asserted\": {\"region\": \"US-TX\"}, \"ask\": {\"disclose\":"
                        + " \"contact.name\", \"to\": \"subject\", \"for\":"
                        + " \"compliance.rights-request\", \"from\": \"subject\"}}")
                    .getBytes(StandardCharsets.UTF_8),
                token)
            .text();
    assertFalse(given.contains("Mallory"), given);
    List<String> names =
        values("omron", mail).stream()
            .filter(k -> k.origin().element().equals("contact.name"))
            .map(k -> k.value() + " " + k.claimed())
            .toList();
    assertEquals(List.of("Vera true", "Vera Ek false", "Mallory true"), names);
  }

  private static String consents(Served.Answer facts) {
    StringBuilder marketing = new StringBuilder();
    for (var record : facts.json().path("facts").path("consent"))
      if (record.path("id").asString().equals("marketing")) marketing.append(record);
    return marketing.toString();
  }

  private static String shape(Answer answer) {
    answer.page().select(".number").remove();
    return answer.page().html();
  }

  /** A box is never ticked beforehand, and one left empty is a no. */
  @Test
  void consentIsATickOfHerOwn() throws Exception {
    Document page = form("/forms/example/checkout?lang=en");
    assertEquals(1, page.select("input[type=checkbox]").size());
    assertTrue(page.select("input[checked]").isEmpty());
    Map<String, String> filled = filled(page, "tick@mail.test");
    assertEquals(201, post("/forms/example/checkout", filled).status());
    filled = filled(get("/forms/omron/newsletter").page(), "no-tick@mail.test");
    filled.remove("c.marketing");
    Answer needed = post("/forms/omron/newsletter", filled);
    assertEquals(422, needed.status());
    assertEquals("#c.marketing", needed.page().select("[role=alert] a").attr("href"));
    assertEquals("", known("omron", "no-tick@mail.test"));
  }

  /** Of who is too young nothing is kept, and she is told what there is instead. */
  @Test
  void whoIsTooYoungIsToldSo() throws Exception {
    Map<String, String> filled = filled(get("/forms/omron/newsletter").page(), "young@mail.test");
    filled.put("age", "12");
    Answer answer = post("/forms/omron/newsletter", filled);
    assertEquals(403, answer.status());
    assertTrue(answer.page().text().contains("OMR-153"), answer.page().text());
    assertEquals("", known("omron", "young@mail.test"));
  }

  /** Where the notice comes first, its own page leads to the form, and the log says so. */
  @Test
  void theNoticeComesFirst() throws Exception {
    Answer gate = get("/forms/ombre/contact");
    assertEquals(303, gate.status());
    Answer notice = get(gate.response().headers().firstValue("Location").orElseThrow());
    assertEquals(200, notice.status());
    String way = notice.page().select("a.button").attr("href");
    Map<String, String> filled = filled(get(way).page(), "gate@mail.test");
    assertTrue(filled.get("ticket").startsWith("2016-10-01."), filled.toString());
    int before = entries("ombre");
    assertEquals(201, post("/forms/ombre/contact", filled).status());
    List<String> told = new ArrayList<>();
    for (int i = before; i < entries("ombre"); i++)
      told.add(
          new String(
              served.store.ledgers(folder.resolve("ledger")).of("ombre").receipt(i).entry(),
              StandardCharsets.UTF_8));
    assertTrue(told.stream().anyMatch(e -> e.contains("\"notice-presented\"")), told.toString());

    String forged = filled.get("ticket").replaceFirst("^2016-10-01", "2017-10-01");
    filled.put("ticket", forged);
    assertEquals(422, post("/forms/ombre/contact", filled).status());
    assertEquals(303, get("/forms/ombre/contact?shown=" + forged).status());
    String other = way.replace("/contact?", "/complaint?");
    assertEquals(303, get(other).status());
  }

  @Test
  void aFormThatLayOpenTooLongIsSentAnew() throws Exception {
    Map<String, String> filled = filled(get("/forms/omron/newsletter").page(), "late@mail.test");
    served.now.updateAndGet(now -> now.plus(Duration.ofHours(25)));
    Answer late = post("/forms/omron/newsletter", filled);
    assertEquals(422, late.status());
    assertEquals("", known("omron", "late@mail.test"));
    assertEquals(
        201, post("/forms/omron/newsletter", filled(late.page(), "late@mail.test")).status());
  }

  /** More than anybody fills in is not read; and no page tells of another place. */
  @Test
  void pagesAreSafe() throws Exception {
    Answer form = get("/forms/omron/contact");
    String policy = form.response().headers().firstValue("Content-Security-Policy").orElse("");
    assertEquals(List.of(policy), form.response().headers().allValues("Content-Security-Policy"));
    assertTrue(policy.contains("default-src 'none'") && policy.contains("form-action 'self'"));
    assertFalse(policy.contains("script") || policy.contains("unsafe"), policy);
    for (String path :
        List.of("/forms/omron", "/forms/omron/contact", "/notices/omron", "/notices/example")) {
      Document page = get(path).page();
      assertTrue(page.select("script, style, [style], iframe, img").isEmpty(), path);
      for (Element link : page.select("[href], [src], [action]"))
        assertTrue(
            (link.attr("href") + link.attr("src") + link.attr("action")).matches("[/#].*"),
            link.outerHtml());
      for (Element any : page.getAllElements())
        any.attributes().forEach(a -> assertFalse(a.getKey().startsWith("on"), any.outerHtml()));
    }
    Map<String, String> filled = filled(form.page(), "big@mail.test");
    filled.put("f.communication.enquiry", "x".repeat(70_000));
    assertEquals(413, post("/forms/omron/contact", filled).status());
    filled.put("f.communication.enquiry", "<script>alert(1)</script>");
    filled.put("f.contact.name", "");
    String body = post("/forms/omron/contact", filled).response().body();
    assertTrue(body.contains("&lt;script&gt;"), body);
    assertFalse(body.contains("<script"), body);
    for (String broken : List.of("f.contact.email=%zz", "age=1&age=2", "f.contact.name=%C3%28")) {
      Answer answer =
          send(
              served
                  .request("/forms/omron/contact")
                  .header("Content-Type", "application/x-www-form-urlencoded")
                  .POST(HttpRequest.BodyPublishers.ofString(broken)));
      assertEquals(400, answer.status(), broken);
    }
  }

  @Test
  void nobodySendsMoreThanAPersonCan() throws Exception {
    Map<String, String> filled = Map.of("ticket", "x");
    for (int i = 0; i < 30; i++)
      assertEquals(422, post("/forms/omron/newsletter", filled).status());
    assertEquals(429, post("/forms/omron/newsletter", filled).status());
    served.now.updateAndGet(now -> now.plus(Duration.ofMinutes(1)));
    assertEquals(422, post("/forms/omron/newsletter", filled).status());
    assertEquals("PRB-W036", dev.probity.web.problem.Kind.TOO_MANY.problem().code());
    assertEquals("PRB-W037", dev.probity.web.problem.Kind.SENT_ALREADY.problem().code());
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
    String swedish = form("/forms/manvila/booking?lang=sv").text();
    assertTrue(swedish.contains("Namn") && swedish.contains("Får vi skicka"), swedish);
  }

  private String lang(String path, String accepted) throws Exception {
    HttpRequest.Builder request = served.request(path);
    if (!accepted.isEmpty() && accepted.charAt(0) > ' ')
      request.header("Accept-Language", accepted);
    return send(request).page().select("html").attr("lang");
  }

  /** What axe would look for first, on every page there is. */
  @Test
  void pagesCanBeReadAloud() throws Exception {
    List<String> paths =
        new ArrayList<>(List.of("/notices/omron", "/notices/example", "/notices/manvila?lang=sv"));
    for (String pack : PACKS) {
      paths.add("/forms/" + pack);
      for (Point point : Point.of(served.packs.get(pack)).values())
        paths.add("/forms/" + pack + "/" + point.name());
    }
    int fields = 0;
    for (String path : paths) {
      Document page = form(path);
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
    String css = get("/style.css").response().body();
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
      assertEquals(404, get(path).status(), path);
    HttpRequest.Builder json =
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + served.web.port() + "/forms/omron/newsletter"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString("{}"));
    assertEquals(415, send(json).status());
  }
}
