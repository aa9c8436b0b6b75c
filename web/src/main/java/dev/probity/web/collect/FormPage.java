// SPDX-License-Identifier: Apache-2.0
package dev.probity.web.collect;

import dev.probity.kernel.term.Dimension;
import dev.probity.kernel.term.Tree;
import dev.probity.notice.pack.Point;
import dev.probity.notice.pack.Said;
import dev.probity.web.decide.Controller;
import dev.probity.web.page.Html;
import dev.probity.web.page.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A point as a form: what it asks, what becomes of it, and beside each field what was wrong with
 * it. Needs no script. Immutable.
 *
 * @param filled what was typed in before
 * @param wrong what to mend, by name, in the order of the fields
 */
record FormPage(
    Controller controller,
    Point point,
    Offer offer,
    Language language,
    Filled filled,
    Map<String, String> wrong,
    String ticket) {
  private static final Map<String, String> AUTOCOMPLETE =
      Map.of(
          "contact.email", "email",
          "contact.name", "name",
          "contact.phone", "tel",
          "contact.address", "street-address",
          "demographic.birth-date", "bday",
          "account.username", "username",
          "employment.title", "organization-title",
          "employment.company", "organization",
          "payment.billing-address", "billing street-address");

  void write(Html html) {
    html.all("h1", Telling.title(point, controller, language));
    summary(html);
    if (!point.says().isEmpty()) html.said("p", point.says(), language);
    new Telling(controller, language).whatHappens(html, point);
    if (!point.shows().isEmpty())
      html.open("div", "class", "box heed").said("p", point.shows(), language).close("div");
    // Why novalidate: our own words stand on top and beside each field, in the reader's language.
    String address = Telling.address(controller, point, language);
    html.open("form", "method", "post", "action", address, "novalidate", "");
    html.open("input", "type", "hidden", "name", FieldName.TICKET, "value", ticket);
    if (point.fields().containsValue(true))
      html.all(
          "p",
          language.of(
              "Without what is marked as required nothing is sent, and what this form is for cannot"
                  + " be done.",
              "Utan det som är markerat som obligatoriskt skickas inget, och det som formuläret är"
                  + " till för kan inte göras."),
          "id",
          "needed");
    point.fields().forEach((element, required) -> field(html, element, required));
    if (offer.region()) region(html);
    if (offer.subjectAge()) subjectAge(html);
    if (offer.age())
      age(
          html,
          FieldName.AGE,
          language.of("How old are you, in years?", "Hur många år är du?"),
          language.of(
              "We keep no more of it than whether you are old enough.",
              "Vi sparar bara om du är tillräckligt gammal."));
    point.asks().values().forEach(asking -> consent(html, asking));
    html.all("button", language.of("Send", "Skicka"), "type", "submit");
    html.close("form");
  }

  private void summary(Html html) {
    if (wrong.isEmpty()) return;
    html.open(
        "div",
        "class",
        "box wrong",
        "role",
        "alert",
        "tabindex",
        "-1",
        "autofocus",
        "",
        "aria-labelledby",
        "mend");
    html.all(
        "h2",
        language.of(
            "Something is missing or needs a change. Nothing has been sent yet.",
            "Något saknas eller behöver ändras. Inget har skickats än."),
        "id",
        "mend");
    html.open("ul");
    wrong.forEach((name, why) -> html.open("li").all("a", why, "href", "#" + name).close("li"));
    html.close("ul").close("div");
  }

  private String said(Said said) {
    return said.in(language.code());
  }

  private Tree data() {
    return controller.source().pack().vocabulary().tree(Dimension.DATA);
  }

  private void field(Html html, String element, boolean required) {
    Shape shape = Shape.of(element, data());
    if (shape == Shape.SECRET) return;
    Point.Choosing choosing = point.answers().get(element);
    if (choosing != null) {
      answers(html, element, choosing, required);
      return;
    }
    String name = FieldName.element(element);
    open(html, name, said(Labels.of(element, controller.source())), required, hint(shape, element));
    List<String> attributes = attributes(name, required, !hint(shape, element).isEmpty());
    String autocomplete = AUTOCOMPLETE.get(element);
    if (autocomplete != null) attributes.addAll(List.of("autocomplete", autocomplete));
    attributes.addAll(List.of("maxlength", String.valueOf(longest(shape))));
    String value = filled.get(name);
    switch (shape) {
      case TEXT -> html.all("textarea", value, attributes.toArray(String[]::new));
      case EMAIL -> input(html, "email", value, attributes);
      case PHONE -> input(html, "tel", value, attributes);
      case DATE -> input(html, "date", value, attributes);
      case CARD -> {
        attributes.addAll(List.of("inputmode", "numeric", "pattern", "[0-9]{4}", "class", "short"));
        // Why not what was typed: it may be a whole number.
        input(html, "text", "", attributes);
      }
      case LINE, SECRET -> input(html, "text", value, attributes);
    }
    html.close("div");
  }

  /** No answer is chosen beforehand. The first bears the name, for who jumps to a mistake. */
  private void answers(Html html, String element, Point.Choosing choosing, boolean required) {
    String name = FieldName.element(element);
    html.open("fieldset", "class", "field");
    html.open("legend").text(said(Labels.of(element, point, controller.source())));
    html.all("span", need(required), "class", "need").close("legend");
    why(html, name);
    for (Map.Entry<String, Point.Answer> answer : choosing.answers().entrySet()) {
      boolean first = answer.getKey().equals(choosing.answers().keySet().iterator().next());
      String id = first ? name : name + "." + answer.getKey();
      html.open("div", "class", "tick");
      List<String> attributes = new ArrayList<>(List.of("id", id, "name", name));
      attributes.addAll(List.of("type", "radio", "value", answer.getKey()));
      if (required) attributes.addAll(List.of("required", ""));
      if (filled.get(name).equals(answer.getKey())) attributes.addAll(List.of("checked", ""));
      html.open("input", attributes.toArray(String[]::new));
      html.all("label", said(answer.getValue().says()), "for", id).close("div");
    }
    html.close("fieldset");
  }

  private String need(boolean required) {
    return required
        ? language.of(" (required)", " (obligatoriskt)")
        : language.of(" (optional)", " (frivilligt)");
  }

  private static int longest(Shape shape) {
    return shape == Shape.CARD ? 4 : shape.longest;
  }

  private String hint(Shape shape, String element) {
    if (shape == Shape.CARD)
      return language.of(
          "Only the last four digits. Never send a whole card number.",
          "Bara de fyra sista siffrorna. Skicka aldrig hela kortnumret.");
    if (element.startsWith("attestation."))
      return language.of("In your own words.", "Med egna ord.");
    return "";
  }

  private void input(Html html, String type, String value, List<String> attributes) {
    attributes.addAll(List.of("type", type));
    if (!value.isEmpty()) attributes.addAll(List.of("value", value));
    html.open("input", attributes.toArray(String[]::new));
  }

  private void open(Html html, String name, String label, boolean required, String hint) {
    html.open("div", "class", "field").open("label", "for", name).text(label);
    html.all("span", need(required), "class", "need").close("label");
    if (!hint.isEmpty()) html.all("span", hint, "class", "hint", "id", name + ".hint");
    why(html, name);
  }

  private void why(Html html, String name) {
    Optional.ofNullable(wrong.get(name))
        .ifPresent(why -> html.all("span", why, "class", "why", "id", name + ".why"));
  }

  private List<String> attributes(String name, boolean required, boolean hinted) {
    List<String> attributes = new ArrayList<>(List.of("id", name, "name", name));
    if (required) attributes.addAll(List.of("required", ""));
    List<String> described = new ArrayList<>();
    if (hinted) described.add(name + ".hint");
    if (wrong.containsKey(name)) {
      described.add(name + ".why");
      attributes.addAll(List.of("aria-invalid", "true"));
    }
    if (!described.isEmpty())
      attributes.addAll(List.of("aria-describedby", String.join(" ", described)));
    return attributes;
  }

  private void region(Html html) {
    String hint =
        language.of(
            "The law there decides what we may take. We do not keep the answer.",
            "Lagen där avgör vad vi får ta emot. Vi sparar inte svaret.");
    String label =
        Collecting.isOwn(point, controller)
            ? language.of("Where do you live?", "Var bor du?")
            : language.of("Where does the person live?", "Var bor personen?");
    open(html, FieldName.REGION, label, true, hint);
    html.open("select", attributes(FieldName.REGION, true, true).toArray(String[]::new));
    Places.of(controller, offer, language).options(html, filled.get(FieldName.REGION));
    html.close("select").close("div");
  }

  private void subjectAge(Html html) {
    age(
        html,
        FieldName.SUBJECT_AGE,
        language.of(
            "How old is the person this is about, in years?",
            "Hur många år är personen som det gäller?"),
        language.of(
            "We keep no more of it than what the notice tells apart.",
            "Vi sparar bara så mycket som policyn skiljer på."));
  }

  private void age(Html html, String name, String label, String hint) {
    open(html, name, label, true, hint);
    List<String> attributes = attributes(name, true, true);
    attributes.addAll(
        List.of(
            "inputmode", "numeric", "pattern", "[0-9]{1,3}", "maxlength", "3", "class", "short"));
    attributes.addAll(List.of("autocomplete", "off"));
    input(html, "text", filled.get(name), attributes);
    html.close("div");
  }

  /** Never ticked beforehand (CJEU C-673/17); ticked again where she ticked it herself. */
  private void consent(Html html, Point.Asking asking) {
    String name = FieldName.consent(asking.consent());
    boolean needed = isNeeded(asking, point, controller);
    html.open("div", "class", "field");
    why(html, name);
    html.open("div", "class", "tick");
    List<String> attributes = attributes(name, needed, true);
    attributes.addAll(List.of("type", "checkbox", "value", "yes"));
    if (filled.get(name).equals("yes")) attributes.addAll(List.of("checked", ""));
    html.open("input", attributes.toArray(String[]::new));
    html.said("label", asking.asks(), language, "for", name).close("div");
    String hint =
        needed
            ? language.of(
                "This is what the form is for; without your yes there is nothing to send. You can"
                    + " take it back at any time.",
                "Det är det formuläret är till för; utan ditt ja finns inget att skicka. Du kan ta"
                    + " tillbaka det när som helst.")
            : language.of(
                "You need not. An empty box is a no, and you can take a yes back at any time.",
                "Du behöver inte. En tom ruta är ett nej, och du kan ta tillbaka ett ja när som"
                    + " helst.");
    html.all("span", hint, "class", "hint", "id", name + ".hint");
    html.close("div");
  }

  /** Whether the form serves nothing but what is asked for. */
  static boolean isNeeded(Point.Asking asking, Point point, Controller controller) {
    Tree purposes = controller.source().pack().vocabulary().tree(Dimension.PURPOSE);
    return point.purpose().filter(p -> purposes.withinAny(p, asking.purposes())).isPresent();
  }
}
