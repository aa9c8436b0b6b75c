// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.engine;

import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Draws from what is given; the same seed draws the same. Belongs to one thread. */
record Dice(RandomGenerator random) {
  boolean oneIn(int sides) {
    return random.nextInt(sides) == 0;
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  /** One of a set, in an order that the seed decides and the set does not. */
  <T extends Comparable<? super T>> T pick(Set<T> from) {
    return pick(from.stream().sorted().toList());
  }

  @SafeVarargs
  final <T> T either(T... from) {
    return from[random.nextInt(from.length)];
  }
}
