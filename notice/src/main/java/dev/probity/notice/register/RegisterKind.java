// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.register;

import java.util.Map;

/**
 * A kind of document. Immutable.
 *
 * @param cited whether it counts only for who names its number
 * @param serves what recipients of the pack may {@code needs}; empty for nothing
 * @param elements in the order in which a person reads them
 */
public record RegisterKind(
    String name,
    Map<String, String> labels,
    String law,
    About about,
    boolean cited,
    String serves,
    Counting counts,
    Map<String, Element> elements) {
  /** Whom it is about. */
  public enum About {
    PERSON,
    CONTROLLER,
    EITHER
  }
}
