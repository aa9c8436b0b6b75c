// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.question;

import dev.probity.kernel.clause.Tie;
import dev.probity.kernel.term.DataClass;
import dev.probity.kernel.term.Dimension;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is asked: may this be done with these data elements? Immutable.
 *
 * @param terms purpose, recipient, point, source and technology as far as stated; what is left out
 *     means "any", except technology, which then is {@code none}
 * @param dataClass raises the class of every element, where stated
 * @param joined the elements are brought together: each takes the highest class among them
 * @param ties mode, subject and the recipient party by name; read only by {@code covers}
 * @param at when the event happens: chooses the version and what is valid
 * @param pinned the version the datum was collected under, where it is known
 */
public record Question(
    String action,
    List<String> data,
    Map<Dimension, String> terms,
    @Nullable DataClass dataClass,
    boolean joined,
    Map<Tie, String> ties,
    Instant at,
    @Nullable String pinned,
    Facts facts) {
  /** The technology of what uses none. */
  public static final String NO_TECHNOLOGY = "none";

  public Question {
    if (data.isEmpty()) throw new IllegalArgumentException("a question names at least one element");
    data = List.copyOf(data);
    terms = Map.copyOf(terms);
    ties = Map.copyOf(ties);
  }

  public static Question of(String action, List<String> data, Instant at, Facts facts) {
    return new Question(action, data, Map.of(), null, false, Map.of(), at, null, facts);
  }

  public Question with(Dimension dimension, String term) {
    return withTerms(plus(terms, dimension, term));
  }

  public Question withTerms(Map<Dimension, String> stated) {
    return new Question(action, data, stated, dataClass, joined, ties, at, pinned, facts);
  }

  public Question withData(List<String> elements) {
    return new Question(action, elements, terms, dataClass, joined, ties, at, pinned, facts);
  }

  public Question withClass(DataClass raised) {
    return new Question(action, data, terms, raised, joined, ties, at, pinned, facts);
  }

  public Question withJoined(boolean together) {
    return new Question(action, data, terms, dataClass, together, ties, at, pinned, facts);
  }

  public Question with(Tie tie, String value) {
    return new Question(
        action, data, terms, dataClass, joined, plus(ties, tie, value), at, pinned, facts);
  }

  public Question withPinned(String version) {
    return new Question(action, data, terms, dataClass, joined, ties, at, version, facts);
  }

  public Question withFacts(Facts known) {
    return new Question(action, data, terms, dataClass, joined, ties, at, pinned, known);
  }

  public Question withAt(Instant event) {
    return new Question(action, data, terms, dataClass, joined, ties, event, pinned, facts);
  }

  public Optional<String> term(Dimension dimension) {
    return Optional.ofNullable(terms.get(dimension));
  }

  private static <K extends Enum<K>> Map<K, String> plus(Map<K, String> map, K key, String value) {
    Map<K, String> more = new EnumMap<>(key.getDeclaringClass());
    more.putAll(map);
    more.put(key, value);
    return more;
  }
}
