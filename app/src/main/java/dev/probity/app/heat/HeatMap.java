// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.heat;

import dev.probity.notice.cover.Coverage;
import dev.probity.notice.cover.RowState;
import dev.probity.notice.pack.Entry;
import dev.probity.notice.pack.PackSource;
import dev.probity.notice.pack.Standing;
import dev.probity.notice.text.NoticeText;
import dev.probity.notice.text.Unit;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Coverage as one page over the notice: no script, no request, nothing but itself. One thread, one
 * page.
 */
public final class HeatMap {
  private final PackSource source;
  private final Coverage coverage;
  private final NoticeText notice;
  private final Words words;
  private final Map<String, RowState> rows = new LinkedHashMap<>();
  private final Map<String, List<Integer>> sentencesOf = new TreeMap<>();
  private final Html page = new Html();

  /**
   * @param language of the page's own words: {@code en} or {@code sv}
   */
  public HeatMap(PackSource source, Coverage coverage, NoticeText notice, String language) {
    this.source = source;
    this.coverage = coverage;
    this.notice = notice;
    this.words = Words.in(language);
    coverage.rows().forEach(r -> rows.put(r.row(), r));
    for (int i = 0; i < coverage.sentences().size(); i++) {
      for (String id : coverage.sentences().get(i).clauses()) {
        sentencesOf.computeIfAbsent(row(id), none -> new ArrayList<>()).add(i);
      }
    }
  }

  /** The page. */
  public String html() {
    head();
    figures();
    notice();
    findings();
    clauses();
    page.tag("<footer>").text(words.madeBy() + " " + source.pack().name()).tag("</footer>");
    return page.tag("\n</body>\n</html>\n").toString();
  }

  private void head() {
    String style = style();
    String title = words.title() + ": " + source.header().id();
    page.tag("<!doctype html>\n<html lang=\"" + words.language() + "\">\n<head>\n")
        .tag("<meta charset=\"utf-8\">\n")
        .tag("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ")
        .tag("style-src 'sha256-" + sha256(style) + "'; base-uri 'none'; form-action 'none'\">\n")
        .tag("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        .tag("<meta name=\"color-scheme\" content=\"light dark\">\n")
        .tag("<meta name=\"referrer\" content=\"no-referrer\">\n<title>")
        .text(title)
        .tag(
            "</title>\n<style>"
                + style
                + "</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#notice\">")
        .text(words.skip())
        .tag("</a>\n<header>\n<h1>")
        .text(title)
        .tag("</h1>\n<p class=\"sub\">")
        .text(source.header().version() + " \u00B7 " + fileName())
        .tag("</p>\n<p>")
        .text(words.intro())
        .tag("</p>\n");
  }

  /** Without its folders, which are nobody else's business. */
  private String fileName() {
    return notice.name().replaceFirst(".*[/\\\\]", "");
  }

  private void figures() {
    int all = coverage.sentences().size();
    long promises = coverage.count(Standing.ENFORCEABLE);
    page.tag("<ul class=\"figures\">");
    figure(all - coverage.untraced().size(), all, words.sentencesTraced());
    figure(coverage.kept(), promises, words.promisesKept());
    figure(coverage.decided(), promises, words.promisesDecided());
    page.tag("</ul>\n");
    Map<Heat, Integer> counts = counts();
    StringBuilder spoken = new StringBuilder(words.bar() + ": ");
    counts.forEach(
        (heat, n) -> spoken.append(words.names().get(heat)).append(' ').append(n).append(". "));
    page.tag("<div class=\"bar\" role=\"img\" aria-label=\"")
        .text(spoken.toString().strip())
        .tag("\">");
    counts.forEach((heat, n) -> page.tag(n == 0 ? "" : "<i class=\"" + heat.style() + "\"></i>"));
    page.tag("</div>\n<dl class=\"legend\">\n");
    counts.forEach(this::legend);
    page.tag("</dl>\n</header>\n");
  }

  private void figure(long part, long all, String what) {
    page.tag("<li><b>")
        .text(part + " " + words.of() + " " + all)
        .tag("</b><span>")
        .text(what)
        .tag("</span></li>");
  }

