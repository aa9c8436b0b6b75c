// SPDX-License-Identifier: Apache-2.0
package dev.probity.web.collect;

import dev.probity.kernel.clause.Condition;
import dev.probity.kernel.clause.Pack;
import dev.probity.kernel.decide.Decision;
import dev.probity.kernel.fault.Fault;
import dev.probity.kernel.fault.Where;
import dev.probity.kernel.question.Question;
import dev.probity.kernel.term.Dimension;
import dev.probity.ledger.entry.Commitment;
import dev.probity.ledger.entry.Entry;
import dev.probity.ledger.entry.PackPin;
import dev.probity.ledger.entry.Word;
import dev.probity.notice.pack.Point;
import dev.probity.notice.register.Standing;
import dev.probity.notice.scenario.Ask;
import dev.probity.notice.scenario.AskReader;
import dev.probity.notice.yaml.Node;
import dev.probity.store.log.Once;
import dev.probity.store.register.Registered;
import dev.probity.store.subject.Given;
import dev.probity.store.subject.Held;
import dev.probity.store.subject.Subjects;
import dev.probity.store.subject.Told;
import dev.probity.store.subject.Who;
import dev.probity.store.subject.Writing;
import dev.probity.store.subject.Written;
import dev.probity.vault.seal.Origin;
import dev.probity.web.decide.Complaints;
import dev.probity.web.decide.Controller;
import dev.probity.web.decide.FactSheet;
import dev.probity.web.decide.Filings;
import dev.probity.web.decide.Stricter;
import dev.probity.web.problem.Kind;
import java.io.Serial;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Takes what was handed over, or refuses it whole: one decision about all fields, by what is held
 * of the person and what this posting itself establishes, and then one transaction that makes her
 * known, keeps facts and values and tells the log. Immutable.
 */
record Collecting(Controller controller, Point point, Subjects subjects) {
  private static final Where HERE = Where.file("body");

  /** What was kept. */
  record Kept(Written written, List<String> acts) {}

  /** The notice does not let it be taken. */
  static final class Denied extends RuntimeException {
    @Serial private static final long serialVersionUID = 1;

    private final transient Decision decision;

    Denied(Decision decision) {
      super(null, null, false, false);
      this.decision = decision;
    }

    Decision decision() {
      return decision;
    }
  }

  /** Whether whom the point is about hands the data over herself. */
  static boolean isOwn(Point point, Controller controller) {
    return point
        .source()
        .map(
            s ->
                controller.source().pack().vocabulary().tree(Dimension.SOURCE).within(s, "subject"))
        .orElse(false);
  }

  /**
   * @throws Denied where the notice does not let it be taken
   * @throws Subjects.Repeated where the request was sent before
   */
  Kept take(Posting posting, @Nullable Once once) {
    byte[] device = device(posting);
    JsonNode ages = acting(posting);
    Registered registers = subjects.registers().standing(controller.id());
    List<String> acts = new ArrayList<>();
    Subjects.Change change =
        (sheet, moment) -> {
          acts.clear();
          FactSheet before = FactSheet.of(sheet);
          FactSheet after = FactSheet.of(sheet);
          new Establishing(controller, point, moment).on(after, posting);
          if (after.tooLarge()) throw Kind.TOO_MUCH.problem().refusal();
          Decision decision =
              decision(posting, acted(after, ages), FactSheet.of(device), registers, moment);
          if (!decision.permits()) throw new Denied(decision);
          acts.addAll(decision.acts());
          return writing(posting, before, after, moment);
        };
    Optional<Written> written =
        posting.who().isPresent()
            ? subjects.change(
                controller.id(), new Who(posting.who().get().subject(), ""), once, change)
            : subjects.change(controller.id(), Values.identifiers(posting.fields()), once, change);
    return written
        .map(w -> new Kept(w, List.copyOf(acts)))
        .orElseThrow(
            () -> (posting.who().isPresent() ? Kind.NOBODY : Kind.TWO_PEOPLE).problem().refusal());
  }

  /** How old he is who acts for her; nothing where nobody does. */
  private JsonNode acting(Posting posting) {
    if (posting.actor().isEmpty()) return JsonNodeFactory.instance.objectNode();
    Who actor = posting.actor().get();
    return subjects
        .held(controller.id(), actor)
        .map(held -> FactSheet.of(held.own()).facts().path("age"))
        .orElseThrow(() -> Kind.NOBODY.problem().refusal());
  }

