// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.prove;

import dev.probity.kernel.clause.ChoiceRule;
import dev.probity.kernel.clause.Clause;
import dev.probity.kernel.clause.Condition;
import dev.probity.kernel.clause.ConsentLevel;
import dev.probity.kernel.clause.ConsentRule;
import dev.probity.kernel.clause.Match;
import dev.probity.kernel.clause.Pack;
import dev.probity.kernel.clause.Terms;
import dev.probity.kernel.clause.Tie;
import dev.probity.kernel.clause.Whose;
import dev.probity.kernel.term.DataClass;
import dev.probity.kernel.term.Dimension;
import dev.probity.kernel.term.Tree;
import dev.probity.kernel.term.Vocabulary;
import dev.probity.notice.TinyPack;
import dev.probity.notice.vocabulary.Lexicon;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * A pack of many clauses over the shipped vocabulary, in which health data never reaches an
 * advertiser without an authorisation, and as many conditions of every kind as a large notice has.
 */
public record LargePack(List<Clause> clauses) {
  private static final Lexicon LEXICON = TinyPack.LEXICON;

  /** Why: dice thrown in the order of another map would make another pack in each run. */
  private static final Map<Dimension, String> SECTIONS =
      new EnumMap<>(
          Map.of(
              Dimension.DATA, "data",
              Dimension.PURPOSE, "purpose",
              Dimension.RECIPIENT, "recipient",
              Dimension.SOURCE, "source",
              Dimension.TECHNOLOGY, "technology"));

  /** The clause that guards health data from advertisers. */
  public static final String GUARD = "guard";

  public static LargePack of(int size, long seed) {
    Random dice = new Random(seed);
    List<Clause> clauses = new ArrayList<>();
    Match match =
        new Match(
            Map.of(
                Dimension.ACTION, Terms.of("disclose", "sell"),
                Dimension.RECIPIENT, Terms.of("advertiser")),
            DataClass.PHI);
    Condition authorised =
        new Condition.Consent(
            Condition.Consent.ANY, ConsentLevel.AUTHORISATION, Set.of(Tie.PURPOSE), false);
    clauses.add(
        new Clause.Forbid(
            GUARD, GUARD, match, List.of(), List.of(authorised), Set.of(), List.of()));
    Match all = new Match(Map.of(Dimension.ACTION, Terms.of("collect")), null);
    clauses.add(new Clause.Permit("all", "all", all, List.of(), List.of()));
    while (clauses.size() < size) clauses.add(clause(dice, "c" + clauses.size()));
    return new LargePack(clauses);
  }

  private static Clause clause(Random dice, String id) {
    return switch (dice.nextInt(10)) {
      case 0, 1, 2, 3, 4, 5 -> new Clause.Permit(id, id, match(dice), some(dice, 2), List.of());
      case 6, 7 ->
          new Clause.Forbid(id, id, match(dice), some(dice, 1), some(dice, 2), Set.of(), List.of());
      case 8 -> new Clause.Require(id, id, match(dice), some(dice, 1), List.of(), one(dice));
      default -> new Clause.Close(id, id, match(dice), some(dice, 1), List.of());
    };
  }

  private static Match match(Random dice) {
    Map<Dimension, Terms> terms = new EnumMap<>(Dimension.class);
    terms.put(
        Dimension.ACTION,
        Terms.of(List.of("collect", "use", "disclose", "sell", "retain").get(dice.nextInt(5))));
    SECTIONS.forEach(
        (d, section) -> {
          boolean often = d == Dimension.DATA || d == Dimension.PURPOSE || d == Dimension.RECIPIENT;
          if (dice.nextInt(often ? 3 : 12) == 0 || (!often && dice.nextInt(2) == 0)) return;
          terms.put(d, new Terms(words(section, dice, 1 + dice.nextInt(3)), dice.nextInt(8) == 0));
        });
    return new Match(terms, dice.nextInt(5) == 0 ? DataClass.PHI : null);
  }

  private static Set<String> words(String section, Random dice, int count) {
    List<String> all = List.copyOf(new TreeSet<>(LEXICON.section(section).keySet()));
    Set<String> words = new TreeSet<>();
    while (words.size() < count) words.add(all.get(dice.nextInt(all.size())));
    return words;
  }

  private static List<Condition> some(Random dice, int most) {
    List<Condition> some = new ArrayList<>();
    for (int n = dice.nextInt(most + 1); n > 0; n--) some.add(one(dice));
    return some;
  }

  private static Condition one(Random dice) {
    Set<Tie> ties = dice.nextInt(2) == 0 ? Set.of() : Set.of(Tie.values()[dice.nextInt(3)]);
    return switch (dice.nextInt(9)) {
      case 0, 1 ->
          new Condition.Consent(
              "consent" + dice.nextInt(12),
              ConsentLevel.values()[dice.nextInt(ConsentLevel.values().length)],
              ties,
              false);
      case 2 -> new Condition.Choice(Set.of("choice" + dice.nextInt(8)), Set.of("on"), Set.of());
      case 3 -> new Condition.Evidence(words("evidence", dice, 1), ties);
      case 4 -> new Condition.Region(Whose.SUBJECT, words("region", dice, 1));
      case 5 -> new Condition.Age(Whose.SUBJECT, dice.nextBoolean(), 13 + dice.nextInt(6), false);
      case 6 -> new Condition.Relation(words("relation", dice, 1).iterator().next());
      case 7 -> new Condition.State(words("state", dice, 1).iterator().next());
      default -> new Condition.Notice(words("notice", dice, 1).iterator().next());
    };
  }

  public LargePack without(String cite) {
    return new LargePack(clauses.stream().filter(c -> !c.cite().equals(cite)).toList());
  }

  public LargePack with(Clause more) {
    List<Clause> all = new ArrayList<>(clauses);
    all.add(more);
    return new LargePack(all);
  }

  public Pack pack(String version) {
    Map<Dimension, Tree> trees = new EnumMap<>(Dimension.class);
    for (Dimension d : Dimension.values())
      trees.put(d, LEXICON.tree(d.name().toLowerCase(java.util.Locale.ROOT)));
    Map<String, ConsentRule> consents = new HashMap<>();
    for (int i = 0; i < 12; i++) {
      var regime =
          i % 2 == 0
              ? Map.<String, ConsentLevel>of()
              : Map.of("US", ConsentLevel.OPT_OUT, "EEA", ConsentLevel.OPT_IN);
      consents.put("consent" + i, new ConsentRule(ConsentLevel.OPT_IN, regime));
    }
    Map<String, ChoiceRule> choices = new HashMap<>();
    for (int i = 0; i < 8; i++) choices.put("choice" + i, new ChoiceRule(Set.of("off"), i == 0));
    return new Pack(
        "large",
        version,
        Instant.parse("2024-01-01T00:00:00Z"),
        version,
        new Vocabulary(trees, LEXICON.tree("evidence"), LEXICON.floors(), LEXICON.regions()),
        clauses,
        Map.of(),
        consents,
        choices,
        Map.of(),
        List.of());
  }
}
