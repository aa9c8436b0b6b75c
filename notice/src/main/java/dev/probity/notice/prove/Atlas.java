// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.prove;

import dev.probity.kernel.term.Regions;
import dev.probity.kernel.term.Truth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The regions that can be stated, one of each class that no condition tells apart, and how each
 * lies to those that conditions name. Looks each pair up once. One thread.
 */
final class Atlas {
  private final Map<Regions, Map<String, Map<String, Truth>>> known = new IdentityHashMap<>();
  private final List<String> places;

  /**
   * @param all every region that can be stated
   * @param asked the regions of conditions, under each reading of the named sets
   */
  Atlas(Collection<String> all, Collection<Regions> readings, Set<String> asked) {
    Map<List<Truth>, String> classes = new LinkedHashMap<>();
    for (String place : all) {
      List<Truth> seen = new ArrayList<>();
      for (Regions r : readings) for (String region : asked) seen.add(inside(r, place, region));
      classes.putIfAbsent(seen, place);
    }
    places = List.copyOf(classes.values());
  }

  List<String> places() {
    return places;
  }

  Truth inside(Regions regions, String place, String region) {
    return known
        .computeIfAbsent(regions, k -> new HashMap<>())
        .computeIfAbsent(place, k -> new HashMap<>())
        .computeIfAbsent(region, k -> regions.inside(place, region));
  }
}
