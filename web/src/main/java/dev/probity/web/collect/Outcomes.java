// SPDX-License-Identifier: Apache-2.0
package dev.probity.web.collect;

import dev.probity.kernel.decide.Decision;
import dev.probity.kernel.term.Dimension;
import dev.probity.kernel.term.Tree;
import dev.probity.notice.pack.Point;
import dev.probity.web.decide.Controller;
import dev.probity.web.page.Html;
import dev.probity.web.page.Language;
import dev.probity.web.problem.Problem;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** What somebody reads instead of a form, or after it. Immutable. */
record Outcomes(Controller controller, Language language) {
  /** Whether people, and not devices or programs, hand something over there. */
  static boolean isForPeople(Point point, Controller controller) {
    Tree sources = controller.source().pack().vocabulary().tree(Dimension.SOURCE);
    return point
        .source()
        .map(
            s ->
                List.of("subject", "proxy", "other-person").stream()
                    .anyMatch(p -> sources.within(s, p)))
        .orElse(true);
  }

  void list(Html html, String title, Map<Point, Offer> points) {
    html.all("h1", title);
    html.open("ul", "class", "list");
    points.forEach(
        (point, offer) -> {
          html.open("li")
              .all(
                  "a",
                  Telling.title(point, controller, language),
                  "href",
                  Telling.address(controller, point, language));
          if (offer.denied().isPresent())
            html.all(
                "span",
                language.of("Not as an open form: see why", "Inte som öppet formulär: se varför"),
                "class",
                "quiet");
          html.close("li");
        });
    html.close("ul");
    devices(html);
    links(html, () -> notice(html));
  }

  /** A form cannot tell which device is meant; so it says where such a choice is made. */
  private void devices(Html html) {
    List<String> clauses = Choices.ofDevices(controller);
    if (clauses.isEmpty()) return;
    html.all("h2", language.of("Choices about one device", "Val som gäller en enhet"));
    html.all(
        "p",
        language.of(
            "Some choices count for one browser or device alone. You make them in it, in its"
                + " settings or on the site, once on each; no form here can make them for you.",
            "En del val gäller bara en webbläsare eller en enhet. Du gör dem i den, i dess"
                + " inställningar eller på webbplatsen, en gång på var och en; inget formulär här"
                + " kan göra dem åt dig."));
    new Telling(controller, language).sentences(html, clauses, clauses.size());
  }

  private void notice(Html html) {
    link(
        html,
        language.of("The privacy notice", "Integritetspolicyn"),
        new Telling(controller, language).notice());
  }

  /** Where to go on to, in a row of its own. */
  private void links(Html html, Runnable... links) {
    html.open("div", "class", "links");
    for (Runnable link : links) link.run();
    html.close("div");
  }

  private static void link(Html html, String text, String address) {
    html.open("p").all("a", text, "href", address).close("p");
  }

  void notOffered(Html html, Point point, Offer offer) {
    html.all("h1", Telling.title(point, controller, language));
    html.open("div", "class", "box");
    html.all(
        "p",
        language.of(
            "There is no open form for this. We may take it only where we know something of you"
                + " that a form cannot tell us, such as who you are or whom you care for.",
            "Det finns inget öppet formulär för det här. Vi får ta emot det bara när vi vet något"
                + " om dig som ett formulär inte kan visa, till exempel vem du är eller vem du har"
                + " vård om."));
    html.close("div");
    new Requirements(controller, language).write(html, point);
    html.all("h2", language.of("Why", "Varför"));
    new Telling(controller, language)
        .sentences(
            html,
            offer.denied().map(Decision::because).filter(b -> !b.isEmpty()).orElse(point.keeps()));
    links(html, () -> back(html), () -> notice(html));
  }

  void denied(Html html, Point point, Decision decision, boolean young) {
    html.all("h1", language.of("We cannot take this", "Vi kan inte ta emot det här"));
    html.open("div", "class", "box wrong");
    html.all(
        "p",
        language.of(
            "Our privacy notice, or the law where you live, does not let us. Nothing that you wrote"
                + " was kept.",
            "Vår integritetspolicy eller lagen där du bor tillåter det inte. Inget av det du skrev"
                + " har sparats."));
    html.close("div");
    html.all("h2", language.of("Why", "Varför"));
    new Telling(controller, language).sentences(html, decision.because());
    if (young) forAChild(html);
    links(
        html,
        () -> again(html, point, language.of("Back to the form", "Tillbaka till formuläret")),
        () -> back(html),
        () -> notice(html));
  }

  /** Where the pack has a way for those who look after a child. */
  private void forAChild(Html html) {
    Tree sources = controller.source().pack().vocabulary().tree(Dimension.SOURCE);
    List<Point> ways =
        controller.points().values().stream()
            .filter(p -> p.source().filter(s -> sources.within(s, "proxy")).isPresent())
            .toList();
    if (ways.isEmpty()) return;
    html.all(
        "p",
        language.of(
            "A parent or guardian can ask us for this instead:",
            "En förälder eller vårdnadshavare kan be oss om det i stället:"));
    html.open("ul");
    for (Point way : ways)
      html.open("li")
          .all(
              "a",
              Telling.title(way, controller, language),
              "href",
              Telling.address(controller, way, language))
          .close("li");
    html.close("ul");
  }

