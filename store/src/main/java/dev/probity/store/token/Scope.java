// SPDX-License-Identifier: Apache-2.0
package dev.probity.store.token;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a token lets a service do. */
public enum Scope {
  DECIDE,
  VIEW,
  EXPLAIN,
  /** Makes people known and records what is found of them. */
  RECORD,
  /** Reads back what is held of a person. */
  READ,
  /** Hands over what people give, at the pack's collection points. */
  COLLECT,
  /** Gives out and records that. */
  DISCLOSE,
  /** Writes to people. */
  MAIL,
  /** Erases people. */
  ERASE,
  /** Reads the log. */
  AUDIT;

  /** As it is written in settings and in the database. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Scope> of(String word) {
    return Stream.of(values()).filter(scope -> scope.word().equals(word)).findFirst();
  }
}
