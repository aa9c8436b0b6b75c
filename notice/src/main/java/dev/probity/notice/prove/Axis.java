// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.prove;

import dev.probity.kernel.clause.Terms;
import dev.probity.kernel.term.Tree;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The terms of one dimension, cut into classes that no clause can tell apart; each class has a
 * representative. One thread. Cost: a pass over the terms for each distinct list.
 */
final class Axis {
  private final List<String> words;
  private final Map<String, Integer> place = new HashMap<>();
  private final Map<Tree, Lines> lines = new IdentityHashMap<>();
  private final Set<BitSet> cuts = new java.util.HashSet<>();
  private int[] classOf;
  private List<String> first = List.of();

  /**
   * @param listed words that clauses name: they are the first to represent a class
   */
  Axis(Collection<String> all, Set<String> listed) {
    words = new ArrayList<>(all);
    words.sort(
        Comparator.comparing((String w) -> !listed.contains(w))
            .thenComparingInt(String::length)
            .thenComparing(w -> w));
    for (int i = 0; i < words.size(); i++) place.put(words.get(i), i);
    classOf = new int[words.size()];
    recount(words.isEmpty() ? 0 : 1);
  }

  private void recount(int classes) {
    String[] found = new String[classes];
    for (int i = words.size() - 1; i >= 0; i--) found[classOf[i]] = words.get(i);
    first = List.of(found);
  }

  List<String> words() {
    return words;
  }

  List<String> representatives() {
    return first;
  }

  int classOf(String word) {
    return classOf[place.getOrDefault(word, 0)];
  }

  /** From now on words inside and outside differ. */
  void cut(BitSet inside) {
    if (!cuts.add(inside)) return;
    Map<Integer, Integer> renamed = new HashMap<>();
    int[] next = new int[classOf.length];
    for (int i = 0; i < next.length; i++) {
      int key = 2 * classOf[i] + (inside.get(i) ? 1 : 0);
      next[i] = renamed.computeIfAbsent(key, k -> renamed.size());
    }
    classOf = next;
    recount(renamed.size());
  }

  void cut(Terms terms, Tree tree) {
    cut(covered(terms, tree));
    cut(overlapped(terms, tree));
  }

  /** One word for itself. */
  void cutOut(String word) {
    Integer at = place.get(word);
    if (at == null) return;
    BitSet alone = new BitSet();
    alone.set(at);
    cut(alone);
  }

  BitSet where(java.util.function.Predicate<String> rule) {
    BitSet found = new BitSet();
    for (int i = 0; i < words.size(); i++) if (rule.test(words.get(i))) found.set(i);
    return found;
  }

  /** The classes whose words are inside. */
  List<Integer> classes(BitSet inside) {
    BitSet found = new BitSet();
    inside.stream().forEach(i -> found.set(classOf[i]));
    return found.stream().boxed().toList();
  }

  BitSet covered(Terms terms, Tree tree) {
    return terms.anyBut() ? not(union(terms, tree, true, true)) : union(terms, tree, true, false);
  }

  BitSet overlapped(Terms terms, Tree tree) {
    return terms.anyBut() ? not(union(terms, tree, true, false)) : union(terms, tree, true, true);
  }

  private BitSet not(BitSet inside) {
    BitSet all = new BitSet();
    all.set(0, words.size());
    all.andNot(inside);
    return all;
  }

  private BitSet union(Terms terms, Tree tree, boolean below, boolean above) {
    Lines known = lines.computeIfAbsent(tree, t -> new Lines(t));
    BitSet found = new BitSet();
    for (String term : terms.listed()) {
      if (below) found.or(known.below(term));
      if (above) found.or(known.above(term));
    }
    return found;
  }

  /** What stands below and above each term of one tree. */
  private final class Lines {
    private final Map<String, BitSet> below = new HashMap<>();
    private final Map<String, BitSet> above = new HashMap<>();

    Lines(Tree tree) {
      for (int i = 0; i < words.size(); i++) {
        String word = words.get(i);
        for (String at = word; !at.isEmpty(); at = tree.parents().getOrDefault(at, "")) {
          below.computeIfAbsent(at, k -> new BitSet()).set(i);
          Integer up = place.get(at);
          if (up != null) above.computeIfAbsent(word, k -> new BitSet()).set(up);
        }
      }
    }

    BitSet below(String term) {
      return below.getOrDefault(term, new BitSet());
    }

    BitSet above(String term) {
      return above.getOrDefault(term, new BitSet());
    }
  }
}