  void kept(Html html, Point point, Posting posting, String number) {
    html.all("h1", language.of("Thank you", "Tack"));
    html.open("div", "class", "box done", "role", "status");
    if (point.confirms().isEmpty())
      html.all(
          "p",
          language.of("We have received what you sent.", "Vi har tagit emot det du skickade."));
    else html.said("p", point.confirms(), language);
    html.close("div");
    html.open("p", "class", "receipt")
        .text(language.of("Your receipt number ", "Ditt kvittonummer "));
    html.all("span", number, "class", "number").close("p");
    html.all(
        "p",
        language.of(
            "Keep it. With it we find the line in our log that says what you handed over, and under"
                + " which version of the notice. Nobody can change that line without it showing.",
            "Spara det. Med det hittar vi raden i vår logg som säger vad du lämnade och under"
                + " vilken version av policyn. Ingen kan ändra raden utan att det syns."),
        "class",
        "quiet");
    html.all("h2", language.of("What we keep", "Det vi sparar"));
    html.open("ul");
    inOrder(point, posting)
        .forEach(e -> html.all("li", Labels.of(e, point, controller.source()).in(language.code())));
    html.close("ul");
    chosen(html, point, posting);
    answers(html, point, posting);
    links(html, () -> back(html), () -> notice(html));
  }

  /** What was handed over, as the form asked for it. */
  private static List<String> inOrder(Point point, Posting posting) {
    List<String> asked = List.copyOf(point.fields().keySet());
    return posting.fields().keySet().stream()
        .sorted(Comparator.comparingInt(e -> asked.contains(e) ? asked.indexOf(e) : asked.size()))
        .toList();
  }

  /** What she answered, with the sentences that say what follows of it. */
  private void chosen(Html html, Point point, Posting posting) {
    if (point.answers().isEmpty()) return;
    html.all("h2", language.of("What you answered", "Det du svarade"));
    html.open("dl");
    point
        .answers()
        .forEach(
            (element, choosing) -> {
              Point.Answer answer =
                  choosing.answers().get(posting.fields().getOrDefault(element, ""));
              if (answer == null) return;
              html.all("dt", choosing.asks().in(language.code()));
              html.all("dd", answer.says().in(language.code()));
            });
    html.close("dl");
    new Telling(controller, language).sentences(html, point.keeps());
  }

  private void answers(Html html, Point point, Posting posting) {
    if (point.asks().isEmpty()) return;
    html.all("h2", language.of("Your answers", "Dina svar"));
    html.open("dl");
    point
        .asks()
        .forEach(
            (id, asking) -> {
              boolean yes = "opt-in".equals(posting.consents().get(id));
              html.said("dt", asking.asks(), language);
              html.all("dd", yes ? language.of("Yes", "Ja") : language.of("No", "Nej"));
            });
    html.close("dl");
  }

  private void back(Html html) {
    link(
        html,
        language.of("All forms", "Alla formulär"),
        "/forms/" + controller.id() + "?lang=" + language.code());
  }

  private void again(Html html, Point point, String text) {
    link(html, text, Telling.address(controller, point, language));
  }

  /** Of a controller that there is, a form that there is not. */
  void noForm(Html html, String title) {
    html.all("h1", title);
    html.all(
        "p",
        language.of(
            "The address may be misspelt, or the form is gone. The list has all there are.",
            "Adressen kan vara felskriven, eller så är formuläret borta. Listan har alla som"
                + " finns."),
        "class",
        "lead");
    links(html, () -> back(html), () -> notice(html));
  }

  void problem(Html html, Point point, Problem problem) {
    html.all("h1", language.of("This did not work", "Det gick inte"));
    html.open("div", "class", "box wrong").all("p", sentence(problem)).close("div");
    links(
        html,
        () -> again(html, point, language.of("Open the form anew", "Öppna formuläret på nytt")),
        () -> back(html));
  }

  private String sentence(Problem problem) {
    return switch (problem.status()) {
      case 409 ->
          language.of(
              "This form was sent already. Nothing was kept a second time.",
              "Formuläret har redan skickats. Inget har sparats en andra gång.");
      case 413 ->
          language.of(
              "This is more than the form can take. Nothing was kept.",
              "Det är mer än formuläret kan ta emot. Inget har sparats.");
      case 429 ->
          language.of(
              "Too many forms were sent from where you are. Wait a minute, then send it again.",
              "För många formulär har skickats härifrån. Vänta en minut och skicka igen.");
      default ->
          language.of(
              "What was sent is not what this form asks for. Nothing was kept.",
              "Det som skickades är inte det formuläret frågar efter. Inget har sparats.");
    };
  }
}
