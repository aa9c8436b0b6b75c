// SPDX-License-Identifier: Apache-2.0
package dev.probity.ledger.entry;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A term, a clause's id or a name of an enumeration: short, without blanks, so that no sentence, no
 * address and no number of a person's fits by accident. Whoever appends takes it from the
 * vocabulary, never from what a person typed. Immutable.
 */
public record Word(String text) implements Comparable<Word> {
  private static final Pattern FORM =
      Pattern.compile("(?=.{1,80}$)[A-Za-z][A-Za-z0-9]*([._-][A-Za-z0-9]+)*");

  public Word {
    if (!FORM.matcher(text).matches()) throw new IllegalArgumentException("not a word");
  }

  /** Nothing, unless the text is a word. */
  public static Optional<Word> of(String text) {
    return FORM.matcher(text).matches() ? Optional.of(new Word(text)) : Optional.empty();
  }

  @Override
  public int compareTo(Word other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