  private void legend(Heat heat, int sentences) {
    page.tag("<div><dt><mark class=\"" + heat.style() + "\">")
        .text(words.names().getOrDefault(heat, ""))
        .tag("</mark></dt><dd class=\"n\">" + sentences + "</dd><dd class=\"why\">")
        .text(words.reasons().getOrDefault(heat, ""))
        .tag("</dd></div>\n");
  }

  /** Sentences by state, the best first, as the bar and the legend show them. */
  private Map<Heat, Integer> counts() {
    Map<Heat, Integer> counts = new EnumMap<>(Heat.class);
    for (Heat heat : Heat.values()) counts.put(heat, 0);
    coverage.sentences().forEach(s -> counts.merge(heat(s), 1, Integer::sum));
    Map<Heat, Integer> shown = new LinkedHashMap<>();
    List.of(Heat.KEPT, Heat.DECIDED, Heat.CONTROL, Heat.OPEN, Heat.UNTRACED, Heat.INFORMATION)
        .forEach(heat -> shown.put(heat, counts.getOrDefault(heat, 0)));
    return shown;
  }

  private void notice() {
    String language = Language.of(notice, source.header().languages());
    page.tag("<main id=\"notice\" lang=\"" + Html.escaped(language) + "\">\n");
    List<Integer> paragraph = new ArrayList<>();
    for (int i = 0; i < coverage.sentences().size(); i++) {
      boolean first = i == 0 || unit(i).line() != unit(i - 1).lastLine();
      if (first) paragraph(paragraph);
      paragraph.add(i);
    }
    paragraph(paragraph);
    page.tag("</main>\n");
  }

  private void paragraph(List<Integer> sentences) {
    if (sentences.isEmpty()) return;
    page.tag("<p" + looks(sentences) + ">");
    for (int i : sentences) {
      sentence(i);
      page.tag(i == sentences.getLast() ? "" : " ");
    }
    page.tag("</p>\n");
    sentences.clear();
  }

  /** A short line without an end mark looks like a heading, one behind a bullet like an item. */
  private String looks(List<Integer> sentences) {
    Unit first = unit(sentences.getFirst());
    if (first.number() == 1 && first.column() > 1) return " class=\"item\"";
    boolean unended = !first.text().matches("(?s).*[.!?:;,]");
    boolean heading = sentences.size() == 1 && first.text().length() < 80 && unended;
    return heading ? " class=\"h\"" : "";
  }

  private void sentence(int i) {
    Coverage.Sentence sentence = coverage.sentences().get(i);
    Heat heat = heat(sentence);
    page.tag("<mark id=\"s" + i + "\" class=\"" + heat.style() + "\" tabindex=\"0\"")
        .tag(" aria-describedby=\"t" + i + "\">");
    tip(i, sentence, heat);
    page.text(sentence.unit().text())
        .tag("<span class=\"ids\" aria-hidden=\"true\">")
        .text(String.join(" ", sentence.clauses()))
        .tag("</span></mark>");
  }

  private void tip(int i, Coverage.Sentence sentence, Heat heat) {
    page.tag(
            "<span class=\"tip\" role=\"tooltip\" id=\"t"
                + i
                + "\" lang=\""
                + words.language()
                + "\"><b>")
        .text(words.names().get(heat) + " \u00B7 " + sentence.unit().place())
        .tag("</b>");
    if (sentence.clauses().isEmpty()) page.text(words.reasons().getOrDefault(heat, ""));
    for (String id : sentence.clauses()) {
      page.tag("<span class=\"c\"><a href=\"#" + Html.escaped(row(id)) + "\">")
          .text(id)
          .tag("</a> ");
      says(id);
      page.text(" (" + state(row(id)) + ")").tag("</span>");
    }
    page.tag("</span>");
  }

  private void says(String id) {
    Entry entry = source.entries().get(id);
    if (entry == null) return;
    String own = entry.says().get(words.language());
    String other = entry.says().isEmpty() ? "" : entry.says().keySet().iterator().next();
    if (own != null) page.text(own);
    else if (!other.isEmpty()) {
      page.tag("<span lang=\"" + Html.escaped(other) + "\">")
          .text(entry.says().getOrDefault(other, ""))
          .tag("</span>");
    }
  }

