// SPDX-License-Identifier: Apache-2.0
package dev.probity.ledger.tree;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** The definitions of RFC 6962, 2.1, word for word and slow. */
final class Naive {
  private Naive() {}

  static List<Hash> leaves(int size) {
    List<Hash> leaves = new ArrayList<>();
    for (int i = 0; i < size; i++) leaves.add(Merkle.leaf(entry(i)));
    return leaves;
  }

  static byte[] entry(long index) {
    return ByteBuffer.allocate(8).putLong(index).array();
  }

  static Hash root(List<Hash> leaves) {
    if (leaves.isEmpty()) return Merkle.empty();
    if (leaves.size() == 1) return leaves.getFirst();
    int k = split(leaves.size());
    return Merkle.node(root(leaves.subList(0, k)), root(leaves.subList(k, leaves.size())));
  }

  static List<Hash> path(int m, List<Hash> d) {
    if (d.size() == 1) return List.of();
    int k = split(d.size());
    List<Hash> left = d.subList(0, k);
    List<Hash> right = d.subList(k, d.size());
    return m < k ? plus(path(m, left), root(right)) : plus(path(m - k, right), root(left));
  }

  static List<Hash> proof(int m, List<Hash> d) {
    return subproof(m, d, true);
  }

  private static List<Hash> subproof(int m, List<Hash> d, boolean whole) {
    if (m == d.size()) return whole ? List.of() : List.of(root(d));
    int k = split(d.size());
    List<Hash> left = d.subList(0, k);
    List<Hash> right = d.subList(k, d.size());
    return m <= k
        ? plus(subproof(m, left, whole), root(right))
        : plus(subproof(m - k, right, false), root(left));
  }

  /** Whether a proof leads to both roots, straight from the recursion that defines it. */
  static boolean leads(long from, long to, List<Hash> path, Hash earlier, Hash later) {
    if (from < 1 || from > to) return false;
    List<Hash> roots = roots(from, to, true, path, earlier);
    return roots.equals(List.of(earlier, later));
  }

  /** The earlier and the later root; nothing where the proof has other hashes than it takes. */
  private static List<Hash> roots(
      long from, long to, boolean whole, List<Hash> path, Hash earlier) {
    if (from == to && whole) return path.isEmpty() ? List.of(earlier, earlier) : List.of();
    if (from == to) return path.size() == 1 ? List.of(path.getFirst(), path.getFirst()) : List.of();
    if (path.isEmpty()) return List.of();
    long k = Long.highestOneBit(to - 1);
    Hash last = path.getLast();
    List<Hash> rest = path.subList(0, path.size() - 1);
    List<Hash> below =
        from <= k
            ? roots(from, k, whole, rest, earlier)
            : roots(from - k, to - k, false, rest, earlier);
    if (below.isEmpty()) return below;
    Hash old = below.getFirst();
    return from <= k
        ? List.of(old, Merkle.node(below.getLast(), last))
        : List.of(Merkle.node(last, old), Merkle.node(last, below.getLast()));
  }

  /** The turns of the way up; whoever makes the same turns with the same hashes arrives there. */
  static String turns(long index, long size) {
    if (size == 1) return "";
    long k = Long.highestOneBit(size - 1);
    return index < k ? turns(index, k) + "l" : turns(index - k, size - k) + "r";
  }

  /** The perfect trees over the leaves. */
  static Nodes nodes(List<Hash> leaves) {
    return (level, index) -> {
      int from = Math.toIntExact(index << level);
      return root(leaves.subList(from, from + (1 << level)));
    };
  }

  private static List<Hash> plus(List<Hash> path, Hash last) {
    List<Hash> all = new ArrayList<>(path);
    all.add(last);
    return all;
  }

  private static int split(int size) {
    return Integer.highestOneBit(size - 1);
  }
}
