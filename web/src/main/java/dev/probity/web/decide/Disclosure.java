// SPDX-License-Identifier: Apache-2.0
package dev.probity.web.decide;

import dev.probity.kernel.decide.Decision;
import dev.probity.kernel.fault.Fault;
import dev.probity.kernel.question.Question;
import dev.probity.kernel.term.Dimension;
import dev.probity.ledger.entry.Commitment;
import dev.probity.ledger.entry.Entry;
import dev.probity.ledger.entry.PackPin;
import dev.probity.ledger.entry.Word;
import dev.probity.ledger.log.Draft;
import dev.probity.notice.scenario.Ask;
import dev.probity.notice.scenario.AskReader;
import dev.probity.notice.yaml.Form;
import dev.probity.notice.yaml.Node;
import dev.probity.web.problem.Kind;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Who is to be given what of whom, as asked. Immutable.
 *
 * @param subject what the controller's service calls the person
 * @param record values by element, of those that are asked about
 */
record Disclosure(
    Controller controller, Question question, String subject, Map<String, String> record) {
  private static final String ACTION = "disclose";

  static Disclosure read(Node body, Controller controller, Instant now) {
    List<Fault> faults = new Complaints.Faults();
    Form form = Form.of(body, "the question", faults);
    String subject = form.required("subject");
    Map<String, String> record = new LinkedHashMap<>();
    Node.Field field = form.node().fields().get("record");
    if (field != null && field.value() instanceof Node.Fields values)
      values.fields().forEach((name, value) -> record.put(name, text(value.value())));
    Optional<Ask> ask = ask(form.node(), controller, now, faults);
    Complaints complaints = new Complaints();
    complaints.add(0, false, faults);
    complaints.check();
    if (!(ask.orElseThrow() instanceof Ask.Decide(Question question))) throw refusal();
    boolean whole =
        question.action().equals(ACTION)
            && question.terms().containsKey(Dimension.RECIPIENT)
            && question.terms().containsKey(Dimension.PURPOSE)
            && !record.isEmpty()
            // Why: what is given out now is decided by what is in force now.
            && question.at().equals(now)
            && question.data().containsAll(record.keySet());
    if (!whole) throw refusal();
    return new Disclosure(controller, question, subject, record);
  }

  private static Optional<Ask> ask(
      Node.Fields body, Controller controller, Instant now, List<Fault> faults) {
    Map<String, Node.Field> rest = new LinkedHashMap<>(body.fields());
    rest.remove("subject");
    rest.remove("record");
    try {
      return new AskReader(controller.words(faults), now).file(new Node.Fields(rest, body.where()));
    } catch (Complaints.TooMany enough) {
      return Optional.empty();
    }
  }

  private static String text(Node value) {
    if (value instanceof Node.Text text && !text.plain()) return text.value();
    throw refusal();
  }

  private static RuntimeException refusal() {
    return Kind.NO_DISCLOSURE.problem().refusal();
  }

  /** What is decided about each element that there is a value of, in the order of the question. */
  Map<String, Decision> decisions() {
    Map<String, Decision> decisions = new LinkedHashMap<>();
    for (String element : question.data())
      if (record.containsKey(element))
        decisions.put(element, controller.engine().decide(question.withData(List.of(element))));
    return decisions;
  }

  /** The entry for what is released, which is something. */
  Draft draft(Map<String, Decision> permitted, Persons.Person person) {
    Instant at = question.at();
    TreeSet<Word> clauses = new TreeSet<>();
    permitted.values().forEach(d -> d.because().forEach(clause -> clauses.add(new Word(clause))));
    PackPin pack = new PackPin(permitted.values().iterator().next().pack());
    return Draft.about(
        person.link(),
        who -> {
          SortedMap<Word, Commitment> values = new TreeMap<>();
          for (String element : permitted.keySet()) {
            Word word = new Word(element);
            values.put(
                word, person.commitment(who, word, Objects.requireNonNull(record.get(element))));
          }
          return new Entry.Disclosed(
              at,
              who,
              pack,
              term(Dimension.RECIPIENT),
              term(Dimension.PURPOSE),
              List.copyOf(clauses),
              values);
        });
  }

  private Word term(Dimension dimension) {
    return new Word(question.terms().getOrDefault(dimension, ""));
  }
}
