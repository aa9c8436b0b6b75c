// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.heat;

import dev.probity.notice.pack.Standing;
import dev.probity.notice.text.NoticeText;
import java.util.Map;

/** The page's beginning: its head, what it is about, the figures, the legend. One thread. */
record Head(Covered it, NoticeText notice, Html page) {
  void print() {
    Style style = Style.of(it.counts());
    String title = it.words().title() + ": " + it.source().header().id();
    page.tag("<!doctype html>\n<html lang=\"" + it.words().language() + "\">\n<head>\n")
        .tag("<meta charset=\"utf-8\">\n")
        .tag("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ")
        .tag("style-src 'sha256-" + style.sha256() + "'; base-uri 'none'; form-action 'none'\">\n")
        .tag("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        .tag("<meta name=\"color-scheme\" content=\"light dark\">\n")
        .tag("<meta name=\"referrer\" content=\"no-referrer\">\n<title>")
        .text(title)
        .tag(
            "</title>\n<style>"
                + style.text()
                + "</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#notice\">")
        .text(it.words().skip())
        .tag("</a>\n<header>\n<h1>")
        .text(title)
        .tag("</h1>\n<p class=\"sub\">")
        .text(it.source().header().version() + " \u00B7 " + fileName())
        .tag("</p>\n<p>")
        .text(it.words().intro())
        .tag("</p>\n");
    figures();
  }

  /** Without its folders, which are nobody else's business. */
  private String fileName() {
    return notice.name().replaceFirst(".*[/\\\\]", "");
  }

  private void figures() {
    int all = it.coverage().sentences().size();
    long promises = it.coverage().count(Standing.ENFORCEABLE);
    page.tag("<ul class=\"figures\">");
    figure(all - it.coverage().untraced().size(), all, it.words().sentencesTraced());
    figure(it.coverage().kept(), promises, it.words().promisesKept());
    figure(it.coverage().decided(), promises, it.words().promisesDecided());
    page.tag("</ul>\n");
    Map<Heat, Integer> counts = it.counts();
    StringBuilder spoken = new StringBuilder(it.words().bar() + ": ");
    counts.forEach(
        (heat, n) ->
            spoken.append(it.words().names().get(heat)).append(' ').append(n).append(". "));
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
        .text(part + " " + it.words().of() + " " + all)
        .tag("</b><span>")
        .text(what)
        .tag("</span></li>");
  }

  private void legend(Heat heat, int sentences) {
    page.tag("<div><dt><mark class=\"" + heat.style() + "\">")
        .text(it.words().names().getOrDefault(heat, ""))
        .tag("</mark></dt><dd class=\"n\">" + sentences + "</dd><dd class=\"why\">")
        .text(it.words().reasons().getOrDefault(heat, ""))
        .tag("</dd></div>\n");
  }
}
