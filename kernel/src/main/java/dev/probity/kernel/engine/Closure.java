// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.engine;

import dev.probity.kernel.term.Tree;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * What every word of a space stands below, itself included, as one row of bits a word. A word the
 * tree does not know stands alone. Immutable; a look-up is one load.
 */
final class Closure {
  final int stride;

  /** Row-major: bit {@code a} of row {@code w} says that w is a or stands below it. */
  final long[] above;

  private Closure(int stride, long[] above) {
    this.stride = stride;
    this.above = above;
  }

  static Closure of(Tree tree, Words words, Space space) {
    int size = words.size(space);
    int stride = (size + 63) >>> 6;
    int[] parent = new int[size];
    for (int w = 0; w < size; w++) {
      @Nullable String up = tree.parents().get(words.word(space, w));
      parent[w] = up == null || up.isEmpty() ? Words.NONE : words.index(space, up);
    }
    long[] above = new long[size * stride];
    for (int w = 0; w < size; w++) {
      if (words.word(space, w).isEmpty()) continue;
      int steps = 0;
      for (int at = w; at != Words.NONE; at = parent[at]) {
        above[w * stride + (at >>> 6)] |= 1L << at;
        if (++steps > size) throw new IllegalArgumentException("terms above themselves: " + space);
      }
    }
    return new Closure(stride, above);
  }

  boolean within(int word, int ancestor) {
    return (above[word * stride + (ancestor >>> 6)] >>> ancestor & 1) != 0;
  }

  int size() {
    return stride == 0 ? 0 : above.length / stride;
  }

  /** The words that are the given one or stand below it. */
  BitSet below(int ancestor) {
    BitSet found = new BitSet();
    for (int w = 0; w < size(); w++) if (within(w, ancestor)) found.set(w);
    return found;
  }

  /** The words that the given one is or stands below. */
  BitSet above(int word) {
    BitSet found = new BitSet();
    for (int a = 0; a < size(); a++) if (within(word, a)) found.set(a);
    return found;
  }
}
