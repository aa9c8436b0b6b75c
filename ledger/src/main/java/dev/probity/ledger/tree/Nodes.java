// SPDX-License-Identifier: Apache-2.0
package dev.probity.ledger.tree;

/** Where the hashes of perfect subtrees are read. */
@FunctionalInterface
public interface Nodes {
  /**
   * The root of the perfect tree over the leaves from {@code index << level} on.
   *
   * @param level its height; 0 is a leaf
   */
  Hash node(int level, long index);
}
