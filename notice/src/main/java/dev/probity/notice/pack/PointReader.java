// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.pack;

import dev.probity.kernel.clause.Clause;
import dev.probity.kernel.clause.Condition;
import dev.probity.kernel.clause.Match;
import dev.probity.kernel.clause.PointRule;
import dev.probity.kernel.clause.Terms;
import dev.probity.kernel.fault.Fault;
import dev.probity.kernel.term.Dimension;
import dev.probity.notice.yaml.Form;
import dev.probity.notice.yaml.Node;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code points}: each is a permit to collect its fields there, cited by whatever it keeps. A
 * field may name the entries it keeps itself, and the choice whose question it answers. One thread.
 */
final class PointReader {
  private static final List<String> NEEDS = List.of("required", "optional");

  private final Words words;
  private final MatchReader matches;
  private final ConditionReader conditions;
  private final List<Fault> faults;
  private final Map<String, PointRule> rules = new HashMap<>();
  private final List<Clause> clauses = new ArrayList<>();

  PointReader(Words words) {
    this.words = words;
    this.matches = new MatchReader(words);
    this.conditions = new ConditionReader(words);
    this.faults = words.faults();
  }

  Map<String, PointRule> rules() {
    return rules;
  }

  List<Clause> clauses() {
    return clauses;
  }

  void read(String name, Node node) {
    Form form = Form.of(node, "the point `" + name + "`", faults);
    List<String> keeps = form.words("keeps");
    Map<String, Set<String>> fieldsOf = fields(form, keeps);
    Map<Dimension, Terms> terms = new EnumMap<>(Dimension.class);
    terms.put(Dimension.ACTION, Terms.of("collect"));
    terms.put(Dimension.POINT, Terms.of(name));
    for (Dimension d : List.of(Dimension.PURPOSE, Dimension.SOURCE, Dimension.TECHNOLOGY)) {
      matches.terms(form, MatchReader.key(d), d).ifPresent(t -> terms.put(d, t));
    }
    rules.put(
        name,
        new PointRule(single(terms.get(Dimension.PURPOSE)), single(terms.get(Dimension.SOURCE))));
    List<Condition> when = conditions.list(form, "when");
    form.words("asks").forEach(c -> words.check("consent", c, form.where("asks")));
    form.get("says");
    form.get("confirms");
    form.get("shows");
    form.get("limits");
    form.done();
    fieldsOf.forEach(
        (cite, data) -> {
          Map<Dimension, Terms> own = new EnumMap<>(terms);
          own.put(Dimension.DATA, new Terms(data, false));
          clauses.add(
              new Clause.Permit(
                  cite + "#point:" + name, cite, new Match(own, null), when, List.of()));
        });
  }

  /** The fields each kept entry answers for. */
  private Map<String, Set<String>> fields(Form form, List<String> keeps) {
    Map<String, Set<String>> fieldsOf = new TreeMap<>();
    form.each(
        "fields",
        (data, n) -> {
          words.check("data", data, n.where());
          List<String> own = keeps;
          if (n instanceof Node.Fields fields) {
            Form field = new Form(fields, "the field `" + data + "`", faults);
            need(field.required("need"), field.where("need"));
            List<String> named = field.words("keeps");
            if (!named.isEmpty()) own = named;
            field
                .text("answers")
                .ifPresent(choice -> words.check("choice", choice, field.where("answers")));
            field.done();
          } else if (n instanceof Node.Text text) {
            need(text.value(), text.where());
          }
          own.forEach(cite -> fieldsOf.computeIfAbsent(cite, c -> new TreeSet<>()).add(data));
        });
    return fieldsOf;
  }

  private void need(String need, dev.probity.kernel.fault.Where where) {
    if (NEEDS.contains(need) || need.isEmpty()) return;
    faults.add(
        new Fault(
            "PRB-N014",
            "a field is required or optional, not `" + need + "`",
            "write `required` or `optional`",
            where));
  }

  private static @Nullable String single(@Nullable Terms terms) {
    return Optional.ofNullable(terms)
        .filter(t -> !t.anyBut() && t.listed().size() == 1)
        .map(t -> t.listed().iterator().next())
        .orElse(null);
  }
}
