// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.prove;

import dev.probity.kernel.term.Regions;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** Which regions a question can state. Stateless. */
final class Stated {
  /** ISO 3166 keeps these for its users: a country, and a part of a country, that nobody names. */
  private static final String ELSEWHERE = "ZZ";

  private Stated() {}

  /**
   * Those the caller knows, those that conditions name or sets hold, the countries of these, and
   * where the caller knows none, a country and parts of countries that nobody names.
   */
  static Collection<String> regions(
      Collection<String> known, Set<String> named, Collection<Regions> readings) {
    Set<String> all = new TreeSet<>(known);
    all.addAll(named);
    for (Regions r : readings) {
      all.addAll(r.sets().keySet());
      r.sets().values().forEach(all::addAll);
    }
    Set<String> whole = new TreeSet<>();
    for (String region : all) if (region.indexOf('-') == 2) whole.add(region.substring(0, 2));
    all.addAll(whole);
    if (!known.isEmpty()) return all;
    all.add(ELSEWHERE);
    Set<String> parts = new TreeSet<>();
    for (String region : all) if (region.length() == 2) parts.add(region + "-" + ELSEWHERE);
    all.addAll(parts);
    return all;
  }
}