  /** As this question sees it: his age is no fact of hers. */
  private static FactSheet acted(FactSheet facts, JsonNode ages) {
    FactSheet seen = FactSheet.of(facts.bytes());
    seen.acting(ages);
    return seen;
  }

  private byte[] device(Posting posting) {
    if (posting.who().isEmpty() || posting.who().get().device().isEmpty()) return new byte[0];
    Held held =
        subjects.held(controller.id(), List.of(posting.who().get())).get(posting.who().get());
    return held == null ? new byte[0] : held.device();
  }

  private Decision decision(
      Posting posting, FactSheet facts, FactSheet device, Registered registers, Instant moment) {
    return Stricter.of(controller.engine(), facts, device)
        .decide(question(posting, facts, device, registers, moment));
  }

  /** May all of this be taken here, by what is held and what device and posting say? */
  Question question(
      Posting posting, FactSheet facts, FactSheet device, Registered registers, Instant moment) {
    Map<String, Node.Field> ask = new LinkedHashMap<>();
    List<Node> data = posting.fields().keySet().stream().map(Collecting::text).toList();
    ask.put("collect", field(new Node.Items(data, HERE)));
    ask.put("at", field(text(point.name())));
    if (!posting.from().isEmpty()) ask.put("from", field(text(posting.from())));
    Map<String, Node.Field> question = new LinkedHashMap<>();
    posting.asserted().ifPresent(claims -> question.put("asserted", field(claims)));
    question.put("ask", field(new Node.Fields(ask, HERE)));
    // Why: another server's clock may be ahead; what it acknowledged stays in the past.
    Instant at = registers.changed().isAfter(moment) ? registers.changed() : moment;
    String actor = posting.actor().map(Who::subject).orElse("");
    Standing documents =
        new Filings(controller)
            .standing(new Node.Fields(question, HERE), facts, registers, actor, at);
    question.put("given", field(facts.given(device).under(documents.facts())));
    return read(new Node.Fields(question, HERE), at);
  }

  private Question read(Node node, Instant moment) {
    List<Fault> faults = new Complaints.Faults();
    Optional<Ask> ask = new AskReader(controller.words(faults), moment).file(node);
    Complaints.check(faults);
    if (ask.orElse(null) instanceof Ask.Decide(Question question)) return question;
    throw new IllegalStateException("a point's question is a question");
  }

  private static Node.Field field(Node node) {
    return new Node.Field(HERE, node);
  }

  private static Node text(String word) {
    return new Node.Text(word, false, HERE);
  }

  private Writing writing(Posting posting, FactSheet before, FactSheet after, Instant moment) {
    PackPin pin = controller.pin(moment);
    String source = posting.from().isEmpty() ? point.source().orElse("") : posting.from();
    List<Given> values = new ArrayList<>();
    posting
        .fields()
        .forEach(
            (element, value) ->
                values.add(
                    new Given(
                        new Origin(element, source, point.name(), pin.text(), moment),
                        value,
                        "",
                        corrects() && !posting.open(),
                        posting.open())));
    List<Told> told = new ArrayList<>();
    told.add(collected(posting.fields(), pin, moment));
    told.addAll(controller.entries(moment).of(before, after));
    return new Writing(after.bytes(), values, told);
  }

  /** First, so that a request leads to it. */
  private Told collected(SortedMap<String, String> fields, PackPin pin, Instant moment) {
    Word at = new Word(point.name());
    return (who, person) -> {
      SortedMap<Word, Commitment> values = new TreeMap<>();
      fields.forEach(
          (element, value) -> {
            Word word = new Word(element);
            values.put(word, person.commitment(who, word, value));
          });
      return new Entry.Collected(moment, who, pin, at, values);
    };
  }

  /** Only who has shown who she is, or what is wrong, puts a new value in an old one's place. */
  private boolean corrects() {
    return point.when().stream()
        .anyMatch(
            condition ->
                switch (condition) {
                  case Condition.State state ->
                      state.kind().equals("signed-in") || state.kind().equals("authenticated");
                  case Condition.Evidence evidence ->
                      evidence.kinds().stream().anyMatch(kind -> kind.startsWith("correction"));
                  case Condition.Consent c -> false;
                  case Condition.Choice c -> false;
                  case Condition.Notice n -> false;
                  case Condition.Relation r -> false;
                  case Condition.Region r -> false;
                  case Condition.Age a -> false;
                  case Condition.Role r -> false;
                  case Condition.Channel c -> false;
                });
  }

  /** The version of the notice that governs now. */
  static Pack current(Controller controller, Instant at) {
    var history = controller.source().history();
    return history.inForce(at).orElseGet(history::newest);
  }
}
