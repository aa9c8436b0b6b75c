// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.heat;

import dev.probity.notice.cover.Coverage;
import dev.probity.notice.text.NoticeText;
import dev.probity.notice.text.Unit;
import java.util.ArrayList;
import java.util.List;

/** The notice itself, each sentence with what is known of it. One thread. */
record Body(Covered it, NoticeText notice, Html page) {
  void print() {
    String language = Language.of(notice, it.source().header().languages());
    page.tag("<main id=\"notice\" lang=\"" + Html.escaped(language) + "\">\n");
    List<Integer> paragraph = new ArrayList<>();
    for (int i = 0; i < it.coverage().sentences().size(); i++) {
      boolean first = i == 0 || it.unit(i).line() != it.unit(i - 1).lastLine();
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
    Unit first = it.unit(sentences.getFirst());
    if (first.number() == 1 && first.column() > 1) return " class=\"item\"";
    boolean unended = !first.text().matches("(?s).*[.!?:;,]");
    boolean heading = sentences.size() == 1 && first.text().length() < 80 && unended;
    return heading ? " class=\"h\"" : "";
  }

  private void sentence(int i) {
    Coverage.Sentence sentence = it.coverage().sentences().get(i);
    Heat heat = it.heat(sentence);
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
                + it.words().language()
                + "\"><b>")
        .text(it.words().names().get(heat) + " \u00B7 " + sentence.unit().place())
        .tag("</b>");
    if (sentence.clauses().isEmpty()) page.text(it.words().reasons().getOrDefault(heat, ""));
    for (String id : sentence.clauses()) {
      page.tag("<span class=\"c\"><a href=\"#" + Html.escaped(it.row(id)) + "\">")
          .text(id)
          .tag("</a> ");
      it.says(page, id);
      page.text(" (" + it.state(it.row(id)) + ")").tag("</span>");
    }
    page.tag("</span>");
  }
}
