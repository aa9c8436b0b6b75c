// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.scenario;

import dev.probity.kernel.clause.Tie;
import dev.probity.kernel.fault.Fault;
import dev.probity.kernel.question.Claims;
import dev.probity.kernel.question.Document;
import dev.probity.kernel.question.Facts;
import dev.probity.kernel.question.Question;
import dev.probity.kernel.term.DataClass;
import dev.probity.kernel.term.Dimension;
import dev.probity.notice.pack.Moments;
import dev.probity.notice.pack.Words;
import dev.probity.notice.yaml.Form;
import dev.probity.notice.yaml.Nearest;
import dev.probity.notice.yaml.Node;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads {@code given}, {@code asserted} and {@code ask}: from scenarios and from question files.
 */
public final class AskReader {
  /** The words of {@code ask} for the dimensions that a question may leave out, in their order. */
  static final Map<Dimension, String> KEYS =
      new EnumMap<>(
          Map.of(
              Dimension.PURPOSE, "for",
              Dimension.RECIPIENT, "to",
              Dimension.POINT, "at",
              Dimension.SOURCE, "from",
              Dimension.TECHNOLOGY, "by"));

  private final Words words;
  private final FactsReader facts;
  private final List<Fault> faults;
  private final Instant today;

  /**
   * @param today when an event happens whose date is not given
   */
  public AskReader(Words words, Instant today) {
    this.words = words;
    this.facts = new FactsReader(words);
    this.faults = words.faults();
    this.today = today;
  }

  /** A whole question file, {@code {given, asserted, ask}}; what it does not mention is unknown. */
  public Optional<Ask> file(Node node) {
    Form form = Form.of(node, "the question", faults);
    Optional<Ask> ask = read(form, false);
    form.done();
    return ask;
  }

  /** A question as scenarios ask it: what is not mentioned was read and is not there. */
  public Optional<Ask> found(Form form) {
    return read(form, true);
  }

  /** Reads {@code given} alone, to complain of what is wrong with it. */
  public void check(Node given) {
    Form form = Form.of(given, "the facts", faults);
    // Why: reading complains; what is read is not wanted yet.
    facts.read(form, false);
    facts.documents(form, "documents");
    form.text("pinned");
    form.done();
  }

  Optional<Ask> read(Form form, boolean complete) {
    Node.Fields none = new Node.Fields(Map.of(), form.where());
    Form given = form.form("given", "`given`").orElse(new Form(none, "`given`", faults));
    Facts held = facts.read(given, complete);
    List<Document> onFile = facts.documents(given, "documents");
    Facts known = claims(form).addTo(held, onFile);
    Instant at =
        given
            .text("date")
            .flatMap(t -> Moments.instant(t, given.where("date"), faults))
            .orElse(today);
    Optional<String> pinned = given.text("pinned");
    given.done();
    if (!form.has("ask")) form.required("ask");
    Optional<Form> asked = form.form("ask", "`ask`");
    Optional<Ask> ask = asked.flatMap(a -> ask(a, known, at, pinned));
    asked.ifPresent(Form::done);
    return ask;
  }

  private Claims claims(Form form) {
    Optional<Form> asserted = form.form("asserted", "`asserted`");
    if (asserted.isEmpty()) return Claims.NONE;
    Set<String> cited = new HashSet<>();
    for (Node node : asserted.get().oneOrMany("evidence"))
      if (node instanceof Node.Text text) cited.add(text.value());
    Form others = new Form(without(asserted.get().node(), "evidence"), "`asserted`", faults);
    Facts claimed = facts.read(others, false);
    others.done();
    return new Claims(claimed, cited);
  }

  private static Node.Fields without(Node.Fields fields, String key) {
    Map<String, Node.Field> rest = new java.util.LinkedHashMap<>(fields.fields());
    rest.remove(key);
    return new Node.Fields(rest, fields.where());
  }

  private Optional<Ask> ask(Form form, Facts known, Instant at, Optional<String> pinned) {
    Optional<String> event = form.text("event");
    if (event.isPresent()) {
      String name = words.check("event", event.get(), form.where("event"));
      return Optional.of(new Ask.Event(name, Question.of("use", List.of("any"), at, known)));
    }
    if (form.has("view")) {
      List<String> fields = List.copyOf(words.checked(form, "view", "data"));
      String action = form.has("to") ? "disclose" : "use";
      if (fields.isEmpty()) return noData(form, "view");
      return Optional.of(new Ask.View(fields, question(form, action, fields, known, at, pinned)));
    }
    return decide(form, known, at, pinned);
  }

  private Optional<Ask> decide(Form form, Facts known, Instant at, Optional<String> pinned) {
    List<String> actions = new ArrayList<>(1);
    for (String key : form.node().fields().keySet())
      if (words.knows("action", key) && form.has(key)) actions.add(key);
    if (actions.size() != 1) {
      String first = form.node().fields().keySet().stream().findFirst().orElse("");
      String sentence =
          actions.isEmpty() ? "the question names no action" : "the question names two actions";
      form.fault(
          "PRB-N028",
          sentence,
          actions.isEmpty()
              ? Nearest.fix(first, words.all("action"))
              : "ask one question an action",
          form.where());
      form.each((name, value) -> {});
      return Optional.empty();
    }
    List<String> data = List.copyOf(words.checked(form, actions.getFirst(), "data"));
    if (data.isEmpty()) return noData(form, actions.getFirst());
    return Optional.of(new Ask.Decide(question(form, actions.getFirst(), data, known, at, pinned)));
  }

  /** Complains, unless what is named was complained of already. */
  private static Optional<Ask> noData(Form form, String key) {
    if (form.oneOrMany(key).isEmpty())
      form.fault(
          "PRB-N028",
          "the question names no data",
          "write `" + key + ": contact.email`",
          form.where());
    return Optional.empty();
  }

  private Question question(
      Form form,
      String action,
      List<String> data,
      Facts known,
      Instant at,
      Optional<String> pinned) {
    Question question =
        Question.of(action, new ArrayList<>(data), at, known).withJoined(form.flag("joined"));
    for (var key : KEYS.entrySet()) {
      Optional<String> word = form.text(key.getValue());
      if (word.isPresent())
        question = with(question, key.getKey(), key.getValue(), word.get(), form);
    }
    Optional<DataClass> raised = form.oneOf("class", DataClass.class);
    if (raised.isPresent()) question = question.withClass(raised.get());
    for (Tie tie : List.of(Tie.MODE, Tie.SUBJECT)) {
      Optional<String> value = form.text(tie.name().toLowerCase(java.util.Locale.ROOT));
      if (value.isPresent()) question = question.with(tie, value.get());
    }
    return pinned.isPresent() ? question.withPinned(pinned.get()) : question;
  }

  /** {@code partner/acme} names one party of a kind of recipient. */
  private Question with(
      Question question, Dimension dimension, String key, String word, Form form) {
    String section = dimension.name().toLowerCase(java.util.Locale.ROOT);
    int slash = dimension == Dimension.RECIPIENT ? word.indexOf('/') : -1;
    String term =
        words.check(section, slash < 0 ? word : word.substring(0, slash), form.where(key));
    Question stated = question.with(dimension, term);
    return slash < 0 ? stated : stated.with(Tie.RECIPIENT, word);
  }
}
