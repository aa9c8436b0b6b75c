// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.engine;

/**
 * A word looked up once, for use many times. It belongs to the engine that gave it and is refused
 * by any other, so that a notice loaded anew is never asked with the numbers of the old one. A word
 * that no pack knows has a handle too: it stands alone, as it does by name. Immutable.
 */
public final class Handle {
  final Words words;
  final Space space;

  /** The index in its space; of a region, its place. */
  final int index;

  final int symbol;
  final String word;

  Handle(Words words, Space space, int index, String word) {
    this.words = words;
    this.space = space;
    this.index = index;
    this.symbol = words.symbol(word);
    this.word = word;
  }

  Handle in(Space wanted, Words engine) {
    if (words != engine || space != wanted) {
      throw new IllegalArgumentException(
          "\"" + word + "\" was looked up for another use or by another engine");
    }
    return this;
  }

  @Override
  public String toString() {
    return word;
  }
}
