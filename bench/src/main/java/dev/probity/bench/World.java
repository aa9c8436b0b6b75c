// SPDX-License-Identifier: Apache-2.0
package dev.probity.bench;

import dev.probity.kernel.term.DataClass;
import dev.probity.kernel.term.Dimension;
import dev.probity.kernel.term.Floor;
import dev.probity.kernel.term.Regions;
import dev.probity.kernel.term.Tree;
import dev.probity.kernel.term.Vocabulary;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** The words of the generated notice, as many of each kind as the peers were measured with. */
final class World {
  static final Instant IN_FORCE = Instant.parse("2025-01-01T00:00:00Z");
  static final int DAYS = 365;

  static final List<String> ACTIONS = List.of("collect", "use", "share");
  static final Branches DATA = Branches.of("data", "data", 5, 7);
  static final Branches PURPOSES = Branches.of("", "purpose", 5, 4);
  static final Branches RECIPIENTS = Branches.of("", "recipient", 3, 4);

  /** Ten places: eight where people are, and two that contain some of them. */
  static final List<String> PLACES =
      List.of("US-CA", "US-NY", "US-TX", "DE", "SE", "FR", "GB", "JP");

  static final List<String> WIDE_PLACES = List.of("US", "EEA");
  static final Map<String, Set<String>> PLACE_SETS = Map.of("EEA", Set.of("DE", "SE", "FR"));
  static final List<String> CONSENTS = numbered("consent", 12);
  static final List<String> SIGNALS = numbered("signal", 5);
  static final List<String> EVIDENCE = numbered("contract", 3);
  static final List<Integer> AGES = List.of(13, 16, 18);
  static final List<String> ACTS = numbered("act", 12);
  static final String ON = "on";
  static final String OFF = "off";

  private World() {}

  static Vocabulary vocabulary() {
    Tree flat = new Tree(Map.of("collect", "", "use", "", "share", ""));
    return new Vocabulary(
        Map.of(
            Dimension.ACTION, flat,
            Dimension.DATA, DATA.tree(),
            Dimension.PURPOSE, PURPOSES.tree(),
            Dimension.RECIPIENT, RECIPIENTS.tree()),
        Tree.EMPTY,
        Map.of("data", new Floor(DataClass.PII, Map.of())),
        new Regions(PLACE_SETS));
  }

  /** Whether a place lies in another, read off the words alone. */
  static boolean inside(String place, String wider) {
    return place.equals(wider)
        || place.startsWith(wider + "-")
        || PLACE_SETS.getOrDefault(wider, Set.of()).contains(place);
  }

  private static List<String> numbered(String stem, int count) {
    return IntStream.rangeClosed(1, count).mapToObj(i -> stem + "." + i).toList();
  }
}
