// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.register;

import dev.probity.kernel.clause.Tie;
import dev.probity.kernel.fault.Fault;
import dev.probity.notice.pack.Moments;
import dev.probity.notice.yaml.Form;
import dev.probity.notice.yaml.Node;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads one kind of document. One thread. */
record KindReader(String name, List<Fault> faults) {
  private static final int MANY = 200;

  RegisterKind read(Node node) {
    Form form = Form.of(node, "the register `" + name + "`", faults);
    Map<String, Element> elements = new LinkedHashMap<>();
    form.each("elements", (element, e) -> elements.put(element, element(element, e)));
    RegisterKind kind =
        new RegisterKind(
            name,
            labels(form),
            form.required("law"),
            form.oneOf("about", RegisterKind.About.class).orElse(RegisterKind.About.PERSON),
            form.flag("cited"),
            form.text("serves", ""),
            counting(form.form("counts", "`counts`").orElse(form), elements),
            elements);
    form.done();
    return kind;
  }

  private static Map<String, String> labels(Form form) {
    return new TreeMap<>(Map.of("en", form.required("en"), "sv", form.required("sv")));
  }

  private Element element(String element, Node node) {
    Form form = Form.of(node, "the element `" + element + "`", faults);
    Map<String, Element.Value> values = new LinkedHashMap<>();
    form.each("values", (value, v) -> values.put(value, value(value, v)));
    Map<String, Set<String>> where = new TreeMap<>();
    form.form("where", "`where`")
        .ifPresent(w -> w.each((other, v) -> where.put(other, Set.copyOf(w.words(other)))));
    Element read =
        new Element(
            element,
            form.oneOf("type", Element.Type.class).orElse(Element.Type.TEXT),
            form.text("of", ""),
            form.text("under", ""),
            Set.copyOf(form.words("not")),
            !form.text("needed", "true").equals("false"),
            form.text("either", ""),
            where,
            values,
            form.text("most").map(Integer::valueOf).orElse(MANY),
            form.text("from", ""),
            form.required("cite"),
            labels(form));
    form.done();
    return read;
  }

  private Element.Value value(String value, Node node) {
    Form form = Form.of(node, "the value `" + value + "`", faults);
    Element.Value read =
        new Element.Value(
            form.text("gives", ""),
            instant(form, "from"),
            instant(form, "until"),
            form.flag("void"),
            form.flag("grows"),
            form.text("cite", ""));
    form.done();
    return read;
  }

  private @Nullable Instant instant(Form form, String key) {
    return form.text(key).flatMap(t -> Moments.instant(t, form.where(key), faults)).orElse(null);
  }

  private Counting counting(Form form, Map<String, Element> elements) {
    Map<Tie, String> covers = new EnumMap<>(Tie.class);
    form.texts("covers")
        .forEach(
            (tie, element) ->
                Form.constant(tie, Tie.class, form.where("covers"), faults)
                    .ifPresent(t -> covers.put(t, known(element, elements, form))));
    List<Counting.As> as = new ArrayList<>();
    for (Node node : form.list("as")) as.add(as(node, elements));
    List<String> until = form.words("until");
    until.forEach(element -> known(element, elements, form));
    Counting counting =
        new Counting(
            known(form.text("from", ""), elements, form),
            until,
            known(form.text("windows", ""), elements, form),
            known(form.text("to", ""), elements, form),
            known(form.text("destination", ""), elements, form),
            known(form.text("actor", ""), elements, form),
            form.form("grows", "`grows`").map(g -> growing(g, elements)).orElse(null),
            covers,
            as);
    form.done();
    return counting;
  }

  private Counting.Growing growing(Form form, Map<String, Element> elements) {
    Counting.Growing growing =
        new Counting.Growing(
            known(form.required("born"), elements, form),
            known(form.required("age"), elements, form),
            Integer.parseInt(form.text("otherwise", "18")));
    form.done();
    return growing;
  }

  private Counting.As as(Node node, Map<String, Element> elements) {
    Form form = Form.of(node, "what it counts as", faults);
    Counting.As as;
    if (form.has("consent"))
      as = new Counting.As.Consent(element("consent", form, elements), form.required("level"));
    else if (form.has("relation"))
      as = new Counting.As.Relation(element("relation", form, elements));
    else if (form.has("state")) as = new Counting.As.State(form.required("state"));
    else if (form.has("choice"))
      as =
          new Counting.As.Choice(
              element("choice", form, elements), known(form.required("value"), elements, form));
    else if (form.get("evidence").orElse(null) instanceof Node.Text kind)
      as = new Counting.As.Evidence(kind.value(), "");
    else as = new Counting.As.Evidence("", element("evidence", form, elements));
    form.done();
    return as;
  }

  private String element(String key, Form form, Map<String, Element> elements) {
    String element = form.form(key, "`" + key + "`").map(f -> f.required("element")).orElse("");
    return known(element, elements, form);
  }

  private String known(String element, Map<String, Element> elements, Form form) {
    if (!element.isEmpty() && !elements.containsKey(element))
      form.fault(
          "PRB-N013", "there is no element `" + element + "`", "name one of its elements", null);
    return element;
  }
}
