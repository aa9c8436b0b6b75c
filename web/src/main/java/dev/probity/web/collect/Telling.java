// SPDX-License-Identifier: Apache-2.0
package dev.probity.web.collect;

import dev.probity.notice.pack.Entry;
import dev.probity.notice.pack.PackSource;
import dev.probity.notice.pack.Point;
import dev.probity.notice.pack.Said;
import dev.probity.notice.vocabulary.Word;
import dev.probity.web.decide.Controller;
import dev.probity.web.page.Html;
import dev.probity.web.page.Language;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What people are told about a point, with the sentences that it rests on. Immutable. */
record Telling(Controller controller, Language language) {
  private static final int MOST = 3;

  /** What the pack calls the point, else its name in plain letters. */
  static String title(Point point, Controller controller, Language language) {
    String own = controller.source().text(point.name()).in(language.code());
    if (!own.isEmpty()) return own;
    String plain = point.name().replace('-', ' ');
    return Character.toUpperCase(plain.charAt(0)) + plain.substring(1);
  }

  static String address(Controller controller, Point point, Language language) {
    return "/forms/" + controller.id() + "/" + point.name() + "?lang=" + language.code();
  }

  String notice() {
    return "/notices/" + controller.id() + "?lang=" + language.code();
  }

  void whatHappens(Html html, Point point) {
    PackSource source = controller.source();
    html.open("div", "class", "box about");
    html.open("p");
    html.text(
        point
            .purpose()
            .map(
                purpose ->
                    language.of(
                            source.header().controller() + " uses what you send here for: ",
                            source.header().controller() + " använder det du skickar här till: ")
                        + purpose(purpose)
                        + ".")
            .orElse(""));
    html.close("p");
    sentences(html, point.keeps());
    html.open("p");
    html.all(
        "a",
        language.of("The whole privacy notice", "Hela integritetspolicyn"),
        "href",
        notice() + "&form=" + point.name());
    html.close("p").close("div");
  }

  private String purpose(String purpose) {
    Word word = controller.source().lexicon().section("purpose").get(purpose);
    Said label = new Said(word == null ? Map.of("en", purpose) : word.labels());
    String text = label.in(language.code());
    return text.isEmpty() ? text : Character.toLowerCase(text.charAt(0)) + text.substring(1);
  }

  /** What clauses say, each with the way to its place in the notice. */
  void sentences(Html html, Collection<String> clauses) {
    sentences(html, clauses, MOST);
  }

  void sentences(Html html, Collection<String> clauses, int most) {
    List<String> shown = clauses.stream().filter(c -> !says(c).isEmpty()).limit(most).toList();
    if (shown.isEmpty()) return;
    html.open("ul");
    for (String clause : shown) {
      html.open("li").said("span", says(clause), language).text(" ");
      if (clause.indexOf(':') < 0)
        html.all("a", clause, "class", "cite", "href", notice() + "#" + clause);
      else html.all("span", clause, "class", "cite");
      html.close("li");
    }
    html.close("ul");
  }

  private Said says(String clause) {
    return new Said(controller.source().entry(clause).map(Entry::says).orElse(Map.of()));
  }
}
