// SPDX-License-Identifier: Apache-2.0
package dev.probity.web.decide;

import dev.probity.kernel.fault.Fault;
import dev.probity.notice.register.Element;
import dev.probity.notice.register.Filed;
import dev.probity.notice.register.FiledReader;
import dev.probity.notice.register.Lack;
import dev.probity.notice.register.Reckoning;
import dev.probity.notice.register.RegisterKind;
import dev.probity.notice.yaml.Form;
import dev.probity.notice.yaml.Node;
import dev.probity.store.subject.Subjects;
import dev.probity.store.subject.Who;
import dev.probity.web.json.Body;
import dev.probity.web.problem.Kind;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/**
 * A document as somebody sent it, or its number. Immutable.
 *
 * @param person whom it is about; nobody for a register of the controller
 * @param number empty for every document
 * @param elements as JSON
 */
record Document(
    RegisterKind kind, Optional<Who> person, String number, Filed filed, byte[] elements) {
  private static final int LARGEST = 64 << 10;
  private static final Pattern NUMBER = Pattern.compile("[!-~åäöÅÄÖéü]{1,80}");

  String register() {
    return kind.name();
  }

  boolean asksFor(Filed other) {
    return other.kind().name().equals(kind.name())
        && (number.isEmpty() || number.equals(other.number()));
  }

  /** One to be kept: whole, unless it says that it is not, since that paper exists. */
  static Document kept(
      Controller controller, String register, Subjects subjects, HttpServletRequest request)
      throws IOException {
    Sent sent = Sent.of(controller, register, request);
    Optional<Who> person = sent.person();
    String number = sent.form().has("document") ? sent.number() : "doc-" + UUID.randomUUID();
    Node elements =
        sent.form().get("elements").orElseGet(() -> new Node.Fields(Map.of(), sent.form().where()));
    Filed filed =
        new FiledReader(sent.kind(), controller.words(sent.faults())).read(number, elements, null);
    sent.switches(filed);
    sent.people(filed, subjects);
    if (!sent.form().flag("incomplete"))
      for (Lack lack : Reckoning.lacking(filed)) sent.lack(lack, elements);
    sent.check();
    byte[] json = JsonMapper.shared().writeValueAsBytes(FactForm.tree(elements));
    if (json.length > LARGEST) throw Kind.TOO_LARGE.problem().refusal();
    return new Document(sent.kind(), person, number, filed, json);
  }

  /** One that is there. */
  static Document named(Controller controller, String register, HttpServletRequest request)
      throws IOException {
    Sent sent = Sent.of(controller, register, request);
    Optional<Who> person = sent.person();
    if (!sent.form().has("document")) sent.form().required("document");
    return sent.document(person, sent.number());
  }

  /** One that is there, or all. */
  static Document any(Controller controller, String register, HttpServletRequest request)
      throws IOException {
    Sent sent = Sent.of(controller, register, request);
    Optional<Who> person = sent.person();
    return sent.document(person, sent.form().has("document") ? sent.number() : "");
  }

  /** A body while it is read, with its complaints. */
  private record Sent(Controller controller, RegisterKind kind, Form form, List<Fault> faults) {
    static Sent of(Controller controller, String register, HttpServletRequest request)
        throws IOException {
      RegisterKind kind =
          controller
              .registers()
              .kind(register)
              .orElseThrow(() -> Kind.NO_REGISTER.problem().refusal());
      List<Fault> faults = new Complaints.Faults();
      return new Sent(controller, kind, Form.of(Body.one(request), "the body", faults), faults);
    }

    Document document(Optional<Who> person, String number) {
      check();
      Filed nothing = new Filed(kind, number, Map.of(), List.of(), null);
      return new Document(kind, person, number, nothing, new byte[0]);
    }

    Optional<Who> person() {
      boolean named = form.has("subject");
      boolean fits =
          switch (kind.about()) {
            case PERSON -> named;
            case CONTROLLER -> !named;
            case EITHER -> true;
          };
      if (!fits)
        faults.add(
            new Fault(
                "PRB-W056",
                "this register is about somebody else",
                named ? "leave `subject` out" : "name the person as `subject`",
                form.where()));
      return named ? Asked.who(form.node(), faults) : Optional.empty();
    }

    String number() {
      String number = form.text("document", "");
      if (!NUMBER.matcher(number).matches())
        faults.add(
            new Fault(
                "PRB-N014",
                "this is no number of a document",
                "write up to 80 letters, digits and signs without blanks",
                form.where("document")));
      return number;
    }

    /** Only what the pack leaves to the operator, and one of its values. */
    void switches(Filed filed) {
      for (Element element : kind.elements().values()) {
        if (element.from().isEmpty()) continue;
        String choice = filed.one(element.name());
        var values = controller.switches().get(choice);
        if (choice.isEmpty() || (values != null && values.contains(filed.one("value")))) continue;
        faults.add(
            new Fault(
                "PRB-W054",
                "this is not what the pack declares for it",
                values == null ? "name a choice that is `from: operator`" : "use one of its values",
                form.where("elements")));
      }
    }

    void people(Filed filed, Subjects subjects) {
      for (Element element : kind.elements().values()) {
        if (element.type() != Element.Type.PERSON || filed.one(element.name()).isEmpty()) continue;
        Who named = new Who(filed.one(element.name()), "");
        if (subjects.held(controller.id(), named).isEmpty())
          faults.add(Asked.nobody(form.where("elements")));
      }
    }

    void lack(Lack lack, Node elements) {
      Element element = kind.elements().get(lack.element());
      String what = element == null ? "" : element.labels().getOrDefault("en", "");
      faults.add(
          new Fault(
              "PRB-W050",
              "the document lacks what its kind must have",
              "state `" + lack.element() + "`: " + what + " (" + lack.cite() + ")",
              elements.where()));
    }

    void check() {
      form.done();
      Complaints.check(faults);
    }
  }
}
