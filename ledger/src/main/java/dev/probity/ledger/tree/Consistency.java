// SPDX-License-Identifier: Apache-2.0
package dev.probity.ledger.tree;

import java.util.List;

/**
 * A proof that a tree only grew (RFC 9162, 2.1.4). One from an empty tree would say nothing and is
 * refused, as transparency-dev does. Immutable.
 */
public record Consistency(long from, long to, List<Hash> path) {
  public Consistency {
    path = List.copyOf(path);
  }

  /** Whether it leads to both roots, with every hash used and none missing. */
  public boolean leads(Hash earlier, Hash later) {
    if (from < 1 || from > to) return false;
    if (from == to) return path.isEmpty() && earlier.equals(later);
    int level = Long.numberOfTrailingZeros(from);
    boolean whole = Long.bitCount(from) == 1;
    if (path.isEmpty()) return false;
    Hash first = whole ? earlier : path.getFirst();
    return leads(first, path.subList(whole ? 0 : 1, path.size()), level, earlier, later);
  }

  private boolean leads(Hash first, List<Hash> rest, int level, Hash earlier, Hash later) {
    long at = (from - 1) >>> level;
    long last = (to - 1) >>> level;
    Hash left = first;
    Hash whole = first;
    for (Hash sibling : rest) {
      if (last == 0) return false;
      if ((at & 1) == 1 || at == last) {
        left = Merkle.node(sibling, left);
        whole = Merkle.node(sibling, whole);
        int alone = Long.numberOfTrailingZeros(at);
        at >>>= alone;
        last >>>= alone;
      } else {
        whole = Merkle.node(whole, sibling);
      }
      at >>>= 1;
      last >>>= 1;
    }
    return last == 0 && left.equals(earlier) && whole.equals(later);
  }
}
