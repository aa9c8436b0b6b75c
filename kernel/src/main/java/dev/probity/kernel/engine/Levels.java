// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.engine;

import dev.probity.kernel.clause.ConsentLevel;
import dev.probity.kernel.clause.ConsentRule;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The level a consent needs at every place and over every channel, worked out beforehand. Immutable
 * once built; a look-up is one load.
 */
final class Levels {
  /** Equal to no channel of a regime. */
  private static final String ANOTHER = "/\uffff";

  private final int[] modes;

  /** By channel, the last row for every channel that no regime names; then by place. */
  final byte[][] level;

  private Levels(int[] modes, byte[][] level) {
    this.modes = modes;
    this.level = level;
  }

  int at(int place, int mode) {
    for (int i = 0; i < modes.length; i++) if (modes[i] == mode) return level[i][place];
    return level[modes.length][place];
  }

  static Levels always(ConsentLevel level, int places) {
    byte[] row = new byte[places];
    java.util.Arrays.fill(row, (byte) level.ordinal());
    return new Levels(new int[0], new byte[][] {row});
  }

  /**
   * @param least what the clause asks for, whatever the regime
   * @param inside the truth of "the subject is in this region", by place
   */
  static Levels of(
      ConsentRule rule,
      ConsentLevel least,
      Words words,
      int places,
      Function<String, byte[]> inside) {
    List<String> channels =
        rule.regime().keySet().stream()
            .map(Levels::channel)
            .filter(c -> !c.isEmpty())
            .distinct()
            .toList();
    int[] modes = channels.stream().mapToInt(c -> words.symbol(c.substring(1))).toArray();
    byte[][] level = new byte[modes.length + 1][];
    for (int i = 0; i <= modes.length; i++) {
      String channel = i < modes.length ? channels.get(i) : ANOTHER;
      level[i] = new byte[places];
      for (int place = 0; place < places; place++) {
        int declared = declared(rule, channel, place, inside);
        level[i][place] = (byte) Math.max(declared, least.ordinal());
      }
    }
    return new Levels(modes, level);
  }

  /** Sure regimes: the most specific; perhaps: the strictest; a sure one for the channel alone. */
  private static int declared(
      ConsentRule rule, String channel, int place, Function<String, byte[]> inside) {
    boolean own = false;
    for (String key : rule.regime().keySet()) {
      own |= channel(key).equals(channel) && inside.apply(place(key))[place] == Gauge.TRUE;
    }
    int sure = rule.regime().getOrDefault(ConsentRule.DEFAULT, rule.level()).ordinal();
    int detail = -1;
    int perhaps = 0;
    for (Map.Entry<String, ConsentLevel> regime : rule.regime().entrySet()) {
      String key = regime.getKey();
      boolean speaks = channel(key).equals(channel) || (!own && channel(key).isEmpty());
      if (key.equals(ConsentRule.DEFAULT) || !speaks) continue;
      int level = regime.getValue().ordinal();
      byte holds = inside.apply(place(key))[place];
      if (holds == Gauge.UNKNOWN) perhaps = Math.max(perhaps, level);
      if (holds != Gauge.TRUE || detail(place(key)) < detail) continue;
      sure = detail(place(key)) > detail ? level : Math.max(sure, level);
      detail = detail(place(key));
    }
    return Math.max(sure, perhaps);
  }

  /** Named sets, then countries, then their subdivisions. */
  private static int detail(String place) {
    if (place.indexOf('-') == 2) return 2;
    return place.length() == 2 ? 1 : 0;
  }

  /** {@code US} of {@code US/sms}. */
  static String place(String key) {
    int slash = key.indexOf('/');
    return slash < 0 ? key : key.substring(0, slash);
  }

  /** {@code /sms} of {@code US/sms}; empty where the regime names no channel. */
  static String channel(String key) {
    return key.substring(place(key).length());
  }
}
