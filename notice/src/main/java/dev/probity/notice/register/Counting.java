// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.register;

import dev.probity.kernel.clause.Tie;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * When a document counts, for what, and as what: names of its elements. Immutable; a name is empty
 * where the kind has no such element.
 *
 * @param from since when
 * @param until until when; the earliest counts
 * @param windows times of day in which it counts
 * @param to who must be asked about for it to count
 * @param destination where data must go for it to count
 * @param actor who must be acting for it to count
 * @param covers what it is tied to
 */
public record Counting(
    String from,
    List<String> until,
    String windows,
    String to,
    String destination,
    String actor,
    @Nullable Growing grows,
    Map<Tie, String> covers,
    List<As> as) {
  /**
   * What ends with an age.
   *
   * @param born the element with the date of birth
   * @param age the element with the age
   * @param otherwise where no age is stated
   */
  public record Growing(String born, String age, int otherwise) {}

  /** What it counts as. All kinds are immutable. */
  public sealed interface As {
    /** A consent, by the element that names it, of this level; of any name where that is empty. */
    record Consent(String element, String level) implements As {}

    /** Evidence of one kind, or of that which an element names. */
    record Evidence(String kind, String element) implements As {}

    /** The relation that an element's value gives. */
    record Relation(String element) implements As {}

    record State(String state) implements As {}

    /** A choice, by the elements that name it and its value. */
    record Choice(String element, String value) implements As {}
  }
}
