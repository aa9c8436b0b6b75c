// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.engine;

import dev.probity.kernel.clause.Condition;
import dev.probity.kernel.term.DataClass;
import dev.probity.kernel.term.Dimension;
import dev.probity.kernel.term.Floor;
import dev.probity.kernel.term.Vocabulary;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks up the floor of every element beforehand. */
record Floors(Vocabulary vocabulary, Words words, Gauges gauges) {
  Classes classes() {
    int values = words.values(Space.DATA);
    byte[] floor = new byte[values];
    int[][] byRole = new int[values][];
    for (int element = 0; element < values; element++) {
      @Nullable Floor found = element < words.size(Space.DATA) ? nearest(element) : null;
      DataClass lowest = found == null ? DataClass.PHI : found.floor();
      floor[element] = (byte) lowest.ordinal();
      byRole[element] = found == null ? new int[0] : roles(found.byRole());
    }
    Condition proof = new Condition.Evidence(Set.of(Gathering.DEIDENTIFIED), Set.of());
    return new Classes(floor, byRole, gauges.of(proof));
  }

  private @Nullable Floor nearest(int element) {
    Map<String, String> parents = vocabulary.tree(Dimension.DATA).parents();
    String at = words.word(Space.DATA, element);
    while (!at.isEmpty()) {
      @Nullable Floor floor = vocabulary.floors().get(at);
      if (floor != null) return floor;
      at = parents.getOrDefault(at, "");
    }
    return null;
  }

  private int[] roles(Map<String, DataClass> byRole) {
    return byRole.entrySet().stream()
        .flatMapToInt(
            e ->
                java.util.stream.IntStream.of(
                    words.index(Space.ROLE, e.getKey()), e.getValue().ordinal()))
        .toArray();
  }
}
