// SPDX-License-Identifier: Apache-2.0
package dev.probity.ledger.tree;

import java.util.ArrayList;
import java.util.List;

/**
 * A tree that only grows: the roots of the perfect trees that its leaves fall into, largest first,
 * one for each bit of its size. Adding a leaf costs about one node, the root at most 63. One
 * thread.
 */
public final class Range {
  private final List<Hash> roots = new ArrayList<>();
  private long size;

  /** Without leaves. */
  public Range() {}

  /**
   * @param roots as {@link #roots} gave them
   */
  public Range(long size, List<Hash> roots) {
    if (size < 0 || Long.bitCount(size) != roots.size()) {
      throw new IllegalArgumentException(roots.size() + " roots for " + size + " leaves");
    }
    this.size = size;
    this.roots.addAll(roots);
  }

  public void add(Hash leaf) {
    Hash carried = leaf;
    for (long bits = size; (bits & 1) == 1; bits >>>= 1) {
      carried = Merkle.node(roots.removeLast(), carried);
    }
    roots.add(carried);
    size++;
  }

  public long size() {
    return size;
  }

  public List<Hash> roots() {
    return List.copyOf(roots);
  }

  /** Of the whole tree (RFC 6962, 2.1). */
  public Hash root() {
    if (roots.isEmpty()) return Merkle.empty();
    Hash root = roots.getLast();
    for (int i = roots.size() - 2; i >= 0; i--) root = Merkle.node(roots.get(i), root);
    return root;
  }
}
