// SPDX-License-Identifier: Apache-2.0
package dev.probity.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Draws that the seed alone decides. Belongs to one thread. */
record Draw(Random random) {
  static Draw seeded(long seed) {
    return new Draw(new Random(seed));
  }

  boolean percent(int chance) {
    return random.nextInt(100) < chance;
  }

  int between(int from, int to) {
    return from + random.nextInt(to - from + 1);
  }

  <T> T one(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  <T> List<T> some(List<T> from, int most) {
    List<T> shuffled = new ArrayList<>(from);
    Collections.shuffle(shuffled, random);
    return List.copyOf(shuffled.subList(0, between(1, Math.min(most, from.size()))));
  }
}
