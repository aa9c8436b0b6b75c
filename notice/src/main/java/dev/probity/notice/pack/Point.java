// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.pack;

import dev.probity.kernel.clause.Clause;
import dev.probity.kernel.clause.Condition;
import dev.probity.kernel.clause.PointRule;
import dev.probity.kernel.term.Dimension;
import dev.probity.notice.yaml.Form;
import dev.probity.notice.yaml.Node;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A collection point as its pack declares it. Its fields are all that it takes. Immutable.
 *
 * @param fields elements of the vocabulary in the order written, each with whether it is required
 * @param source who hands the data over, a term; none where the pack leaves it open
 * @param when what must hold before anything is taken there
 * @param asks the consents that are asked for there
 * @param answers the fields that answer the question of a choice, by element
 * @param shows what a person is warned of before she sends it
 * @param confirms what she is told once it is kept
 */
public record Point(
    String name,
    List<String> keeps,
    Map<String, Boolean> fields,
    Optional<String> purpose,
    Optional<String> source,
    List<Condition> when,
    Map<String, Asking> asks,
    Map<String, Choosing> answers,
    Said says,
    Said shows,
    Said confirms) {
  /**
   * A consent as it is asked for.
   *
   * @param asks the sentence
   * @param purposes what is agreed to, where the consent is one to purposes: those of the clauses
   *     that wait for it
   */
  public record Asking(String consent, Said asks, Set<String> purposes) {
    private static Asking of(String consent, PackSource source) {
      Set<String> purposes = new TreeSet<>();
      if (source.covers(consent).contains("purpose"))
        for (Clause clause : source.pack().clauses())
          if (clause
              .conditions()
              .anyMatch(c -> c instanceof Condition.Consent x && x.id().equals(consent)))
            Optional.ofNullable(clause.match().terms().get(Dimension.PURPOSE))
                .filter(terms -> !terms.anyBut())
                .ifPresent(terms -> purposes.addAll(terms.listed()));
      return new Asking(consent, source.asked(consent), Collections.unmodifiableSet(purposes));
    }
  }

  /**
   * A choice as a field asks for it.
   *
   * @param asks the question
   * @param answers what can be answered, by value of the choice, in the order written
   */
  public record Choosing(String choice, Said asks, Map<String, Answer> answers) {
    private static Choosing of(String choice, PackSource source) {
      Map<String, Answer> answers = new LinkedHashMap<>();
      Said asks = new Said(Map.of());
      for (Section section : source.section("choices")) {
        if (!section.name().equals(choice)) continue;
        Form form = new Form(section.node(), "a choice", new ArrayList<>());
        asks = said(form, "asks", source);
        form.each("answers", (value, node) -> answers.put(value, Answer.of(node, source)));
      }
      return new Choosing(choice, asks, unmodifiable(answers));
    }
  }

  /**
   * @param region where somebody is who answers so; none where the answer says nothing of that
   */
  public record Answer(Said says, Optional<String> region) {
    private static Answer of(Node node, PackSource source) {
      Form form = Form.of(node, "an answer", new ArrayList<>());
      return new Answer(said(form, "says", source), form.text("region"));
    }
  }

  /** All points of a pack, by name, in the order written. Read again at each call. */
  public static Map<String, Point> of(PackSource source) {
    Map<String, Point> points = new LinkedHashMap<>();
    for (Section section : source.section("points"))
      points.put(section.name(), of(section, source));
    return points;
  }

  private static Point of(Section section, PackSource source) {
    Form form = new Form(section.node(), "a point", new ArrayList<>());
    Map<String, Boolean> fields = new LinkedHashMap<>();
    form.each("fields", (element, need) -> fields.put(element, required(need)));
    PointRule rule = source.pack().points().getOrDefault(section.name(), new PointRule(null, null));
    Map<String, Asking> asks = new LinkedHashMap<>();
    form.words("asks").forEach(id -> asks.put(id, Asking.of(id, source)));
    Map<String, Choosing> answers = new LinkedHashMap<>();
    form.each(
        "fields",
        (element, need) ->
            answering(need).ifPresent(choice -> answers.put(element, Choosing.of(choice, source))));
    return new Point(
        section.name(),
        section.keeps(),
        unmodifiable(fields),
        Optional.ofNullable(rule.purpose()),
        Optional.ofNullable(rule.source()),
        when(section.name(), source),
        unmodifiable(asks),
        unmodifiable(answers),
        said(form, "says", source),
        said(form, "shows", source),
        said(form, "confirms", source));
  }

  private static <V> Map<String, V> unmodifiable(Map<String, V> map) {
    return Collections.unmodifiableMap(map);
  }

  private static boolean required(Node need) {
    return switch (need) {
      case Node.Text text -> text.value().equals("required");
      case Node.Fields fields ->
          fields.fields().get("need") instanceof Node.Field(var key, Node.Text text)
              && text.value().equals("required");
      case Node.Items items -> false;
    };
  }

  private static Optional<String> answering(Node need) {
    return need instanceof Node.Fields fields
            && fields.fields().get("answers") instanceof Node.Field(var key, Node.Text choice)
        ? Optional.of(choice.value())
        : Optional.empty();
  }

  /** The conditions of the permits that the point has become. */
  private static List<Condition> when(String point, PackSource source) {
    Set<Condition> conditions = new LinkedHashSet<>();
    for (Clause clause : source.pack().clauses())
      if (clause.id().endsWith("#point:" + point)) conditions.addAll(clause.when());
    return List.copyOf(conditions);
  }

  /** A name among {@code texts}, or the words themselves. */
  private static Said said(Form form, String key, PackSource source) {
    @Nullable Node node = form.get(key).orElse(null);
    if (node == null) return new Said(Map.of());
    if (node instanceof Node.Text text) {
      Said named = source.text(text.value());
      if (!named.isEmpty()) return named;
    }
    return Said.of(node);
  }

  /** Whether an element is among the fields, or lies below one of them. */
  public boolean takes(String element, PackSource source) {
    return source.pack().vocabulary().tree(Dimension.DATA).withinAny(element, fields.keySet());
  }
}
