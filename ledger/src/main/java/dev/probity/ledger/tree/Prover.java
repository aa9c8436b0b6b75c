// SPDX-License-Identifier: Apache-2.0
package dev.probity.ledger.tree;

import java.util.ArrayList;
import java.util.List;

/**
 * Makes roots and proofs of any earlier size out of stored nodes (RFC 9162, 2.1.1, 2.1.3, 2.1.4).
 * As safe for threads as its nodes; a proof reads about two nodes for each level.
 */
public record Prover(Nodes nodes) {
  /** Of the tree that the first {@code size} leaves were. */
  public Hash root(long size) {
    if (size < 0) throw new IllegalArgumentException("a tree of " + size + " leaves");
    return size == 0 ? Merkle.empty() : root(0, size);
  }

  /** That the leaf at {@code index} stands in the tree of {@code size} leaves. */
  public Inclusion inclusion(long index, long size) {
    if (index < 0 || index >= size) {
      throw new IllegalArgumentException("no leaf " + index + " among " + size);
    }
    List<Hash> path = new ArrayList<>();
    long from = 0;
    long to = size;
    while (to - from > 1) {
      long middle = from + half(to - from);
      if (index < middle) {
        path.addFirst(root(middle, to));
        to = middle;
      } else {
        path.addFirst(root(from, middle));
        from = middle;
      }
    }
    return new Inclusion(index, size, path);
  }

  /** That the tree of {@code from} leaves is what the one of {@code to} began as. */
  public Consistency consistency(long from, long to) {
    if (from < 1 || from > to) {
      throw new IllegalArgumentException("no proof from " + from + " to " + to + " leaves");
    }
    List<Hash> path = new ArrayList<>();
    long left = 0;
    long right = to;
    while (right != from) {
      long middle = left + half(right - left);
      if (from <= middle) {
        path.addFirst(root(middle, right));
        right = middle;
      } else {
        path.addFirst(root(left, middle));
        left = middle;
      }
    }
    // Why: who checks a tree that is whole on its left knows its root already.
    if (left > 0) path.addFirst(root(left, right));
    return new Consistency(from, to, path);
  }

  private Hash root(long from, long to) {
    long leaves = to - from;
    if (Long.bitCount(leaves) == 1) {
      int level = Long.numberOfTrailingZeros(leaves);
      return nodes.node(level, from >>> level);
    }
    long middle = from + half(leaves);
    return Merkle.node(root(from, middle), root(middle, to));
  }

  /** The largest power of two that is smaller. */
  private static long half(long leaves) {
    return Long.highestOneBit(leaves - 1);
  }
}
