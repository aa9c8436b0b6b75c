// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.heat;

import dev.probity.notice.cover.RowState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is wrong, and every clause with the sentences it is traced to. One thread. */
record Lists(Covered it, Map<String, List<Integer>> sentencesOf, Html page) {
  static Lists of(Covered it, Html page) {
    Map<String, List<Integer>> sentencesOf = new TreeMap<>();
    for (int i = 0; i < it.coverage().sentences().size(); i++) {
      for (String id : it.coverage().sentences().get(i).clauses()) {
        sentencesOf.computeIfAbsent(it.row(id), none -> new ArrayList<>()).add(i);
      }
    }
    return new Lists(it, sentencesOf, page);
  }

  void findings() {
    if (!it.coverage().untraced().isEmpty()) {
      page.tag("<section><h2>").text(it.words().untraced()).tag("</h2><ul class=\"plain\">");
      for (int i = 0; i < it.coverage().sentences().size(); i++) {
        if (it.coverage().sentences().get(i).traced()) continue;
        page.tag("<li><a href=\"#s" + i + "\">").text(it.unit(i).place().toString()).tag("</a> ");
        page.text(it.unit(i).text()).tag("</li>");
      }
      page.tag("</ul></section>\n");
    }
    if (!it.coverage().lost().isEmpty()) {
      page.tag("<section><h2>")
          .text(it.words().lost())
          .tag("</h2><p>")
          .text(it.words().lostWhy())
          .tag("</p><ul>");
      it.coverage()
          .lost()
          .forEach(
              l ->
                  page.tag("<li>")
                      .text(l.number() + ": " + String.join(" ", l.clauses()))
                      .tag("</li>"));
      page.tag("</ul></section>\n");
    }
    if (!it.coverage().failing().isEmpty()) {
      page.tag("<section><h2>").text(it.words().failing()).tag("</h2><ul>");
      it.coverage()
          .failing()
          .forEach(
              v ->
                  page.tag("<li>")
                      .text(v.scenario().name() + ": " + String.join("; ", v.mistakes()))
                      .tag("</li>"));
      page.tag("</ul></section>\n");
    }
  }

  void clauses() {
    page.tag("<section class=\"wide\"><h2>")
        .text(it.words().clauses())
        .tag("</h2><div class=\"scroll\"><table><thead><tr>");
    for (String head :
        List.of(it.words().clause(), it.words().state(), it.words().says(), it.words().where())) {
      page.tag("<th scope=\"col\">").text(head).tag("</th>");
    }
    page.tag("</tr></thead><tbody>\n");
    it.states().values().stream().sorted(Comparator.comparing(RowState::row)).forEach(this::clause);
    page.tag("</tbody></table></div></section>\n");
  }

  private void clause(RowState row) {
    Heat heat = Heat.of(row);
    page.tag("<tr id=\"" + Html.escaped(row.row()) + "\"><td class=\"id\">")
        .text(row.row())
        .tag("</td><td><mark class=\"" + heat.style() + "\">")
        .text(it.words().names().getOrDefault(heat, ""))
        .tag("</mark><small>");
    row.proof().ifPresent(p -> page.text(it.place(p.name())));
    page.tag("</small></td><td>");
    it.says(page, it.source().head(row.row()).id());
    if (heat == Heat.OPEN) {
      page.tag("<small lang=\"en\">")
          .text(it.words().needs() + ": " + String.join("; ", row.needs()))
          .tag("</small>");
    }
    page.tag("</td><td class=\"places\">");
    for (int i : sentencesOf().getOrDefault(row.row(), List.of())) {
      page.tag("<a href=\"#s" + i + "\">").text(it.unit(i).place().toString()).tag("</a> ");
    }
    page.tag("</td></tr>\n");
  }
}
