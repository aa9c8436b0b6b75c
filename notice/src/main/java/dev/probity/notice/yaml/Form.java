// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.yaml;

import dev.probity.kernel.fault.Fault;
import dev.probity.kernel.fault.Where;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A map of fields being read: hands out the fields it is asked for, and complains of wrong shapes,
 * of missing fields and, when {@link #done} is called, of those nobody asked for. One thread.
 */
public final class Form {
  private final Node.Fields node;
  private final String what;
  private final List<Fault> faults;
  private final Set<String> asked = new HashSet<>();

  /**
   * @param what what is being read, for a person: "a clause"
   */
  public Form(Node.Fields node, String what, List<Fault> faults) {
    this.node = node;
    this.what = what;
    this.faults = faults;
  }

  /**
   * The node as a form; an empty one with a fault where it is no map, of which nothing more is
   * said.
   */
  public static Form of(Node node, String what, List<Fault> faults) {
    if (node instanceof Node.Fields fields) return new Form(fields, what, faults);
    faults.add(wrong(node, what, "a map of fields"));
    return new Form(new Node.Fields(Map.of(), node.where()), what, new ArrayList<>());
  }

  public Where where() {
    return node.where();
  }

  public Node.Fields node() {
    return node;
  }

  public List<Fault> faults() {
    return faults;
  }

  public boolean has(String key) {
    asked.add(key);
    return node.fields().containsKey(key);
  }

  public Optional<Node> get(String key) {
    asked.add(key);
    return Optional.ofNullable(node.fields().get(key)).map(Node.Field::value);
  }

  /** Where a field stands, or the whole form where it is missing. */
  public Where where(String key) {
    Node.Field field = node.fields().get(key);
    return field == null ? node.where() : field.value().where();
  }

  public Optional<String> text(String key) {
    return get(key).flatMap(value -> text(value, what + "'s `" + key + "`"));
  }

  public String text(String key, String otherwise) {
    return text(key).orElse(otherwise);
  }

  /** A text that must be there; empty with a fault where it is not. */
  public String required(String key) {
    if (!has(key)) {
      fault("PRB-N011", what + " needs `" + key + "`", "add `" + key + ": ...`", node.where());
      return "";
    }
    return text(key, "");
  }

  /** One word or a list of words. */
  public List<String> words(String key) {
    List<String> words = new ArrayList<>();
    for (Node item : oneOrMany(key)) text(item, what + "'s `" + key + "`").ifPresent(words::add);
    return words;
  }

  /** One node or the nodes of a list. */
  public List<Node> oneOrMany(String key) {
    return get(key)
        .map(n -> n instanceof Node.Items items ? items.items() : List.of(n))
        .orElse(List.of());
  }

  /** A list that may be missing. */
  public List<Node> list(String key) {
    Optional<Node> value = get(key);
    if (value.isEmpty()) return List.of();
    if (value.get() instanceof Node.Items items) return items.items();
    faults.add(wrong(value.get(), what + "'s `" + key + "`", "a list"));
    return List.of();
  }

  public Optional<Form> form(String key, String name) {
    return get(key).map(n -> of(n, name, faults));
  }

  /** Each named field of a map, or nothing. */
  public void each(String key, BiConsumer<String, Node> use) {
    form(key, what + "'s `" + key + "`").ifPresent(f -> f.each(use));
  }

  public void each(BiConsumer<String, Node> use) {
    node.fields()
        .forEach(
            (name, field) -> {
              asked.add(name);
              use.accept(name, field.value());
            });
  }

  public Map<String, String> texts(String key) {
    Map<String, String> texts = new LinkedHashMap<>();
    each(key, (name, n) -> text(n, "`" + name + "`").ifPresent(t -> texts.put(name, t)));
    return texts;
  }

  public boolean flag(String key) {
    Optional<String> value = text(key);
    value
        .filter(v -> !v.equals("true") && !v.equals("false"))
        .ifPresent(
            v ->
                fault(
                    "PRB-N014",
                    "`" + key + "` is true or false, not `" + v + "`",
                    "write `" + key + ": true`, or leave it out",
                    where(key)));
    return value.equals(Optional.of("true"));
  }

  /** One of an enum's constants, written in lower case with hyphens. */
  public <E extends Enum<E>> Optional<E> oneOf(String key, Class<E> type) {
    return text(key).flatMap(word -> constant(word, type, where(key), faults));
  }

  public static <E extends Enum<E>> Optional<E> constant(
      String word, Class<E> type, Where where, List<Fault> faults) {
    List<String> known = new ArrayList<>();
    for (E constant : type.getEnumConstants()) {
      String written = constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
      if (written.equals(word) || constant.name().equals(word)) return Optional.of(constant);
      known.add(written);
    }
    faults.add(
        new Fault(
            "PRB-N014",
            "`" + word + "` is none of " + String.join(", ", known),
            Nearest.fix(word, known),
            where));
    return Optional.empty();
  }

  /** Complains of fields nobody asked for. */
  public void done() {
    node.fields()
        .forEach(
            (name, field) -> {
              if (!asked.contains(name)) unknown(name, field.key(), asked);
            });
  }

  private void unknown(String name, Where where, Collection<String> known) {
    fault("PRB-N010", what + " has no field `" + name + "`", Nearest.fix(name, known), where);
  }

  private Optional<String> text(Node value, String name) {
    if (value instanceof Node.Text text && !(text.plain() && text.value().isEmpty()))
      return Optional.of(text.value());
    faults.add(wrong(value, name, "a single value"));
    return Optional.empty();
  }

  private static Fault wrong(Node value, String name, String wanted) {
    boolean empty = value instanceof Node.Text text && text.plain() && text.value().isEmpty();
    return new Fault(
        "PRB-N012",
        name + " must be " + wanted + ", not " + (empty ? "empty" : value.kind()),
        "see docs/language.md for its shape",
        value.where());
  }

  public void fault(String code, String sentence, String fix, @Nullable Where where) {
    faults.add(new Fault(code, sentence, fix, where == null ? node.where() : where));
  }
}
