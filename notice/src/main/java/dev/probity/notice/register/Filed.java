// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.register;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A document as it stands in a register. Immutable; says nothing of itself.
 *
 * @param number what it is called there
 * @param values of its elements, by name
 * @param ended when somebody ended or revoked it
 */
public record Filed(
    RegisterKind kind,
    String number,
    Map<String, List<String>> values,
    List<Window> windows,
    @Nullable Instant ended) {
  public Filed {
    values = Map.copyOf(values);
    windows = List.copyOf(windows);
  }

  /** A time in which something is so; the end is outside. */
  public record Window(Instant from, Instant until) {
    boolean has(Instant at) {
      return !at.isBefore(from) && at.isBefore(until);
    }
  }

  List<String> all(String element) {
    return values.getOrDefault(element, List.of());
  }

  /** Its one value, or an empty text. */
  public String one(String element) {
    List<String> all = all(element);
    return all.isEmpty() ? "" : all.getFirst();
  }

  @Override
  public String toString() {
    return "a document of the kind " + kind.name();
  }
}
