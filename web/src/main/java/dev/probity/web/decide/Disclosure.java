// SPDX-License-Identifier: Apache-2.0
package dev.probity.web.decide;

import dev.probity.kernel.decide.Decider;
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
import dev.probity.store.subject.Held;
import dev.probity.store.subject.Kept;
import dev.probity.store.subject.Person;
import dev.probity.store.subject.Subjects;
import dev.probity.store.subject.Who;
import dev.probity.web.problem.Kind;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Who is to be given what of whom, as asked. Immutable.
 *
 * @param subject the person's id here
 * @param seen when anything of hers last changed before it was decided
 * @param record values by element, of those that are asked about: as sent, or as held
 * @param uncounted which documents bear on it
 */
record Disclosure(
    Controller controller,
    Question question,
    Decider decider,
    String subject,
    Instant seen,
    Map<String, String> record,
    Uncounted uncounted) {
  private static final String ACTION = "disclose";

  /** Decided by what is held of the person, after the request has arrived. */
  static Disclosure read(Node body, Controller controller, Subjects subjects, Instant now) {
    List<Fault> faults = new Complaints.Faults();
    Form form = Form.of(body, "the question", faults);
    form.required("subject");
    Optional<Map<String, String>> sent = form.has("record") ? record(form) : Optional.empty();
    Asked asked = Asked.of(without(form.node(), "record"), faults);
    Map<Who, Held> known =
        faults.isEmpty() ? subjects.held(controller.id(), asked.all()) : Map.of();
    Optional<Ask> ask =
        faults.isEmpty() ? ask(asked, controller, known, now, faults) : Optional.empty();
    Complaints.check(faults);
    if (!(ask.orElseThrow() instanceof Ask.Decide(Question question))) throw refusal();
    String subject = asked.who().orElseThrow().subject();
    Map<String, String> record =
        sent.orElseGet(() -> held(subjects, controller, subject, question.data()));
    boolean whole =
        question.action().equals(ACTION)
            && question.terms().containsKey(Dimension.RECIPIENT)
            && question.terms().containsKey(Dimension.PURPOSE)
            && (sent.isEmpty() || !record.isEmpty())
            // Why: what is given out now is decided by what is in force now.
            && question.at().equals(asked.at(known, now))
            && question.data().containsAll(record.keySet());
    if (!whole) throw refusal();
    Instant seen = Objects.requireNonNull(known.get(asked.who().orElseThrow())).changed();
    return new Disclosure(
        controller,
        question,
        asked.decider(controller, known),
        subject,
        seen,
        record,
        new Uncounted(asked, controller, known, now));
  }

  private static Optional<Map<String, String>> record(Form form) {
    Map<String, String> record = new LinkedHashMap<>();
    Node.Field field = form.node().fields().get("record");
    if (field != null && field.value() instanceof Node.Fields values)
      values.fields().forEach((name, value) -> record.put(name, text(value.value())));
    return Optional.of(record);
  }

  /** The newest of each element; what an open form claimed only where there is nothing else. */
  private static Map<String, String> held(
      Subjects subjects, Controller controller, String subject, List<String> data) {
    Map<String, String> record = new LinkedHashMap<>();
    List<Kept> all =
        subjects
            .values(controller.id(), subject)
            .orElseThrow(() -> Kind.NOBODY.problem().refusal());
    for (boolean claimed : List.of(true, false))
      for (Kept kept : all)
        if (kept.claimed() == claimed && data.contains(kept.origin().element()))
          record.put(kept.origin().element(), kept.value());
    return record;
  }

  private static Node.Fields without(Node.Fields body, String key) {
    Map<String, Node.Field> rest = new LinkedHashMap<>(body.fields());
    rest.remove(key);
    return new Node.Fields(rest, body.where());
  }

  private static Optional<Ask> ask(
      Asked asked, Controller controller, Map<Who, Held> known, Instant now, List<Fault> faults) {
    try {
      Node node = asked.with(controller, known, now, faults);
      if (!faults.isEmpty()) return Optional.empty();
      return new AskReader(controller.words(faults), asked.at(known, now)).file(node);
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
    return decisions(question);
  }

  private Map<String, Decision> decisions(Question asked) {
    Map<String, Decision> decisions = new LinkedHashMap<>();
    for (String element : asked.data())
      if (record.containsKey(element))
        decisions.put(element, decider.decide(asked.withData(List.of(element))));
    return decisions;
  }

  /** Documents that would let something more be given out, if they counted. */
  List<Map<String, Object>> apart() {
    return uncounted.of(new Ask.Decide(question), this::effects);
  }

  private Object effects(Ask ask) {
    return ask instanceof Ask.Decide(Question other)
        ? decisions(other).values().stream().map(Decision::effect).toList()
        : "";
  }

  /** The entry for what is released, which is something. */
  Draft draft(Map<String, Decision> permitted, Person person) {
    Instant at = question.at();
    TreeSet<Word> clauses = new TreeSet<>();
    permitted.values().forEach(d -> clauses.addAll(Acts.words(d.because())));
    PackPin pack = new PackPin(permitted.values().iterator().next().pack());
    return person.draft(
        (who, keys) -> {
          SortedMap<Word, Commitment> values = new TreeMap<>();
          for (String element : permitted.keySet()) {
            Word word = new Word(element);
            values.put(
                word, keys.commitment(who, word, Objects.requireNonNull(record.get(element))));
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

  /** Elements whose values are those that an entry says were given out. */
  Set<String> among(Entry.Disclosed entry, Person person) {
    Set<String> same = new TreeSet<>();
    record.forEach(
        (element, value) -> {
          Word word = new Word(element);
          Commitment now = person.commitment(entry.who(), word, value);
          if (now.equals(entry.values().get(word))) same.add(element);
        });
    return same;
  }

  private Word term(Dimension dimension) {
    return new Word(question.terms().getOrDefault(dimension, ""));
  }
}
