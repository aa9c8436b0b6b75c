// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.pack;

import dev.probity.kernel.clause.Act;
import dev.probity.kernel.clause.Clause;
import dev.probity.kernel.clause.Condition;
import dev.probity.kernel.clause.Match;
import dev.probity.kernel.clause.Terms;
import dev.probity.kernel.clause.Within;
import dev.probity.kernel.fault.Fault;
import dev.probity.kernel.term.Dimension;
import dev.probity.notice.yaml.Form;
import dev.probity.notice.yaml.Nearest;
import dev.probity.notice.yaml.Node;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the {@code clauses} section, entry by entry. One thread. */
final class ClauseReader {
  private static final List<String> ACTS =
      List.of(
          "record",
          "protect",
          "limit",
          "tell",
          "carry",
          "mark",
          "review",
          "erase",
          "block",
          "hide",
          "deactivate",
          "verify");

  private final Words words;
  private final ConditionReader conditions;
  private final MatchReader matches;
  private final List<Fault> faults;

  ClauseReader(Words words) {
    this.words = words;
    this.conditions = new ConditionReader(words);
    this.matches = new MatchReader(words);
    this.faults = words.faults();
  }

  Entry read(String id, Node node) {
    Form form = Form.of(node, "the clause `" + id + "`", faults);
    Verb verb = verb(form, id);
    Within within =
        switch (verb) {
          case PERMIT, FORBID, DUTY -> within(form);
          case CLOSE, REQUIRE, OUTSIDE, CONTROL, INFORM, NONE -> Within.SILENT;
        };
    List<Clause> clauses = clauses(verb, id, form, within);
    boolean absolute = form.flag("absolute");
    Set<String> except = Set.copyOf(form.words("except"));
    Entry entry =
        new Entry(
            id,
            form.text("row", id),
            form.where(),
            form.text("lines", ""),
            says(form),
            form.oneOf("strength", Strength.class).orElse(Strength.FIRM),
            form.oneOf("proof", Proof.class),
            verb,
            value(verb, form),
            absolute,
            except,
            form.words("resolves"),
            within,
            clauses);
    form.done();
    if (absolute && !unconditional(clauses)) {
      form.fault(
          "PRB-N025",
          "`" + id + "` is absolute, yet something lifts it",
          "remove `unless` and `except`, or `absolute`",
          form.where("absolute"));
    }
    return entry;
  }

  private static boolean unconditional(List<Clause> clauses) {
    return clauses.stream()
        .allMatch(
            c -> c instanceof Clause.Forbid f && f.unless().isEmpty() && f.except().isEmpty());
  }

  private Verb verb(Form form, String id) {
    List<Verb> verbs =
        Stream.of(Verb.values()).filter(v -> v != Verb.NONE && form.has(v.word())).toList();
    if (verbs.size() > 1) {
      form.fault(
          "PRB-N016",
          "`" + id + "` has two verbs, " + verbs.get(0).word() + " and " + verbs.get(1).word(),
          "write a second clause with `row: " + id + "`",
          form.where());
    }
    return verbs.isEmpty() ? Verb.NONE : verbs.getFirst();
  }

  private Map<String, String> says(Form form) {
    Optional<Node> says = form.get("says");
    if (says.isEmpty()) {
      form.required("says");
      return Map.of();
    }
    if (says.get() instanceof Node.Text) return Map.of("en", form.text("says", ""));
    return form.texts("says");
  }

  private static String value(Verb verb, Form form) {
    if (verb == Verb.NONE) return "";
    return form.get(verb.word()).map(dev.probity.notice.yaml.YamlPrinter::print).orElse("");
  }

  private List<Clause> clauses(Verb verb, String id, Form form, Within within) {
    return switch (verb) {
      case PERMIT -> permit(id, form);
      case FORBID -> List.of(forbid(id, form));
      case CLOSE ->
          List.of(new Clause.Close(id, id, matches.read(form, "close"), when(form), unless(form)));
      case REQUIRE -> require(id, form);
      case OUTSIDE ->
          List.of(
              new Clause.Outside(
                  id, id, matches.read(form, "of"), when(form), form.required("outside")));
      case DUTY -> duty(id, form, within);
      case CONTROL -> {
        control(form);
        yield List.of();
      }
      case INFORM -> {
        form.required("inform");
        yield List.of();
      }
      case NONE -> List.of();
    };
  }

  private List<Clause> permit(String id, Form form) {
    Match match = matches.read(form, "permit");
    List<Clause> clauses = new ArrayList<>();
    clauses.add(new Clause.Permit(id, id, match, when(form), acts(form, "then")));
    only(form).ifPresent(dimension -> clauses.add(everythingElse(id, match, dimension, form)));
    return clauses;
  }

  private Optional<Dimension> only(Form form) {
    Optional<String> only = form.text("only");
    if (only.isEmpty()) return Optional.empty();
    for (var key : MatchReader.KEYS.entrySet()) {
      String section = MatchReader.section(key.getKey());
      if (key.getValue().equals(only.get()) || section.equals(only.get()))
        return Optional.of(key.getKey());
    }
    form.fault(
        "PRB-N014",
        "`" + only.get() + "` is not a dimension",
        Nearest.fix(only.get(), MatchReader.KEYS.values()),
        form.where("only"));
    return Optional.empty();
  }

