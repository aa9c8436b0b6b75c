// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.engine;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All words of a set of packs: each has one symbol, and a dense index in every space it is used in.
 * Immutable; looking a word up costs one hash of it and allocates nothing.
 */
final class Words {
  /** A word, or a use of it, that no pack knows. */
  static final int NONE = -1;

  private final @Nullable String[] slots;
  private final int[] symbols;
  private final int[][] indices;
  private final List<List<String>> spaces;

  /**
   * @param symbolOf numbered from 0 without gaps
   * @param spaces the words of each space, in order of their index
   */
  Words(Map<String, Integer> symbolOf, List<List<String>> spaces) {
    int capacity = Integer.highestOneBit(Math.max(symbolOf.size(), 4)) * 4;
    this.slots = new @Nullable String[capacity];
    this.symbols = new int[capacity];
    this.spaces = spaces;
    symbolOf.forEach(this::put);
    this.indices = new int[spaces.size()][symbolOf.size()];
    for (int s = 0; s < indices.length; s++) {
      java.util.Arrays.fill(indices[s], NONE);
      List<String> words = spaces.get(s);
      for (int i = 0; i < words.size(); i++) indices[s][symbol(words.get(i))] = i;
    }
  }

  private void put(String word, int symbol) {
    int at = slot(word.hashCode());
    while (slots[at] != null) at = at + 1 & slots.length - 1;
    slots[at] = word;
    symbols[at] = symbol;
  }

  private int slot(int hash) {
    return (hash ^ hash >>> 15) & slots.length - 1;
  }

  int symbol(String word) {
    int at = slot(word.hashCode());
    for (@Nullable String there = slots[at]; there != null; there = slots[at]) {
      if (there.equals(word)) return symbols[at];
      at = at + 1 & slots.length - 1;
    }
    return NONE;
  }

  /** The symbol of a word's first characters. */
  int symbol(String word, int end) {
    int hash = 0;
    for (int i = 0; i < end; i++) hash = 31 * hash + word.charAt(i);
    int at = slot(hash);
    for (@Nullable String there = slots[at]; there != null; there = slots[at]) {
      if (there.length() == end && word.startsWith(there)) return symbols[at];
      at = at + 1 & slots.length - 1;
    }
    return NONE;
  }

  int index(Space space, int symbol) {
    return symbol == NONE ? NONE : indices[space.ordinal()][symbol];
  }

  int index(Space space, String word) {
    return index(space, symbol(word));
  }

  /** The index in a dimension, or the one that stands for every word the packs do not know. */
  int value(Space dimension, String word) {
    int index = index(dimension, word);
    return index == NONE ? other(dimension) : index;
  }

  int size(Space space) {
    return spaces.get(space.ordinal()).size();
  }

  /** Stands for every word of the dimension that no pack knows. */
  int other(Space dimension) {
    return size(dimension);
  }

  /** Stands for a dimension that the question leaves out. */
  int left(Space dimension) {
    return size(dimension) + 1;
  }

  /** How many values a question can have in the dimension. */
  int values(Space dimension) {
    return size(dimension) + 2;
  }

  String word(Space space, int index) {
    return spaces.get(space.ordinal()).get(index);
  }

  List<String> all(Space space) {
    return spaces.get(space.ordinal());
  }
}
