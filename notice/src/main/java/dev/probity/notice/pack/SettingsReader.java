// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.pack;

import dev.probity.kernel.clause.ChoiceRule;
import dev.probity.kernel.clause.ConsentLevel;
import dev.probity.kernel.clause.ConsentRule;
import dev.probity.kernel.fault.Fault;
import dev.probity.notice.yaml.Form;
import dev.probity.notice.yaml.Node;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads {@code consents} and {@code choices}. One thread. */
final class SettingsReader {
  private static final List<String> SOURCES =
      List.of("header", "page", "device", "mail", "operator", "app", "letter");
  private static final List<String> OUTCOMES = List.of("none", "not-stated", "honoured");

  private final Words words;
  private final List<Fault> faults;

  SettingsReader(Words words) {
    this.words = words;
    this.faults = words.faults();
  }

  ConsentRule consent(String id, Node node) {
    Form form = Form.of(node, "the consent `" + id + "`", faults);
    ConsentLevel level = form.oneOf("level", ConsentLevel.class).orElse(ConsentLevel.OPT_IN);
    Map<String, ConsentLevel> regime = new HashMap<>();
    form.each(
        "regime",
        (place, n) -> {
          if (!(n instanceof Node.Text text)) return;
          int slash = place.indexOf('/');
          String region = slash < 0 ? place : place.substring(0, slash);
          if (!place.equals(ConsentRule.DEFAULT)) words.check("region", region, n.where());
          Form.constant(text.value(), ConsentLevel.class, n.where(), faults)
              .ifPresent(l -> regime.put(place, l));
        });
    for (String known : List.of("keeps", "asks", "withdraw", "covers", "says", "title"))
      form.get(known);
    form.done();
    return new ConsentRule(level, regime);
  }

  ChoiceRule choice(String id, Node node) {
    Form form = Form.of(node, "the choice `" + id + "`", faults);
    List<String> from = form.words("from");
    if (from.isEmpty()) form.required("from");
    for (String source : from) oneOf(source, SOURCES, form, "from");
    form.text("effect").ifPresent(effect -> oneOf(effect, OUTCOMES, form, "effect"));
    Set<String> byDefault = Set.copyOf(form.words("default"));
    List<String> values = form.words("values");
    for (String value : byDefault) if (!values.isEmpty()) oneOf(value, values, form, "default");
    form.each(
        "answers",
        (value, n) -> {
          oneOf(value, values, form, "answers");
          Form answer = Form.of(n, "the answer `" + value + "`", faults);
          if (!answer.has("says")) answer.required("says");
          answer.get("says");
          answer
              .text("region")
              .ifPresent(region -> words.check("region", region, answer.where("region")));
          answer.done();
        });
    for (String known : List.of("keeps", "keyed-to", "says", "asks", "title")) form.get(known);
    form.done();
    return new ChoiceRule(byDefault, from.contains("operator"));
  }

  private static void oneOf(String word, List<String> known, Form form, String key) {
    if (known.contains(word) || word.isEmpty()) return;
    form.fault(
        "PRB-N014",
        "`" + word + "` is none of " + String.join(", ", known),
        dev.probity.notice.yaml.Nearest.fix(word, known),
        form.where(key));
  }
}
