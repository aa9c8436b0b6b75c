// SPDX-License-Identifier: Apache-2.0
package dev.probity.web.collect;

import dev.probity.kernel.fault.Where;
import dev.probity.kernel.question.Band;
import dev.probity.notice.pack.Point;
import dev.probity.notice.yaml.Node;
import dev.probity.web.decide.Controller;
import dev.probity.web.page.Language;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads a filled-in form as a posting, with what is wrong with it in a person's words. One thread.
 */
final class FormReader {
  private static final Where HERE = Where.file("form");

  private final Controller controller;
  private final Point point;
  private final Offer offer;
  private final Language language;
  private final Filled filled;
  private final Values values;

  FormReader(Controller controller, Point point, Offer offer, Language language, Filled filled) {
    this.controller = controller;
    this.point = point;
    this.offer = offer;
    this.language = language;
    this.filled = filled;
    this.values = Values.of(elements(), point, controller);
    if (!values.closed()) throw PostingReader.undeclared(point).refusal();
  }

  private Map<String, String> elements() {
    Map<String, String> elements = new LinkedHashMap<>();
    filled
        .fields()
        .forEach(
            (name, value) -> {
              if (FieldName.isElement(name)) elements.put(FieldName.elementOf(name), value);
              else if (!isOurs(name)) throw PostingReader.undeclared(point).refusal();
            });
    return elements;
  }

  private boolean isOurs(String name) {
    return name.equals(FieldName.TICKET)
        || name.equals(FieldName.AGE)
        || (offer.subjectAge() && name.equals(FieldName.SUBJECT_AGE))
        || name.equals(FieldName.REGION)
        || point.asks().keySet().stream().anyMatch(id -> FieldName.consent(id).equals(name));
  }

  /** By the name of the field, in the order of the form. */
  Map<String, String> wrong() {
    Map<String, String> wrong = new LinkedHashMap<>();
    for (String element : point.fields().keySet()) {
      Shape.Reason reason = values.wrong().get(element);
      if (reason != null && !Offer.isSecret(element, controller))
        wrong.put(FieldName.element(element), say(element, reason));
    }
    if (offer.region() && !Places.of(controller, offer, language).has(filled.get(FieldName.REGION)))
      wrong.put(FieldName.REGION, language.of("Choose where you live.", "Välj var du bor."));
    if (offer.subjectAge() && age(FieldName.SUBJECT_AGE).isEmpty())
      wrong.put(
          FieldName.SUBJECT_AGE,
          language.of(
              "Write the person's age as a number of years.",
              "Skriv personens ålder som antal år."));
    if (offer.age() && age(FieldName.AGE).isEmpty())
      wrong.put(
          FieldName.AGE,
          language.of("Write your age as a number of years.", "Skriv din ålder som antal år."));
    for (Point.Asking asking : point.asks().values())
      if (FormPage.isNeeded(asking, point, controller) && !ticked(asking.consent()))
        wrong.put(
            FieldName.consent(asking.consent()),
            language.of(
                "Tick this box if you want what the form is for.",
                "Kryssa i rutan om du vill ha det som formuläret är till för."));
    return wrong;
  }

  private String say(String element, Shape.Reason reason) {
    String label = Labels.of(element, point, controller.source()).in(language.code());
    String about =
        switch (reason) {
          case MISSING -> language.of("fill this in.", "fyll i det här.");
          case TOO_LONG -> language.of("this is too long.", "det här är för långt.");
          case CONTROL ->
              language.of(
                  "there are characters in this that are no text.",
                  "det finns tecken som inte är text.");
          case NOT_EMAIL ->
              language.of(
                  "write an e-mail address, such as name@example.com.",
                  "skriv en e-postadress, till exempel namn@example.com.");
          case NOT_PHONE -> language.of("write a telephone number.", "skriv ett telefonnummer.");
          case NOT_DATE ->
              language.of(
                  "write a date, such as 1980-12-31.", "skriv ett datum, till exempel 1980-12-31.");
          case NOT_CARD ->
              language.of("write the last four digits.", "skriv de fyra sista siffrorna.");
          case NO_ANSWER -> language.of("choose one of the answers.", "välj ett av svaren.");
          case SECRET -> language.of("do not send this.", "skicka inte det här.");
        };
    return label + ": " + about;
  }

  String stale() {
    return language.of(
        "This form was open for too long. Look it over and send it again.",
        "Formuläret har varit öppet för länge. Se över det och skicka igen.");
  }

  private Optional<Band> age(String name) {
    String sent = filled.get(name).strip();
    return sent.matches("\\d{1,3}") && Integer.parseInt(sent) <= 130
        ? Optional.of(Band.exactly(Integer.parseInt(sent)))
        : Optional.empty();
  }

  private boolean ticked(String consent) {
    return filled.get(FieldName.consent(consent)).equals("yes");
  }

  /**
   * Of a form without mistakes.
   *
   * @param shown the version that was served on the way to it
   */
  Posting posting(String shown) {
    Map<String, String> consents = new LinkedHashMap<>();
    point.asks().keySet().forEach(id -> consents.put(id, ticked(id) ? "opt-in" : "refused"));
    Map<String, Band> ages = new TreeMap<>();
    if (offer.age())
      age(FieldName.AGE)
          .ifPresent(
              band -> {
                if (Collecting.isOwn(point, controller)) ages.put("subject", band);
                ages.put("actor", band);
              });
    if (offer.subjectAge()) age(FieldName.SUBJECT_AGE).ifPresent(band -> ages.put("subject", band));
    Map<String, Node.Field> asserted = new LinkedHashMap<>();
    if (offer.region()) asserted.put("region", field(filled.get(FieldName.REGION)));
    if (offer.role()) asserted.put("role", field(Offer.ROLE));
    Declared declared =
        Declared.of(point, values.kept(), Map.of(), Optional.of(new Node.Fields(asserted, HERE)));
    return new Posting(
        Optional.empty(),
        values.kept(),
        consents,
        declared.choices(),
        shown,
        ages,
        declared.asserted(),
        true,
        "",
        Optional.empty());
  }

  private static Node.Field field(String word) {
    return new Node.Field(HERE, new Node.Text(word, false, HERE));
  }
}
