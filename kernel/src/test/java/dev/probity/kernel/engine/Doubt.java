// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.engine;

import dev.probity.kernel.clause.Whose;
import dev.probity.kernel.question.Band;
import dev.probity.kernel.question.Facts;
import dev.probity.kernel.question.Kind;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Facts of which less is known. */
final class Doubt {
  private Doubt() {}

  /** A kind was not looked up. */
  static Facts about(Kind kind, Facts f) {
    Set<Kind> read = EnumSet.noneOf(Kind.class);
    read.addAll(f.read());
    read.remove(kind);
    return new Facts(
        read,
        kind == Kind.CONSENT ? List.of() : f.consents(),
        kind == Kind.CHOICE ? Map.of() : f.choices(),
        kind == Kind.NOTICE ? Set.of() : f.notices(),
        kind == Kind.RELATION ? Set.of() : f.relations(),
        kind == Kind.EVIDENCE ? List.of() : f.evidence(),
        kind == Kind.REGION ? Map.of() : f.regions(),
        kind == Kind.AGE ? Map.of() : f.ages(),
        kind == Kind.ROLE ? Set.of() : f.roles(),
        kind == Kind.STATE ? Set.of() : f.states(),
        kind == Kind.CHANNEL ? null : f.channel());
  }

  /** Regions are stated one step more coarsely: a country for its part, a set for its member. */
  static Facts coarser(Facts f) {
    Map<Whose, String> regions = new EnumMap<>(Whose.class);
    f.regions().forEach((whose, region) -> regions.put(whose, coarser(region)));
    return with(f, regions, f.ages());
  }

  private static String coarser(String region) {
    int dash = region.lastIndexOf('-');
    if (dash > 0) return region.substring(0, dash);
    return switch (region) {
      case "SE", "DK" -> "NORDIC";
      case "DE", "NORDIC" -> "EEA";
      default -> region;
    };
  }

  /** Ages are known a year less well to both sides. */
  static Facts vaguer(Facts f) {
    Map<Whose, Band> ages = new EnumMap<>(Whose.class);
    f.ages()
        .forEach((w, band) -> ages.put(w, new Band(Math.max(band.from() - 1, 0), band.to() + 1)));
    return with(f, f.regions(), ages);
  }

  private static Facts with(Facts f, Map<Whose, String> regions, Map<Whose, Band> ages) {
    return new Facts(
        f.read(),
        f.consents(),
        f.choices(),
        f.notices(),
        f.relations(),
        f.evidence(),
        regions,
        ages,
        f.roles(),
        f.states(),
        f.channel());
  }
}
