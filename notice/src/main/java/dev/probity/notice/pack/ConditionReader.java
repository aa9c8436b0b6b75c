// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.pack;

import dev.probity.kernel.clause.ChannelLevel;
import dev.probity.kernel.clause.Condition;
import dev.probity.kernel.clause.ConsentLevel;
import dev.probity.kernel.clause.Tie;
import dev.probity.kernel.clause.Whose;
import dev.probity.kernel.fault.Fault;
import dev.probity.notice.yaml.Form;
import dev.probity.notice.yaml.Nearest;
import dev.probity.notice.yaml.Node;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the ten kinds of condition. One thread. */
public final class ConditionReader {
  private static final List<String> KINDS =
      List.of(
          "consent",
          "choice",
          "notice",
          "relation",
          "evidence",
          "region",
          "age",
          "role",
          "state",
          "channel");

  private final Words words;
  private final List<Fault> faults;

  public ConditionReader(Words words) {
    this.words = words;
    this.faults = words.faults();
  }

  /** All conditions of a list; a single one may stand alone. */
  public List<Condition> list(Form form, String key) {
    List<Condition> conditions = new ArrayList<>();
    for (Node node : form.oneOrMany(key)) read(node).ifPresent(conditions::add);
    return conditions;
  }

  public Optional<Condition> read(Node node) {
    Form form = Form.of(node, "a condition", faults);
    List<String> named = KINDS.stream().filter(form::has).toList();
    if (named.size() != 1) {
      String fix = named.isEmpty() ? firstKey(form) : "write one condition an item of the list";
      form.fault(
          "PRB-N016",
          named.isEmpty() ? "this names no kind of condition" : "this names two kinds of condition",
          fix,
          node.where());
      return Optional.empty();
    }
    Optional<Condition> read = kind(named.getFirst(), form);
    form.done();
    return read;
  }

  private static String firstKey(Form form) {
    return form.node().fields().keySet().stream()
        .findFirst()
        .map(k -> Nearest.fix(k, KINDS))
        .orElse("use one of " + String.join(", ", KINDS));
  }

  private Optional<Condition> kind(String kind, Form form) {
    return switch (kind) {
      case "consent" -> Optional.of(consent(form));
      case "choice" -> Optional.of(choice(form));
      case "notice" -> Optional.of(new Condition.Notice(word(form, "notice")));
      case "relation" -> Optional.of(new Condition.Relation(word(form, "relation")));
      case "evidence" ->
          Optional.of(
              new Condition.Evidence(
                  Set.copyOf(words.checked(form, "evidence", "evidence")), covers(form)));
      case "region" -> form.form("region", "a region condition").map(this::region);
      case "age" -> form.form("age", "an age condition").flatMap(this::age);
      case "role" -> Optional.of(new Condition.Role(word(form, "role")));
      case "state" -> Optional.of(new Condition.State(word(form, "state")));
      default -> form.oneOf("channel", ChannelLevel.class).map(Condition.Channel::new);
    };
  }

  private Condition consent(Form form) {
    String id = form.required("consent");
    if (!id.equals(Condition.Consent.ANY)) words.check("consent", id, form.where("consent"));
    ConsentLevel level = form.oneOf("level", ConsentLevel.class).orElse(null);
    boolean withdrawn = form.text("is").isPresent();
    if (withdrawn && !form.text("is", "").equals("withdrawn")) {
      form.fault(
          "PRB-N014",
          "a consent can only be asked to be `withdrawn`",
          "write `is: withdrawn`, or name a level",
          form.where("is"));
    }
    return new Condition.Consent(id, level, covers(form), withdrawn);
  }

  private Condition choice(Form form) {
    Set<String> ids = Set.copyOf(words.checked(form, "choice", "choice"));
    Set<String> is = Set.copyOf(form.words("is"));
    Set<Tie> covers = covers(form);
    if (is.isEmpty() && covers.isEmpty()) {
      form.fault(
          "PRB-N011",
          "a choice condition needs `is` or `covers`",
          "write `is: \"on\"`, or `covers: [mode]`",
          form.where());
    }
    return new Condition.Choice(ids, is, covers);
  }

  private Condition region(Form form) {
    Whose of = form.oneOf("of", Whose.class).orElse(Whose.SUBJECT);
    Set<String> in = Set.copyOf(words.checked(form, "in", "region"));
    if (in.isEmpty()) form.required("in");
    form.done();
    return new Condition.Region(of, in);
  }

  private Optional<Condition> age(Form form) {
    Whose of = form.oneOf("of", Whose.class).orElse(Whose.SUBJECT);
    boolean below = form.has("below");
    boolean knowing = form.flag("knowing");
    String key = below ? "below" : "at-least";
    Optional<Integer> bound = years(form, key);
    if (below && form.has("at-least"))
      form.fault(
          "PRB-N016",
          "an age is below one bound or at least another, not both",
          "write two conditions",
          form.where());
    if (knowing && !below)
      form.fault(
          "PRB-N016",
          "`knowing` belongs to `below`: an unknown age is then not below",
          "remove `knowing`",
          form.where("knowing"));
    form.done();
    return bound.map(years -> new Condition.Age(of, below, years, knowing));
  }

  private static Optional<Integer> years(Form form, String key) {
    String text = form.required(key);
    if (text.matches("\\d{1,3}")) return Optional.of(Integer.valueOf(text));
    if (!text.isEmpty())
      form.fault(
          "PRB-N014",
          "`" + text + "` is not an age in years",
          "write a number such as 16",
          form.where(key));
    return Optional.empty();
  }

  private String word(Form form, String kind) {
    return words.check(kind, form.required(kind), form.where(kind));
  }

  private Set<Tie> covers(Form form) {
    Set<Tie> ties = EnumSet.noneOf(Tie.class);
    for (Node node : form.oneOrMany("covers")) {
      if (node instanceof Node.Text text)
        Form.constant(text.value(), Tie.class, text.where(), faults).ifPresent(ties::add);
    }
    return Set.copyOf(ties);
  }
}
