// SPDX-License-Identifier: Apache-2.0
package dev.probity.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.probity.ledger.log.Log;
import dev.probity.notice.pack.PackSource;
import dev.probity.vault.keys.KeyStore;
import dev.probity.web.publish.Notices;
import dev.probity.web.publish.Published;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Notices as pages. */
class NoticesTest {
  private static final PackSource EXAMPLE = Served.pack("example");

  /**
   * Each version once, however often a server starts; what a new one changes stands on the page.
   */
  @Test
  void aVersionIsPublishedOnceAndShown() throws Exception {
    try (Served served = new Served(folder, Map.of("example", EXAMPLE))) {
      served.web.publish();
      served.web.publish();
      List<String> told = entries(served);
      assertEquals(2, told.size(), told.toString());
      assertTrue(told.getLast().contains("pack-published"), told.toString());
      assertTrue(told.getLast().contains(EXAMPLE.pack().name()), told.toString());

      Document page = page(served, "/notices/example?lang=en");
      assertTrue(page.select("#versions li").text().contains("More may be done with"), page.text());
      assertEquals(0, page.select("[id^=coming-]").size());

      served.now.set(Instant.parse("2025-01-01T00:00:00Z"));
      Document earlier = page(served, "/notices/example?lang=en");
      Element coming = earlier.select("#coming-2026-03-01").first();
      assertTrue(coming != null && coming.text().contains("2026-03-01"), earlier.text());
      assertTrue(coming.text().contains("EXA-020"), coming.text());
    }
  }

  /** Both look before either has written. */
  @Test
  void twoServersOnOneDatabaseTellTheLogOnce() throws Exception {
    KeyStore keys = Served.keys(folder);
    try (Served one = new Served(folder, keys, "one");
        Served other = new Served(folder, keys, "other")) {
      Thread beside = Thread.ofVirtual().start(other.web::publish);
      one.web.publish();
      beside.join();
      for (String controller : List.of("one", "two"))
        assertEquals(EXAMPLE.versions().size(), entries(one, controller).size(), controller);
    }
  }

  private static List<String> entries(Served served) {
    return entries(served, "example");
  }

  private static List<String> entries(Served served, String controller) {
    Log log = served.store.ledgers(served.folder.resolve("ledger")).of(controller);
    long size = Long.parseLong(log.checkpoint().toString().split("\n")[1]);
    List<String> entries = new ArrayList<>();
    for (long i = 0; i < size; i++)
      entries.add(new String(log.receipt(i).entry(), StandardCharsets.UTF_8));
    return entries;
  }

  @TempDir Path folder;

  private static Document page(Served served, String path) throws Exception {
    HttpResponse<String> response =
        HttpClient.newHttpClient()
            .send(served.request(path).build(), HttpResponse.BodyHandlers.ofString());
    assertEquals(200, response.statusCode(), path);
    return Jsoup.parse(response.body());
  }

  @Test
  void theTextItselfStandsThereWithItsClauses() throws Exception {
    List<String> clauses =
        EXAMPLE.traces().get("trace.yaml").stream()
            .flatMap(t -> t.clauses().stream())
            .distinct()
            .limit(2)
            .toList();
    Published text =
        new Published(
            EXAMPLE.header().version(),
            "en",
            "ab".repeat(32),
            List.of(
                new Published.Sentence("We <ask> & keep.", List.of(clauses.getFirst()), true),
                new Published.Sentence("And no more.", clauses, false),
                new Published.Sentence("Unencoded.", List.of(), true)),
            2);
    Notices notices = new Notices(Map.of("example", List.of(text)));
    try (Served served = new Served(folder, Map.of("example", EXAMPLE), notices)) {
      served.web.publish();
      served.web.publish();
      List<String> told = entries(served);
      assertEquals(EXAMPLE.versions().size() + 1, told.size(), told.toString());
      String hash = Base64.getEncoder().encodeToString(HexFormat.of().parseHex("ab".repeat(32)));
      assertTrue(
          told.getLast().contains("\"language\":\"en\",\"text\":\"" + hash + "\""),
          told.toString());

      Document page = page(served, "/notices/example?lang=en");
      assertTrue(page.text().contains("ab".repeat(32)), page.text());
      assertTrue(page.text().contains("2026-03-01"));
      assertEquals("We <ask> & keep.", page.getElementById("s1").text());
      assertEquals(2, page.getElementById("s1").parent().select(".sentence").size());
      for (String clause : clauses) {
        assertTrue(page.getElementById(clause) != null, clause);
        assertTrue(page.getElementById("clause-" + clause) != null, clause);
      }
      for (Element link : page.select("main a[href^=#]"))
        assertTrue(page.getElementById(link.attr("href").substring(1)) != null, link.outerHtml());
      assertFalse(page.text().contains("not the wording"));
      Document swedish = page(served, "/notices/example?lang=sv");
      assertEquals("en", swedish.select("p:has(#s1)").attr("lang"));

      for (PackSource version : EXAMPLE.versions()) {
        String name = version.header().version();
        Document own = page(served, "/notices/example/" + name + "?lang=en");
        assertTrue(own.text().contains(name));
        assertEquals(
            !name.equals(EXAMPLE.header().version()), own.text().contains("not the wording"));
        assertEquals(
            !name.equals(EXAMPLE.header().version()), own.text().contains("no longer in force"));
      }
      assertEquals(2, EXAMPLE.versions().size());
    }
  }
}
