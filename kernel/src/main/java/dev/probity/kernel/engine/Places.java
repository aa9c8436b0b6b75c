// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.engine;

import dev.probity.kernel.term.Regions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everywhere somebody can be, as far as the packs can tell the difference: not stated, somewhere
 * unnamed, each named region, and in each named region a part that has no name of its own. Every
 * place has a row, so that a region condition is one byte a row. Immutable.
 */
final class Places {
  /** Not stated, and not looked up. */
  static final int UNKNOWN = 0;

  /** Looked up and not stated. */
  static final int NOWHERE = 1;

  /** Stated, in no region that the packs name. */
  static final int ELSEWHERE = 2;

  private static final int FIRST = 3;

  /** No code of a real subdivision: the part without a name. */
  private static final String PART = "-\uffff";

  private final Words words;

  Places(Words words) {
    this.words = words;
  }

  int rows() {
    return FIRST + 2 * words.size(Space.REGION);
  }

  /** The row of a stated region. Allocates nothing. */
  int row(String stated) {
    int named = words.index(Space.REGION, stated);
    if (named != Words.NONE) return FIRST + 2 * named;
    for (int dash = stated.lastIndexOf('-'); dash >= 0; dash = stated.lastIndexOf('-', dash - 1)) {
      int part = words.index(Space.REGION, words.symbol(stated, dash));
      if (part != Words.NONE) return FIRST + 2 * part + 1;
    }
    return ELSEWHERE;
  }

  /** Whether each row lies inside the region, as a truth of {@link Gauge}. */
  byte[] inside(String region, Regions regions) {
    byte[] truths = new byte[rows()];
    truths[UNKNOWN] = Gauge.UNKNOWN;
    truths[NOWHERE] = Gauge.FALSE;
    truths[ELSEWHERE] = Gauge.FALSE;
    for (int i = 0; i < words.size(Space.REGION); i++) {
      String name = words.word(Space.REGION, i);
      truths[FIRST + 2 * i] = inside(name, region, regions);
      truths[FIRST + 2 * i + 1] = inside(name + PART, region, regions);
    }
    return truths;
  }

  private static byte inside(String stated, String region, Regions regions) {
    if (stated.equals(region) || partOf(stated, region)) return Gauge.TRUE;
    @Nullable Set<String> parts = regions.sets().get(stated);
    if (parts != null) return all(parts, region, regions);
    byte found = Gauge.FALSE;
    @Nullable Set<String> members = regions.sets().get(region);
    if (members != null) {
      for (String member : members) {
        found = (byte) Math.max(found, inside(stated, member, regions));
      }
      return found;
    }
    return partOf(region, stated) ? Gauge.UNKNOWN : Gauge.FALSE;
  }

  /** A named set lies inside when all its members do, outside when none does even in part. */
  private static byte all(Set<String> parts, String region, Regions regions) {
    int least = Gauge.TRUE;
    int most = Gauge.FALSE;
    for (String part : parts) {
      byte one = inside(part, region, regions);
      least = Math.min(least, one);
      most = Math.max(most, one);
    }
    if (least == Gauge.TRUE) return Gauge.TRUE;
    return most == Gauge.FALSE ? Gauge.FALSE : Gauge.UNKNOWN;
  }

  private static boolean partOf(String part, String whole) {
    int length = whole.length();
    return part.length() > length && part.charAt(length) == '-' && part.startsWith(whole);
  }
}
