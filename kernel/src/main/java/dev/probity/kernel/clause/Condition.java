// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.clause;

import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One typed predicate over facts. The set is closed so that a pack is finitely analysable; the
 * truth table of each kind is in {@code docs/language.md}. All kinds are immutable.
 */
public sealed interface Condition {
  /** A record of at least this level stands; no level means the one its consent declares. */
  record Consent(String id, @Nullable ConsentLevel level, Set<Tie> covers, boolean withdrawn)
      implements Condition {
    /** The id that stands for any consent record at all. */
    public static final String ANY = "purpose";
  }

  record Choice(Set<String> ids, Set<String> is, Set<Tie> covers) implements Condition {}

  record Notice(String what) implements Condition {}

  record Relation(String kind) implements Condition {}

  record Evidence(Set<String> kinds, Set<Tie> covers) implements Condition {}

  record Region(Whose of, Set<String> in) implements Condition {}

  /** {@code below} the bound, or at least the bound. */
  record Age(Whose of, boolean below, int bound, boolean knowing) implements Condition {}

  record Role(String kind) implements Condition {}

  record State(String kind) implements Condition {}

  record Channel(ChannelLevel atLeast) implements Condition {}

  /** Whether the person, the company or a document can still make it true. */
  default boolean changeable() {
    return !(this instanceof Region || this instanceof Age || this instanceof Role);
  }

  /**
   * The condition in a few words, the same for the same condition: {@code consent:mail>=opt-in}.
   */
  default String text() {
    return switch (this) {
      case Consent c ->
          "consent:"
              + c.id
              + (c.withdrawn ? "=withdrawn" : c.level == null ? "" : ">=" + c.level.word())
              + ties(c.covers);
      case Choice c ->
          "choice:" + list(c.ids) + (c.is.isEmpty() ? "" : "=" + list(c.is)) + ties(c.covers);
      case Notice c -> "notice:" + c.what;
      case Relation c -> "relation:" + c.kind;
      case Evidence c -> "evidence:" + list(c.kinds) + ties(c.covers);
      case Region c -> "region:" + c.of.word() + " in " + list(c.in);
      case Age c ->
          "age:" + c.of.word() + (c.below ? "<" : ">=") + c.bound + (c.knowing ? " knowing" : "");
      case Role c -> "role:" + c.kind;
      case State c -> "state:" + c.kind;
      case Channel c -> "channel:" + c.atLeast.name().toLowerCase(java.util.Locale.ROOT);
    };
  }

  private static String list(Set<String> words) {
    return String.join("|", new TreeSet<>(words));
  }

  private static String ties(Set<Tie> ties) {
    if (ties.isEmpty()) return "";
    return " for this "
        + String.join(
            "+",
            new TreeSet<>(ties)
                .stream().map(t -> t.name().toLowerCase(java.util.Locale.ROOT)).toList());
  }
}