  private String state(String row) {
    RowState state = rows.get(row);
    return state == null ? "" : words.names().getOrDefault(Heat.of(state), "");
  }

  private void findings() {
    if (!coverage.untraced().isEmpty()) {
      page.tag("<section><h2>").text(words.untraced()).tag("</h2><ul class=\"plain\">");
      for (int i = 0; i < coverage.sentences().size(); i++) {
        if (coverage.sentences().get(i).traced()) continue;
        page.tag("<li><a href=\"#s" + i + "\">").text(unit(i).place().toString()).tag("</a> ");
        page.text(unit(i).text()).tag("</li>");
      }
      page.tag("</ul></section>\n");
    }
    if (!coverage.lost().isEmpty()) {
      page.tag("<section><h2>")
          .text(words.lost())
          .tag("</h2><p>")
          .text(words.lostWhy())
          .tag("</p><ul>");
      coverage
          .lost()
          .forEach(
              l ->
                  page.tag("<li>")
                      .text(l.number() + ": " + String.join(" ", l.clauses()))
                      .tag("</li>"));
      page.tag("</ul></section>\n");
    }
    if (!coverage.failing().isEmpty()) {
      page.tag("<section><h2>").text(words.failing()).tag("</h2><ul>");
      coverage
          .failing()
          .forEach(
              v ->
                  page.tag("<li>")
                      .text(v.scenario().name() + ": " + String.join("; ", v.mistakes()))
                      .tag("</li>"));
      page.tag("</ul></section>\n");
    }
  }

  private void clauses() {
    page.tag("<section class=\"wide\"><h2>")
        .text(words.clauses())
        .tag("</h2><div class=\"scroll\"><table><thead><tr>");
    for (String head : List.of(words.clause(), words.state(), words.says(), words.where())) {
      page.tag("<th scope=\"col\">").text(head).tag("</th>");
    }
    page.tag("</tr></thead><tbody>\n");
    rows.values().stream().sorted(Comparator.comparing(RowState::row)).forEach(this::clause);
    page.tag("</tbody></table></div></section>\n");
  }

  private void clause(RowState row) {
    Heat heat = Heat.of(row);
    page.tag("<tr id=\"" + Html.escaped(row.row()) + "\"><td class=\"id\">")
        .text(row.row())
        .tag("</td><td><mark class=\"" + heat.style() + "\">")
        .text(words.names().getOrDefault(heat, ""))
        .tag("</mark><small>");
    row.proof().ifPresent(p -> page.text(place(p.name())));
    page.tag("</small></td><td>");
    says(source.head(row.row()).id());
    if (heat == Heat.OPEN) {
      page.tag("<small lang=\"en\">")
          .text(words.needs() + ": " + String.join("; ", row.needs()))
          .tag("</small>");
    }
    page.tag("</td><td class=\"places\">");
    for (int i : sentencesOf.getOrDefault(row.row(), List.of())) {
      page.tag("<a href=\"#s" + i + "\">").text(unit(i).place().toString()).tag("</a> ");
    }
    page.tag("</td></tr>\n");
  }

  private String place(String proof) {
    String key = proof.toLowerCase(java.util.Locale.ROOT);
    return words.proof() + " " + words.places().getOrDefault(key, key);
  }

  private Heat heat(Coverage.Sentence sentence) {
    return sentence.clauses().stream()
        .map(id -> rows.get(row(id)))
        .filter(java.util.Objects::nonNull)
        .map(Heat::of)
        .min(Comparator.naturalOrder())
        .orElse(Heat.UNTRACED);
  }

  private String row(String id) {
    Entry entry = source.entries().get(id);
    return entry == null ? id : entry.row();
  }

  private Unit unit(int i) {
    return coverage.sentences().get(i).unit();
  }

  /** The style sheet, with the bar's parts as wide as their counts. */
  private String style() {
    StringBuilder style = new StringBuilder(resource());
    counts()
        .forEach((heat, n) -> style.append(".bar .%s { flex: %d; }\n".formatted(heat.style(), n)));
    return style.toString();
  }

  private static String resource() {
    try (InputStream in = HeatMap.class.getResourceAsStream("heat.css")) {
      if (in == null) throw new IllegalStateException("heat.css is missing from this build");
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String sha256(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
