// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.pack;

import dev.probity.kernel.clause.Match;
import dev.probity.kernel.clause.Terms;
import dev.probity.kernel.term.DataClass;
import dev.probity.kernel.term.Dimension;
import dev.probity.notice.yaml.Form;
import dev.probity.notice.yaml.Node;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads which questions a clause speaks to. One thread. */
final class MatchReader {
  /** How each dimension is written in a clause, and its section of the vocabulary. */
  static final Map<Dimension, String> KEYS =
      new EnumMap<>(
          Map.of(
              Dimension.DATA,
              "data",
              Dimension.PURPOSE,
              "for",
              Dimension.RECIPIENT,
              "to",
              Dimension.POINT,
              "at",
              Dimension.SOURCE,
              "from",
              Dimension.TECHNOLOGY,
              "by"));

  private final Words words;

  MatchReader(Words words) {
    this.words = words;
  }

  static String key(Dimension dimension) {
    return KEYS.getOrDefault(dimension, section(dimension));
  }

  static String section(Dimension dimension) {
    return dimension.name().toLowerCase(java.util.Locale.ROOT);
  }

  /**
   * The match of a form whose action stands under {@code actionKey}; a missing action means any.
   */
  Match read(Form form, String actionKey) {
    Map<Dimension, Terms> terms = new EnumMap<>(Dimension.class);
    terms(form, actionKey, Dimension.ACTION).ifPresent(t -> terms.put(Dimension.ACTION, t));
    KEYS.forEach(
        (dimension, key) -> terms(form, key, dimension).ifPresent(t -> terms.put(dimension, t)));
    return new Match(terms, form.oneOf("class", DataClass.class).orElse(null));
  }

  Optional<Terms> terms(Form form, String key, Dimension dimension) {
    Optional<Node> node = form.get(key);
    if (node.isEmpty()) return Optional.empty();
    if (node.get() instanceof Node.Fields fields) {
      Form but = new Form(fields, "`" + key + "`", form.faults());
      Set<String> listed = words.checked(but, "any-but", section(dimension));
      if (listed.isEmpty()) but.required("any-but");
      but.done();
      return Optional.of(new Terms(listed, true));
    }
    Set<String> listed = words.checked(form, key, section(dimension));
    if (listed.isEmpty())
      form.fault(
          "PRB-N012",
          "`" + key + "` lists nothing",
          "name at least one word, or remove `" + key + "`",
          form.where(key));
    return Optional.of(new Terms(listed, false));
  }
}
