// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.heat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.probity.kernel.decide.Reference;
import dev.probity.notice.cover.Cover;
import dev.probity.notice.cover.Coverage;
import dev.probity.notice.pack.PackReader;
import dev.probity.notice.pack.PackSource;
import dev.probity.notice.text.NoticeText;
import dev.probity.notice.vocabulary.LexiconReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class HeatMapTest {
  private static final Path PACK =
      Path.of(System.getProperty("probity.root", "..")).resolve("packs/example");

  private static final PackSource SOURCE =
      ((PackReader.Outcome.Read) PackReader.read(PACK, LexiconReader.shipped())).source();

  private static String page(String file, String more, String language) throws IOException {
    String text = Files.readString(PACK.resolve(file)).replaceAll("(?m)^#+ ", "") + more;
    NoticeText notice = NoticeText.of("folder/" + file, text);
    Coverage coverage = new Cover(SOURCE, new Reference(SOURCE.history())).of(notice);
    return new HeatMap(SOURCE, coverage, notice, language).html();
  }

  @Test
  void itAsksNothingOfAnybodyAndRunsNothing() throws Exception {
    String html = page("notice.en.md", "", "en");
    Document page = Jsoup.parse(html);

    assertTrue(page.select("script, img, link, iframe, object, form, [src], [style]").isEmpty());
    assertFalse(Pattern.compile("\\son\\w+=").matcher(html).find());
    assertTrue(page.select("a").stream().allMatch(a -> a.attr("href").startsWith("#")));
    String policy = page.select("meta[http-equiv=Content-Security-Policy]").attr("content");
    String sheet = html.substring(html.indexOf("<style>") + 7, html.indexOf("</style>"));
    byte[] style = sheet.getBytes(StandardCharsets.UTF_8);
    String hash =
        Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(style));
    assertTrue(policy.startsWith("default-src 'none'; style-src 'sha256-" + hash + "'"), policy);
  }

  @Test
  void everySentenceCanBeReachedAndSaysWhatItIsTracedTo() throws IOException {
    Document page = Jsoup.parse(page("notice.en.md", "", "en"));

    assertEquals(51, page.select("main mark[tabindex=0]").size());
    for (Element mark : page.select("main mark")) {
      Element tip = page.select("#" + mark.attr("aria-describedby")).getFirst();
      assertEquals("tooltip", tip.attr("role"));
      assertTrue(tip.hasText());
    }
    Set<String> ids = new HashSet<>();
    page.select("[id]").forEach(e -> assertTrue(ids.add(e.id()), e.id()));
    page.select("a").forEach(a -> assertTrue(ids.contains(a.attr("href").substring(1)), a.text()));
    assertTrue(page.select("main mark.kept .tip a[href=#EXA-020]").size() > 0);
  }

  @Test
  void theNoticeAndThePageEachNameTheirLanguage() throws IOException {
    Document swedish = Jsoup.parse(page("notice.sv.md", "", "en"));
    Document chrome = Jsoup.parse(page("notice.en.md", "", "sv"));

    assertEquals("en", swedish.select("html").getFirst().attr("lang"));
    assertEquals("sv", swedish.select("main").getFirst().attr("lang"));
    assertEquals("sv", chrome.select("html").getFirst().attr("lang"));
    assertEquals("en", chrome.select("main").getFirst().attr("lang"));
    assertTrue(chrome.select("header").getFirst().text().contains("löften hållna"));
  }

  @Test
  void aStrangeSentenceIsShownAsTextAndListedAsUntraced() throws IOException {
    String strange = "<script>alert(\"1\")</script> & 'more'";
    String html = page("notice.en.md", "\n" + strange + "\n", "en");
    Document page = Jsoup.parse(html);

    assertFalse(html.contains("<script"));
    assertEquals(1, page.select("main mark.untraced").size());
    assertTrue(page.select("main mark.untraced").getFirst().ownText().startsWith("<script>"));
    assertTrue(page.select("section li").text().contains(strange));
  }

  @Test
  void theCountsOfTheLegendAreTheSentences() throws IOException {
    Document page = Jsoup.parse(page("notice.en.md", "", "en"));

    int sum = page.select(".legend .n").stream().mapToInt(n -> Integer.parseInt(n.text())).sum();
    assertEquals(51, sum);
    assertFalse(page.text().contains("folder/"));
  }
}
