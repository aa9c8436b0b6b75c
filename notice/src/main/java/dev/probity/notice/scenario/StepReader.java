// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.scenario;

import dev.probity.kernel.clock.Span;
import dev.probity.kernel.fault.Where;
import dev.probity.notice.pack.Moments;
import dev.probity.notice.pack.Words;
import dev.probity.notice.yaml.Form;
import dev.probity.notice.yaml.Node;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads the steps of a flow, whose order is their order in time. One thread. */
final class StepReader {
  private static final List<String> SAID =
      List.of("consents", "choices", "notice", "age", "asserted", "from");

  private final Words words;
  private final AskReader asks;
  private final WantedReader wanted;
  private final Map<String, Function<Form, Step>> kinds = new LinkedHashMap<>();

  StepReader(Words words, AskReader asks) {
    this.words = words;
    this.asks = asks;
    this.wanted = new WantedReader(words);
    kinds.put("collect", this::collect);
    kinds.put("facts", this::facts);
    kinds.put("withdraw", this::withdraw);
    kinds.put("mail", this::mail);
    kinds.put("unsubscribe", this::unsubscribe);
    kinds.put("open", this::open);
    kinds.put("event", this::event);
    kinds.put("ask", this::ask);
    kinds.put("disclose", this::disclose);
    kinds.put("held", this::held);
    kinds.put("entries", this::entries);
    kinds.put("look", this::look);
    kinds.put("clock", this::clock);
    kinds.put("publish", this::publish);
  }

  List<Step> read(Form flow) {
    List<Step> steps = new ArrayList<>();
    for (Node node : flow.list("steps")) {
      Form form = Form.of(node, "a step", words.faults());
      List<Function<Form, Step>> named =
          kinds.entrySet().stream()
              .filter(kind -> form.has(kind.getKey()))
              .map(Map.Entry::getValue)
              .toList();
      if (named.size() == 1) {
        steps.add(named.getFirst().apply(form));
        form.done();
      } else {
        form.fault(
            "PRB-N120",
            named.isEmpty() ? "this step does nothing" : "this step does two things",
            "begin it with one of " + String.join(", ", kinds.keySet()),
            node.where());
      }
    }
    if (steps.stream().allMatch(step -> step.shown().isEmpty()))
      flow.fault(
          "PRB-N121",
          "no door does anything in this flow, nor refuses to",
          "add a step that collects, gives out, sends or takes back; what is only asked is a"
              + " scenario without `flow`",
          flow.where());
    return steps;
  }

  private Step collect(Form form) {
    String point = form.required("collect");
    words.check("point", point, form.where("collect"));
    Map<String, String> fields = form.texts("fields");
    Map<String, Node.Field> said = new LinkedHashMap<>();
    for (String key : SAID)
      form.get(key).ifPresent(n -> said.put(key, new Node.Field(form.where(key), n)));
    known(form, "consents", "consent");
    known(form, "choices", "choice");
    return new Step.Collect(
        form.where(),
        who(form),
        point,
        fields,
        new Node.Fields(said, form.where()),
        form.text("via", "json").equals("form"),
        wanted.read(form, "stored"));
  }

  private void known(Form form, String key, String section) {
    form.each(key, (name, n) -> words.check(section, name, n.where()));
  }

  private Step facts(Form form) {
    Form facts = Form.of(form.get("facts").orElseThrow(), "`facts`", words.faults());
    asks.check(facts.node());
    return new Step.Facts(form.where(), who(form), facts.node());
  }

  private Step withdraw(Form form) {
    String consent = form.required("withdraw");
    words.check("consent", consent, form.where("withdraw"));
    return new Step.Withdraw(
        form.where(),
        who(form),
        consent,
        question(form, "asserted", "preview"),
        wanted.read(form, "done"));
  }

  private Step mail(Form form) {
    String purpose = form.required("mail");
    words.check("purpose", purpose, form.where("mail"));
    return new Step.Mail(
        form.where(),
        who(form),
        purpose,
        form.text("title", "A title"),
        form.text("text", "A text."),
        form.text("measured", "false").equals("true"),
        wanted.read(form, "sent"));
  }

  private Step unsubscribe(Form form) {
    String person = form.required("unsubscribe");
    return new Step.Unsubscribe(form.where(), new Step.Whom(person, ""));
  }

