// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.scenario;

import dev.probity.kernel.decide.Effect;
import dev.probity.kernel.fault.Fault;
import dev.probity.notice.yaml.Form;
import dev.probity.notice.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads {@code expect}. One thread. */
final class ExpectReader {
  private final List<Fault> faults;

  ExpectReader(List<Fault> faults) {
    this.faults = faults;
  }

  Expect read(Node node) {
    if (node instanceof Node.Text text)
      return effect(text).map(e -> Expect.effect(e, List.of())).orElse(Expect.NOTHING);
    Form form = Form.of(node, "`expect`", faults);
    for (Effect effect : Effect.values()) {
      if (form.has(effect.name())) {
        Expect expect = Expect.effect(effect, form.words(effect.name()));
        form.done();
        return expect;
      }
    }
    if (form.has("not")) {
      if (!form.required("not").equals("PERMIT"))
        form.fault(
            "PRB-N014", "only `{not: PERMIT}` can be said", "name the effect", form.where("not"));
      form.done();
      return Expect.anythingButPermit();
    }
    return whole(form);
  }

  private Expect whole(Form form) {
    Expect expect =
        new Expect(
            form.get("effect").flatMap(this::effect),
            false,
            form.words("because"),
            acts(form),
            remedies(form),
            words(form, "almost"),
            elements(form),
            words(form, "shown"),
            form.texts("withheld"));
    form.done();
    return expect;
  }

  private Optional<Effect> effect(Node node) {
    if (node instanceof Node.Text text)
      return Form.constant(text.value(), Effect.class, text.where(), faults);
    return Optional.empty();
  }

  private static Optional<List<String>> words(Form form, String key) {
    return form.has(key)
        ? Optional.of(form.words(key).stream().sorted().toList())
        : Optional.empty();
  }

  private Map<String, Effect> elements(Form form) {
    Map<String, Effect> elements = new TreeMap<>();
    form.each("elements", (element, n) -> effect(n).ifPresent(e -> elements.put(element, e)));
    return elements;
  }

  private static Optional<List<List<String>>> remedies(Form form) {
    if (!form.has("remedies")) return Optional.empty();
    List<List<String>> remedies = new ArrayList<>();
    for (Node node : form.list("remedies")) {
      List<String> together = new ArrayList<>();
      List<Node> parts = node instanceof Node.Items items ? items.items() : List.of(node);
      for (Node part : parts) if (part instanceof Node.Text text) together.add(text.value());
      remedies.add(together.stream().sorted().toList());
    }
    return Optional.of(remedies);
  }

  /**
   * Acts as clauses write them: {@code record}, {@code {tell: recipient}} or {@code
   * tell:recipient}.
   */
  static Optional<List<String>> acts(Form form) {
    if (!form.has("acts")) return Optional.empty();
    List<String> acts = new ArrayList<>();
    for (Node node : form.oneOrMany("acts")) {
      if (node instanceof Node.Text text) acts.add(text.value());
      if (node instanceof Node.Fields fields) {
        fields
            .fields()
            .forEach(
                (verb, object) -> {
                  if (object.value() instanceof Node.Text text) acts.add(verb + ":" + text.value());
                });
      }
    }
    return Optional.of(acts.stream().sorted().toList());
  }
}
