// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.register;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a document of some kind has to say, and which law says so. Immutable.
 *
 * @param of the section whose words it holds; empty for other types
 * @param under the term that these words stand under; empty for any
 * @param not words that have a kind of document of their own
 * @param needed whether it must be there
 * @param either of the elements with the same word here one is enough; empty where it stands alone
 * @param where the values of other elements that make it needed
 * @param values of a closed list
 * @param most how many words, or how many years
 * @param from of choices, who makes them; empty for anybody
 */
public record Element(
    String name,
    Type type,
    String of,
    String under,
    Set<String> not,
    boolean needed,
    String either,
    Map<String, Set<String>> where,
    Map<String, Value> values,
    int most,
    String from,
    String cite,
    Map<String, String> labels) {
  /** What it is written as. */
  public enum Type {
    TEXT,
    FLAG,
    DATE,
    WORDS,
    ONE_OF,
    PERSON,
    WINDOWS,
    YEARS
  }

  /**
   * One of a closed list.
   *
   * @param gives the term it counts as; empty for none
   * @param none whether a document that says this is none that the law accepts
   * @param grows whether it ends when a child is grown
   */
  public record Value(
      String gives,
      @Nullable Instant from,
      @Nullable Instant until,
      boolean none,
      boolean grows,
      String cite) {}

  /** Whether it is needed beside these values. */
  boolean neededBeside(Map<String, List<String>> values) {
    if (where.isEmpty()) return needed;
    return where.entrySet().stream()
        .allMatch(
            w ->
                values.getOrDefault(w.getKey(), List.of()).stream()
                    .anyMatch(w.getValue()::contains));
  }
}