  private Step open(Form form) {
    Step.Whom who = new Step.Whom(form.required("open"), "");
    return new Step.Open(form.where(), who, wanted.read(form, "measured"));
  }

  private Step event(Form form) {
    String event = form.required("event");
    words.check("event", event, form.where("event"));
    return new Step.Event(form.where(), who(form), event, wanted.read(form, "done"));
  }

  private Step ask(Form form) {
    Node.Fields question = question(form, "given", "asserted", "ask");
    asks.file(question);
    if (!form.has("expect")) form.required("expect");
    Expect expect =
        form.get("expect").map(new ExpectReader(words.faults())::read).orElse(Expect.NOTHING);
    Optional<Step.Whom> who = form.has("who") ? Optional.of(who(form)) : Optional.empty();
    return new Step.Asks(form.where(), who, question, expect);
  }

  private Step disclose(Form form) {
    Node.Fields asked = question(form, "disclose", "to", "for", "from", "at", "by");
    Map<String, Node.Field> question = new LinkedHashMap<>();
    question.put("ask", new Node.Field(form.where(), asked));
    question.putAll(question(form, "asserted").fields());
    Node.Fields whole = new Node.Fields(question, form.where());
    asks.file(whole);
    Form expect =
        form.form("expect", "`expect`").orElse(Form.of(whole, "`expect`", new ArrayList<>()));
    Step.Disclose step =
        new Step.Disclose(
            form.where(),
            who(form),
            whole,
            form.texts("values"),
            expect.words("released"),
            expect.texts("withheld"));
    expect.done();
    if (step.released().isEmpty() && step.withheld().isEmpty()) form.required("expect");
    return step;
  }

  private Node.Fields question(Form form, String... keys) {
    Map<String, Node.Field> question = new LinkedHashMap<>();
    for (String key : keys)
      form.get(key).ifPresent(n -> question.put(key, new Node.Field(form.where(key), n)));
    return new Node.Fields(question, form.where());
  }

  private Step held(Form form) {
    boolean nothing = form.get("held").filter(n -> n instanceof Node.Text).isPresent();
    if (nothing && !form.required("held").equals("nothing"))
      form.fault(
          "PRB-N014", "what is held has values", "write `{element: value}` or `nothing`", null);
    Map<String, String> values = nothing ? Map.of() : form.texts("held");
    values.keySet().forEach(element -> words.check("data", element, form.where("held")));
    String purpose = form.required("for");
    words.check("purpose", purpose, form.where("for"));
    return new Step.Held(form.where(), who(form), purpose, question(form, "asserted"), values);
  }

  private Step entries(Form form) {
    List<Step.Entries.Entry> entries = new ArrayList<>();
    for (Node node : form.list("entries")) {
      if (node instanceof Node.Text kind)
        entries.add(new Step.Entries.Entry(kind.value(), Map.of()));
      else {
        Form entry = Form.of(node, "an entry", words.faults());
        entry.each((kind, n) -> entries.add(new Step.Entries.Entry(kind, entry.texts(kind))));
      }
    }
    return new Step.Entries(form.where(), entries);
  }

  private Step look(Form form) {
    String page = form.required("look");
    if (!page.equals("notice")) words.check("point", page, form.where("look"));
    return new Step.Look(
        form.where(),
        page,
        wanted.texts(form, "shows"),
        form.words("lists"),
        form.words("announces"));
  }

  private Step publish(Form form) {
    String version = form.required("publish");
    Where where = form.where("publish");
    Instant inForce =
        form.text("in-force")
            .or(() -> Optional.of(version))
            .flatMap(t -> Moments.instant(t, where, words.faults()))
            .orElse(Instant.EPOCH);
    Node.Fields clauses =
        form.form("clauses", "`clauses`")
            .map(Form::node)
            .orElse(new Node.Fields(Map.of(), form.where()));
    return new Step.Publish(where, version, inForce, clauses, wanted.read(form, "done"));
  }

  private Step clock(Form form) {
    String moment = form.required("clock");
    Where where = form.where("clock");
    if (Span.parse(moment).isEmpty()) Moments.instant(moment, where, words.faults());
    return new Step.Moves(where, moment);
  }

  private static Step.Whom who(Form form) {
    return new Step.Whom(form.required("who"), form.text("device", ""));
  }
}