  /**
   * A hard list: whatever else stands in that dimension is forbidden, whether the permit is met or
   * not.
   */
  private static Clause everythingElse(String id, Match match, Dimension dimension, Form form) {
    Map<Dimension, Terms> terms = new EnumMap<>(Dimension.class);
    terms.putAll(match.terms());
    Terms listed = match.terms().get(dimension);
    if (listed == null || listed.anyBut()) {
      form.fault(
          "PRB-N011",
          "`only` needs the list it speaks of",
          "list the terms of that dimension in the clause",
          form.where("only"));
    } else {
      terms.put(dimension, new Terms(listed.listed(), true));
    }
    return new Clause.Forbid(
        id + "#only", id, new Match(terms, null), List.of(), List.of(), Set.of(), List.of());
  }

  private Clause forbid(String id, Form form) {
    Match match = matches.read(form, "forbid");
    return new Clause.Forbid(
        id,
        id,
        match,
        when(form),
        unless(form),
        Set.copyOf(form.words("except")),
        acts(form, "then"));
  }

  private List<Clause> require(String id, Form form) {
    Match match = matches.read(form, "of");
    List<Condition> when = when(form);
    List<Condition> unless = unless(form);
    return form.get("require")
        .flatMap(conditions::read)
        .<List<Clause>>map(c -> List.of(new Clause.Require(id, id, match, when, unless, c)))
        .orElse(List.of());
  }

  private List<Clause> duty(String id, Form form, Within within) {
    Optional<Form> duty = form.form("duty", "a duty");
    if (duty.isEmpty()) return List.of();
    String event = words.check("event", duty.get().required("on"), duty.get().where("on"));
    List<Act> acts = acts(duty.get(), "do");
    if (acts.isEmpty()) duty.get().required("do");
    duty.get().done();
    return List.of(new Clause.Duty(id, id, when(form), event, acts, within));
  }

  private void control(Form form) {
    form.form("control", "a control")
        .ifPresent(
            control -> {
              if (control.has("evidence"))
                words.check("evidence", control.required("evidence"), control.where("evidence"));
              else control.required("probe");
              control.text("probe");
              control.text("and");
              control
                  .text("at-most")
                  .ifPresent(t -> Moments.checkLayer(t, control.where("at-most"), faults));
              control.done();
            });
  }

  private List<Condition> when(Form form) {
    List<Condition> when = conditions.list(form, "when");
    channelOnlyInRequire(when, form, "when");
    return when;
  }

  private List<Condition> unless(Form form) {
    List<Condition> unless = conditions.list(form, "unless");
    channelOnlyInRequire(unless, form, "unless");
    return unless;
  }

  private void channelOnlyInRequire(List<Condition> list, Form form, String key) {
    if (list.stream().anyMatch(Condition.Channel.class::isInstance)) {
      form.fault(
          "PRB-N029",
          "a channel can only be required",
          "write `require: {channel: ..}` with `of` and the same dimensions",
          form.where(key));
    }
  }

  private List<Act> acts(Form form, String key) {
    List<Act> acts = new ArrayList<>();
    for (Node node : form.oneOrMany(key)) act(node).ifPresent(acts::add);
    return acts;
  }

  private Optional<Act> act(Node node) {
    if (node instanceof Node.Text text) return named(text.value(), "", text);
    if (node instanceof Node.Fields fields && fields.fields().size() == 1) {
      var entry = fields.fields().entrySet().iterator().next();
      if (entry.getValue().value() instanceof Node.Text object)
        return named(entry.getKey(), object.value(), node);
    }
    faults.add(
        new Fault(
            "PRB-N012",
            "an act is one word, or one word with its object",
            "write `record`, or `{tell: recipient}`",
            node.where()));
    return Optional.empty();
  }

  private Optional<Act> named(String verb, String object, Node node) {
    if (ACTS.contains(verb)) return Optional.of(new Act(verb, object));
    faults.add(
        new Fault(
            "PRB-N014",
            "`" + verb + "` is not one of the twelve acts",
            Nearest.fix(verb, ACTS),
            node.where()));
    return Optional.empty();
  }

  /** The three layers of a time. */
  Within within(Form form) {
    Optional<Form> within = form.form("within", "`within`");
    if (within.isEmpty()) return Within.SILENT;
    Map<String, String> layers = new LinkedHashMap<>();
    for (String layer : List.of("notice", "operator", "law")) {
      within
          .get()
          .text(layer)
          .ifPresent(
              t -> {
                Moments.checkLayer(t, within.get().where(layer), faults);
                layers.put(layer, t);
              });
    }
    within.get().done();
    return new Within(
        layers.getOrDefault("notice", ""),
        layers.getOrDefault("operator", ""),
        layers.getOrDefault("law", ""));
  }
}
