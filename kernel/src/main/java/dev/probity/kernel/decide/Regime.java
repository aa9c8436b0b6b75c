// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.decide;

import dev.probity.kernel.clause.ConsentLevel;
import dev.probity.kernel.clause.ConsentRule;
import dev.probity.kernel.term.Truth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Which level of consent a region and a channel ask for. Of the regimes that hold the most specific
 * counts; of those that only may hold, because the region is coarse or not stated, the strictest.
 * Regimes written for the channel replace those that name none, once one of them is sure to hold.
 *
 * @param holds whether the subject is in a region
 */
public record Regime(ConsentRule rule, Function<String, Truth> holds) {
  public ConsentLevel level(String channel) {
    List<String> keys = new ArrayList<>(written("/" + channel));
    if (keys.stream().noneMatch(k -> truth(k) == Truth.TRUE)) keys.addAll(written(""));
    List<String> certain = keys.stream().filter(k -> truth(k) == Truth.TRUE).toList();
    ConsentLevel base = certain.isEmpty() ? otherwise() : strictest(mostSpecific(certain));
    List<String> perhaps = keys.stream().filter(k -> truth(k) == Truth.UNKNOWN).toList();
    return perhaps.isEmpty() ? base : max(base, strictest(perhaps));
  }

  /** Regimes written for this channel (or for none) that are not known not to hold. */
  private List<String> written(String channel) {
    return rule.regime().keySet().stream()
        .filter(
            k -> !k.equals(ConsentRule.DEFAULT) && k.substring(place(k).length()).equals(channel))
        .filter(k -> truth(k) != Truth.FALSE)
        .toList();
  }

  /** A region written as part of another (US-CA of US) is the more specific one. */
  private static List<String> mostSpecific(List<String> keys) {
    int longest = keys.stream().mapToInt(k -> specificity(place(k))).max().orElse(0);
    return keys.stream().filter(k -> specificity(place(k)) == longest).toList();
  }

  /** Subdivisions before countries before named sets. */
  private static int specificity(String region) {
    if (region.indexOf('-') == 2) return 2;
    return region.length() == 2 ? 1 : 0;
  }

  private ConsentLevel strictest(Collection<String> keys) {
    return rule.regime().entrySet().stream()
        .filter(e -> keys.contains(e.getKey()))
        .map(Map.Entry::getValue)
        .reduce(ConsentLevel.OPT_OUT, Regime::max);
  }

  private ConsentLevel otherwise() {
    return rule.regime().getOrDefault(ConsentRule.DEFAULT, rule.level());
  }

  private Truth truth(String key) {
    return holds.apply(place(key));
  }

  private static String place(String key) {
    int slash = key.indexOf('/');
    return slash < 0 ? key : key.substring(0, slash);
  }

  private static ConsentLevel max(ConsentLevel one, ConsentLevel other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
