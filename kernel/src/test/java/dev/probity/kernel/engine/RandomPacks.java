// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.engine;

import dev.probity.kernel.clause.Act;
import dev.probity.kernel.clause.ChoiceRule;
import dev.probity.kernel.clause.Clause;
import dev.probity.kernel.clause.ConsentLevel;
import dev.probity.kernel.clause.ConsentRule;
import dev.probity.kernel.clause.EvidenceRule;
import dev.probity.kernel.clause.History;
import dev.probity.kernel.clause.Match;
import dev.probity.kernel.clause.Overlay;
import dev.probity.kernel.clause.Pack;
import dev.probity.kernel.clause.PointRule;
import dev.probity.kernel.clause.Terms;
import dev.probity.kernel.clause.Within;
import dev.probity.kernel.term.DataClass;
import dev.probity.kernel.term.Dimension;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;

/** Random packs and histories in which clauses meet often. The same seed makes the same. */
record RandomPacks(Dice dice, RandomConditions conditions, int size) {
  static final Instant START = Instant.parse("2021-05-06T00:00:00Z");

  /**
   * @param size about as many clauses as a version has at most
   */
  static RandomPacks seeded(long seed, int size) {
    Dice dice = new Dice(new SplittableRandom(seed));
    return new RandomPacks(dice, new RandomConditions(dice), size);
  }

  /** One to three versions with up to two overlays each, pinned in any way or not at all. */
  History history() {
    List<Pack> versions = new ArrayList<>();
    for (int v = dice.either(1, 1, 2, 3); v > 0; v--) versions.add(version(v));
    History.Pin pin = versions.size() == 1 ? History.Pin.NONE : dice.either(History.Pin.values());
    return new History(versions, pin, conditions.some(2), dice.either("", "PIN"));
  }

  Pack version(int number) {
    List<Overlay> overlays = new ArrayList<>();
    for (int i = dice.either(0, 0, 1, 2); i > 0; i--) {
      Pack law =
          pack(
              "law" + dice.below(2),
              dice.either(number, number + 1),
              1 + dice.below(1 + size / 3),
              List.of());
      overlays.add(new Overlay("OVER", match(4), conditions.some(1), law));
    }
    return pack("notice", number, 1 + dice.below(size), overlays);
  }

  Pack pack(String id, int version, int clauses, List<Overlay> overlays) {
    return new Pack(
        id,
        "v" + version,
        START.plusSeconds(86_400L * 30 * version),
        "d" + version,
        new RandomWords(dice).vocabulary(),
        clauses(id, clauses),
        points(),
        consents(),
        choices(),
        evidence(),
        overlays);
  }

  private List<Clause> clauses(String prefix, int count) {
    List<Clause> clauses = new ArrayList<>();
    for (int i = 0; i < count; i++) clauses.add(clause(prefix + i, prefix + i / 2));
    if (!dice.oneIn(3)) clauses.add(collects(prefix));
    return clauses;
  }

  /** Without a permit to collect it, no element is used: most packs have a broad one. */
  private static Clause collects(String prefix) {
    Match all = new Match(Map.of(Dimension.ACTION, Terms.of("collect")), DataClass.PUBLIC);
    return new Clause.Permit(prefix + "-all", prefix + "-all", all, List.of(), List.of());
  }

  Clause clause(String id, String cite) {
    return switch (dice.below(10)) {
      case 0, 1, 2, 3 -> new Clause.Permit(id, cite, match(2), conditions.some(2), acts());
      case 4, 5, 6 -> forbid(id, cite);
      case 7 -> new Clause.Close(id, cite, match(2), conditions.some(1), conditions.some(1));
      case 8 ->
          new Clause.Require(
              id, cite, match(3), conditions.some(1), conditions.some(1), conditions.one());
      default ->
          dice.oneIn(4)
              ? new Clause.Duty(id, cite, List.of(), "breach", acts(), Within.SILENT)
              : new Clause.Outside(id, cite, match(1), conditions.some(2), "elsewhere");
    };
  }

  private Clause forbid(String id, String cite) {
    Set<String> except = new TreeSet<>();
    if (dice.oneIn(3)) except.add(cite.replaceAll("\\d+$", "") + dice.below(8));
    return new Clause.Forbid(
        id, cite, match(3), conditions.some(1), conditions.some(2), except, acts());
  }

  /**
   * @param few the larger, the fewer dimensions are restricted
   */
  Match match(int few) {
    Map<Dimension, Terms> terms = new EnumMap<>(Dimension.class);
    for (Dimension d : Dimension.values()) {
      boolean rare = d.compareTo(Dimension.RECIPIENT) > 0;
      if (!dice.oneIn(rare ? 4 * few : few)) continue;
      terms.put(d, new Terms(conditions.some(RandomWords.TERMS.get(d), 3), dice.oneIn(5)));
    }
    return new Match(terms, dice.oneIn(4) ? dice.either(DataClass.values()) : null);
  }

  private List<Act> acts() {
    List<Act> acts = new ArrayList<>();
    if (dice.oneIn(2)) acts.add(new Act("record", ""));
    if (dice.oneIn(4)) acts.add(new Act("tell", dice.either("subject", "recipient")));
    return acts;
  }

  private Map<String, PointRule> points() {
    Map<String, PointRule> points = new HashMap<>();
    for (String point : List.of("form", "app")) {
      if (dice.oneIn(2)) continue;
      points.put(
          point,
          new PointRule(dice.oneIn(2) ? null : "care.visit", dice.oneIn(2) ? null : "device"));
    }
    return points;
  }

  private Map<String, ConsentRule> consents() {
    Map<String, ConsentRule> consents = new HashMap<>();
    for (String id : RandomWords.CONSENTS) {
      if (dice.oneIn(4)) continue;
      Map<String, ConsentLevel> regime = new HashMap<>();
      for (int n = dice.below(4); n > 0; n--) {
        String region = dice.oneIn(4) ? "default" : dice.pick(RandomWords.REGIONS);
        String channel = dice.oneIn(2) ? "" : "/" + dice.pick(RandomWords.MODES);
        regime.put(region + channel, dice.either(ConsentLevel.values()));
      }
      consents.put(id, new ConsentRule(dice.either(ConsentLevel.values()), regime));
    }
    return consents;
  }

  private Map<String, ChoiceRule> choices() {
    Map<String, ChoiceRule> choices = new HashMap<>();
    for (String id : RandomWords.CHOICES) {
      if (dice.oneIn(3)) continue;
      Set<String> values = new TreeSet<>();
      if (!dice.oneIn(3)) values.add(dice.pick(RandomWords.VALUES));
      choices.put(id, new ChoiceRule(values, dice.oneIn(4)));
    }
    return choices;
  }

  private Map<String, EvidenceRule> evidence() {
    Map<String, EvidenceRule> rules = new HashMap<>();
    for (String kind : RandomWords.EVIDENCE) {
      if (dice.oneIn(2)) continue;
      rules.put(
          kind,
          new EvidenceRule(
              dice.oneIn(3) ? START.plusSeconds(86_400L * 50) : null,
              dice.oneIn(3) ? dice.either(Period.ofDays(30), Period.ofMonths(1)) : null));
    }
    return rules;
  }
}
