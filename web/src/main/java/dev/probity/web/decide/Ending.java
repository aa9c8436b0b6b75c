// SPDX-License-Identifier: Apache-2.0
package dev.probity.web.decide;

import dev.probity.kernel.clause.Clause;
import dev.probity.kernel.clause.Terms;
import dev.probity.kernel.decide.Decision;
import dev.probity.kernel.fault.Fault;
import dev.probity.kernel.fault.Where;
import dev.probity.kernel.question.Question;
import dev.probity.kernel.term.Dimension;
import dev.probity.notice.pack.Point;
import dev.probity.notice.register.Standing;
import dev.probity.notice.scenario.Ask;
import dev.probity.notice.scenario.AskReader;
import dev.probity.notice.yaml.Node;
import dev.probity.store.register.Registered;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Which of what is permitted about a person by what is held of her is so no longer once something
 * else is held: every purpose of the pack's permits, and every point at which she hands data over
 * herself, decided twice. Immutable; costs some thousand decisions.
 *
 * @param asserted what a caller claims besides, as in a question
 */
record Ending(
    Controller controller,
    FactSheet before,
    FactSheet after,
    Optional<Node> asserted,
    Registered registers,
    Instant at) {
  private static final List<String> USES = List.of("use", "disclose");
  private static final String HERSELF = "subject";
  private static final Where HERE = Where.file(FactSheet.FILE);

  /** The same question by what was held and by what would be. */
  private record Twice(Question before, Question after) {
    Twice with(String action, String element, Map<Dimension, String> terms) {
      return new Twice(with(before, action, element, terms), with(after, action, element, terms));
    }

    private static Question with(
        Question base, String action, String element, Map<Dimension, String> terms) {
      return new Question(
          action,
          List.of(element),
          terms,
          null,
          false,
          base.ties(),
          base.at(),
          base.pinned(),
          base.facts());
    }
  }

  /** By what would be held, about no purpose in particular. */
  Question question() {
    return ask(Map.of("use", text("contact"))).after();
  }

  /** The clauses that decide mail for a purpose once she took these ways out of it. */
  List<String> without(String purpose, WaysOut ways) {
    FactSheet sheet = FactSheet.of(after.bytes());
    ways.take(sheet, at);
    Map<String, Node> ask = Map.of(WaysOut.ACTION, text(WaysOut.ADDRESS), "for", text(purpose));
    return controller.engine().decide(read(fields(ask), sheet)).because();
  }

  /** By purpose, the clauses that end it. */
  SortedMap<String, List<String>> purposes() {
    SortedMap<String, List<String>> ended = new TreeMap<>();
    SortedMap<String, String> elements = elements();
    for (Clause clause : controller.source().pack().clauses())
      if (clause instanceof Clause.Permit permit)
        for (String purpose : listed(permit, Dimension.PURPOSE))
          if (!ended.containsKey(purpose))
            end(permit, purpose, elements).ifPresent(because -> ended.put(purpose, because));
    return ended;
  }

  private Optional<List<String>> end(
      Clause.Permit permit, String purpose, SortedMap<String, String> elements) {
    Collection<String> actions = listed(permit, Dimension.ACTION);
    Collection<String> data = listed(permit, Dimension.DATA);
    Twice base = ask(Map.of("use", text("contact"), "for", text(purpose)));
    for (String action : USES)
      if (actions.contains(action))
        for (String element : data.isEmpty() ? elements.keySet() : data)
          for (String recipient : anyOf(permit, Dimension.RECIPIENT)) {
            Map<Dimension, String> terms = new LinkedHashMap<>();
            terms.put(Dimension.PURPOSE, purpose);
            String source = anyOf(permit, Dimension.SOURCE).getFirst();
            terms.put(
                Dimension.SOURCE,
                source.isEmpty() ? elements.getOrDefault(element, HERSELF) : source);
            if (!recipient.isEmpty()) terms.put(Dimension.RECIPIENT, recipient);
            String technology = anyOf(permit, Dimension.TECHNOLOGY).getFirst();
            if (!technology.isEmpty()) terms.put(Dimension.TECHNOLOGY, technology);
            Optional<List<String>> because = ended(base.with(action, element, terms));
            if (because.isPresent()) return because;
          }
    return Optional.empty();
  }

  /** By point, the clauses that end it. */
  SortedMap<String, List<String>> points() {
    SortedMap<String, List<String>> ended = new TreeMap<>();
    for (Point point : controller.points().values()) {
      if (!point.source().orElse("").equals(HERSELF)) continue;
      List<Node> fields = required(point).map(Ending::text).toList();
      if (fields.isEmpty()) continue;
      Node data = new Node.Items(fields, fields.getFirst().where());
      ended(ask(Map.of("collect", data, "at", text(point.name()))))
          .ifPresent(because -> ended.put(point.name(), because));
    }
    return ended;
  }

  private static Stream<String> required(Point point) {
    return point.fields().entrySet().stream().filter(Map.Entry::getValue).map(Map.Entry::getKey);
  }

  private Optional<List<String>> ended(Twice twice) {
    if (!controller.engine().decide(twice.before()).permits()) return Optional.empty();
    Decision then = controller.engine().decide(twice.after());
    return then.permits() ? Optional.empty() : Optional.of(then.because());
  }

  /** Of what the points take, each with where it comes from. */
  private SortedMap<String, String> elements() {
    SortedMap<String, String> elements = new TreeMap<>();
    for (Point point : controller.points().values())
      point
          .fields()
          .keySet()
          .forEach(element -> elements.putIfAbsent(element, point.source().orElse(HERSELF)));
    return elements;
  }

  private static Collection<String> listed(Clause clause, Dimension dimension) {
    Terms terms = clause.match().terms().get(dimension);
    return terms == null || terms.anyBut() ? List.of() : new TreeSet<>(terms.listed());
  }

  /** Those that are listed, else that none is. */
  private static List<String> anyOf(Clause clause, Dimension dimension) {
    Collection<String> listed = listed(clause, dimension);
    return listed.isEmpty() ? List.of("") : List.copyOf(listed);
  }

  private Twice ask(Map<String, Node> ask) {
    Map<String, Node.Field> fields = fields(ask);
    return new Twice(read(fields, before), read(fields, after));
  }

  private static Map<String, Node.Field> fields(Map<String, Node> ask) {
    Map<String, Node.Field> fields = new LinkedHashMap<>();
    ask.forEach((key, node) -> fields.put(key, field(node)));
    return fields;
  }

  private Question read(Map<String, Node.Field> asked, FactSheet sheet) {
    Map<String, Node.Field> question = new LinkedHashMap<>();
    asserted.ifPresent(claims -> question.put("asserted", field(claims)));
    question.put("ask", field(new Node.Fields(asked, HERE)));
    Standing documents =
        new Filings(controller).standing(new Node.Fields(question, HERE), sheet, registers, "", at);
    Node.Fields given = sheet.given(FactSheet.of(new byte[0]));
    question.put("given", field(given.under(documents.facts())));
    List<Fault> faults = new Complaints.Faults();
    Optional<Ask> read =
        new AskReader(controller.words(faults), at).file(new Node.Fields(question, HERE));
    Complaints.check(faults);
    return read.map(ask -> ((Ask.Decide) ask).question()).orElseThrow();
  }

  private static Node.Field field(Node node) {
    return new Node.Field(HERE, node);
  }

  private static Node text(String word) {
    return new Node.Text(word, false, HERE);
  }
}
