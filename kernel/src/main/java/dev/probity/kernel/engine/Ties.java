// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.engine;

import dev.probity.kernel.clause.Tie;
import java.util.Set;

/**
 * What a condition wants its records tied to, read in the trees of one pack. Immutable; a check is
 * one load a tie, and a comparison of words only where the packs do not know the word asked.
 */
final class Ties {
  final Tie[] ties;
  private final Words words;
  final Trees trees;

  Ties(Set<Tie> ties, Words words, Trees trees) {
    this.ties = ties.stream().sorted().toArray(Tie[]::new);
    this.words = words;
    this.trees = trees;
  }

  /** Whether the value is what the question asks for, or stands above it. */
  boolean holds(Tie tie, int symbol, String value, Asking question) {
    return switch (tie) {
      case PURPOSE, DATA -> within(Space.of(tie), symbol, value, value.length(), question);
      case RECIPIENT -> recipient(symbol, value, question);
      case SUBJECT -> value.equals(question.subject);
      case MODE -> value.equals(question.mode);
    };
  }

  /** {@code partner} covers every partner, {@code partner/acme} only that one. */
  private boolean recipient(int symbol, String value, Asking question) {
    int slash = value.indexOf('/');
    if (slash < 0) return within(Space.RECIPIENT, symbol, value, value.length(), question);
    return value.equals(question.party)
        && within(Space.RECIPIENT, words.symbol(value, slash), value, slash, question);
  }

  private boolean within(Space space, int symbol, String value, int end, Asking question) {
    int asked = question.value[space.ordinal()];
    if (asked == words.left(space)) return false;
    if (asked == words.other(space)) {
      String word = question.word[space.ordinal()];
      return end > 0 && word.length() == end && value.startsWith(word);
    }
    int above = words.index(space, symbol);
    return above != Words.NONE && trees.of(space).within(asked, above);
  }
}
