// SPDX-License-Identifier: Apache-2.0
package dev.probity.bench;

import java.util.List;
import java.util.Locale;

/** A ratio in every round. Immutable. */
record Ratio(List<Double> rounds) {
  double middle() {
    return Sample.median(rounds);
  }

  @Override
  public String toString() {
    List<Double> sorted = rounds.stream().sorted().toList();
    return String.format(
        Locale.ROOT, "%.2f x (%.2f to %.2f)", middle(), sorted.getFirst(), sorted.getLast());
  }
}
