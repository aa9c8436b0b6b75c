// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.text;

import java.util.Comparator;

/** A cited place: the n-th unit that begins in a line, or with unit 0 the whole line. Immutable. */
public record Place(int line, int unit) implements Comparable<Place> {
  private static final Comparator<Place> ORDER =
      Comparator.comparingInt(Place::line).thenComparingInt(Place::unit);

  @Override
  public int compareTo(Place other) {
    return ORDER.compare(this, other);
  }

  /** As the catalogues write it: {@code 96.1}, or {@code 96}. */
  @Override
  public String toString() {
    return unit == 0 ? Integer.toString(line) : line + "." + unit;
  }
}
