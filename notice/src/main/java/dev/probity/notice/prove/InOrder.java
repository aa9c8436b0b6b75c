// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.prove;

import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * Sets and maps in an order of their own. Why: those of a pack come in another order in each run of
 * the machine, and the solver's first model depends on what was made first. Stateless.
 */
final class InOrder {
  private InOrder() {}

  static <T extends Comparable<? super T>> List<T> of(Collection<T> all) {
    return all.stream().sorted().toList();
  }

  static <K extends Comparable<? super K>, V> SortedMap<K, V> of(Map<K, V> all) {
    return new TreeMap<>(all);
  }

  static <K extends Enum<K>, V> void each(Map<K, V> all, Class<K> keys, BiConsumer<K, V> use) {
    Map<K, V> inOrder = new EnumMap<>(keys);
    inOrder.putAll(all);
    inOrder.forEach(use);
  }

  static <T extends Enum<T>> List<Set<T>> sets(Collection<Set<T>> all) {
    return all.stream().sorted(Comparator.comparing(s -> of(s).toString())).toList();
  }
}
