// SPDX-License-Identifier: Apache-2.0
package dev.probity.ledger.tree;

import java.util.List;

/**
 * A proof that a leaf stands at an index of a tree (RFC 9162, 2.1.3). The path alone does not bind
 * the size, only the shape of the way up: take {@code size} and the root from one signed
 * checkpoint. Immutable.
 *
 * @param path siblings, the leaf's own first
 */
public record Inclusion(long index, long size, List<Hash> path) {
  public Inclusion {
    path = List.copyOf(path);
  }

  /** Whether it leads from the leaf to the root, with every hash used and none missing. */
  public boolean leads(Hash leaf, Hash root) {
    if (index < 0 || index >= size) return false;
    long at = index;
    long last = size - 1;
    Hash hash = leaf;
    for (Hash sibling : path) {
      if (last == 0) return false;
      if ((at & 1) == 1 || at == last) {
        hash = Merkle.node(sibling, hash);
        // Why: where the right edge is ragged, a node goes up unpaired.
        int alone = Long.numberOfTrailingZeros(at);
        at >>>= alone;
        last >>>= alone;
      } else {
        hash = Merkle.node(hash, sibling);
      }
      at >>>= 1;
      last >>>= 1;
    }
    return last == 0 && hash.equals(root);
  }
}
