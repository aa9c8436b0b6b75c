// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.prove;

import dev.probity.kernel.clause.ChannelLevel;
import dev.probity.kernel.clause.ChoiceRule;
import dev.probity.kernel.clause.Clause;
import dev.probity.kernel.clause.Condition;
import dev.probity.kernel.clause.ConsentLevel;
import dev.probity.kernel.clause.ConsentRule;
import dev.probity.kernel.clause.EvidenceRule;
import dev.probity.kernel.clause.History;
import dev.probity.kernel.clause.Match;
import dev.probity.kernel.clause.Overlay;
import dev.probity.kernel.clause.Pack;
import dev.probity.kernel.clause.PointRule;
import dev.probity.kernel.clause.Terms;
import dev.probity.kernel.clause.Tie;
import dev.probity.kernel.clause.Whose;
import dev.probity.kernel.fault.Where;
import dev.probity.kernel.term.DataClass;
import dev.probity.kernel.term.Dimension;
import dev.probity.kernel.term.Floor;
import dev.probity.kernel.term.Regions;
import dev.probity.kernel.term.Tree;
import dev.probity.kernel.term.Vocabulary;
import dev.probity.notice.pack.Assertion;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Random packs so small that all their questions can be asked: a handful of words, at most two
 * conditions, two or three dimensions. The same seed makes the same.
 */
public final class TinyWorld {
  static final Instant START = Instant.parse("2024-01-01T00:00:00Z");
  static final Instant LATER = Instant.parse("2024-07-01T00:00:00Z");
  static final Map<Dimension, List<String>> WORDS =
      new EnumMap<>(
          Map.of(
              Dimension.ACTION, List.of("collect", "use"),
              Dimension.DATA, List.of("a", "a.x", "b"),
              Dimension.PURPOSE, List.of("p", "p.q", "z"),
              Dimension.RECIPIENT, List.of("r", "r.s"),
              Dimension.POINT, List.of("form", "app"),
              Dimension.SOURCE, List.of("subject", "device"),
              Dimension.TECHNOLOGY, List.of("none", "cookie")));

  private final Random dice;
  private final List<Dimension> dimensions = new ArrayList<>();
  private final List<Condition> pool = new ArrayList<>();
  private final Map<String, ConsentRule> consents;
  private final Map<String, ChoiceRule> choices;
  private int number;

  public TinyWorld(long seed) {
    dice = new Random(seed);
    dimensions.add(Dimension.ACTION);
    dimensions.add(Dimension.DATA);
    List<Dimension> others =
        new ArrayList<>(
            List.of(
                Dimension.PURPOSE,
                Dimension.RECIPIENT,
                Dimension.POINT,
                Dimension.SOURCE,
                Dimension.TECHNOLOGY));
    java.util.Collections.shuffle(others, dice);
    dimensions.add(others.get(0));
    int kind = dice.nextInt(12);
    pool.add(condition(kind));
    pool.add(condition(dice.nextInt(3) == 0 ? dice.nextInt(12) : kind));
    if (dice.nextInt(3) == 0) pool.add(condition(kind));
    consents =
        Map.of("c", new ConsentRule(one(ConsentLevel.OPT_OUT, ConsentLevel.OPT_IN), regime()));
    choices = Map.of("s", new ChoiceRule(one(Set.of(), Set.of("on")), dice.nextInt(3) == 0));
  }

  private Map<String, ConsentLevel> regime() {
    if (dice.nextInt(2) == 0) return Map.of();
    return Map.of(
        one("US", "US-CA", "EEA", "US/sms"),
        one(ConsentLevel.OPT_OUT, ConsentLevel.WRITTEN),
        "default",
        one(ConsentLevel.OPT_OUT, ConsentLevel.OPT_IN));
  }

  @SafeVarargs
  private <T> T one(T... of) {
    return of[dice.nextInt(of.length)];
  }

  private Condition condition(int kind) {
    Set<Tie> tied = dice.nextInt(2) == 0 ? Set.of() : Set.of(one(Tie.PURPOSE, Tie.DATA, Tie.MODE));
    return switch (kind) {
      case 0, 1, 2 ->
          new Condition.Consent(
              one("c", "c", Condition.Consent.ANY),
              one(null, ConsentLevel.OPT_OUT, ConsentLevel.OPT_IN, ConsentLevel.WRITTEN),
              tied,
              dice.nextInt(5) == 0);
      case 3, 4 ->
          new Condition.Evidence(one(Set.of("e"), Set.of("e.f"), Set.of("deid.passed")), tied);
      case 5 ->
          dice.nextInt(3) == 0
              ? new Condition.Choice(Set.of("s"), Set.of(), Set.of(Tie.MODE))
              : new Condition.Choice(Set.of("s"), one(Set.of("on"), Set.of("on", "off")), Set.of());
      case 6 -> new Condition.Region(Whose.SUBJECT, one(Set.of("US"), Set.of("US-CA", "EEA")));
      case 7 -> new Condition.Age(Whose.SUBJECT, dice.nextBoolean(), one(13, 18), false);
      case 8 -> new Condition.Age(Whose.SUBJECT, true, 13, dice.nextBoolean());
      case 9 -> new Condition.Role(one("x", "y"));
      case 10 -> one(new Condition.Relation("near"), new Condition.Notice("shown"));
      default -> one(new Condition.State("ready"), new Condition.Channel(ChannelLevel.PROTECTED));
    };
  }

  public Pack pack() {
    return pack("1", START, dice.nextInt(3) == 0);
  }

  private Pack pack(String version, Instant from, boolean withLaw) {
    List<Clause> clauses = new ArrayList<>();
    for (int n = 2 + dice.nextInt(4); n > 0; n--) clauses.add(clause());
    if (dice.nextInt(4) != 0) clauses.add(collects());
    List<Overlay> laws = new ArrayList<>();
    if (withLaw) {
      Pack law = pack("law", START, false);
      laws.add(new Overlay("O", match(3), some(1), law));
    }
    return of(version, from, clauses, laws);
  }

  private Pack of(String version, Instant from, List<Clause> clauses, List<Overlay> laws) {
    return new Pack(
        version.equals("law") ? "law" : "tiny",
        version,
        from,
        version,
        vocabulary(),
        clauses,
        pointsMatter() ? Map.of("form", new PointRule("p.q", null)) : Map.of(),
        consents,
        choices,
        dice.nextInt(2) == 0
            ? Map.of()
            : Map.of("e", new EvidenceRule(one(null, LATER), one(null, Period.ofDays(30)))),
        laws);
  }

  /** One version, or two with a pin. */
  public History history() {
    if (dice.nextInt(3) != 0) return History.of(pack());
    Pack old = pack("0", START.minusSeconds(86_400), false);
    History.Pin pin = one(History.Pin.ALL, History.Pin.NEW_PERMISSIONS);
    return new History(List.of(old, pack("1", START, false)), pin, some(1), "PIN");
  }

  /** The same pack with one clause more, less or otherwise. */
  public Pack edited(Pack pack) {
    List<Clause> clauses = new ArrayList<>(pack.clauses());
    int change = dice.nextInt(4);
    int at = dice.nextInt(clauses.size());
    if (change == 0) clauses.remove(at);
    if (change == 1) clauses.add(clause());
    if (change == 2) clauses.set(at, clause());
    if (change == 3) java.util.Collections.shuffle(clauses, dice);
    return new Pack(
        pack.id(),
        "2",
        LATER,
        "2",
        pack.vocabulary(),
        clauses,
        pointsMatter() && dice.nextInt(6) == 0
            ? Map.of("form", new PointRule("z", null))
            : pack.points(),
        dice.nextInt(4) == 0
            ? Map.of("c", new ConsentRule(one(ConsentLevel.values()), Map.of()))
            : pack.consents(),
        pack.choices(),
        pack.evidence(),
        pack.overlays());
  }

  private Vocabulary vocabulary() {
    Map<Dimension, Tree> trees = new EnumMap<>(Dimension.class);
    WORDS.forEach((d, words) -> trees.put(d, tree(words)));
    return new Vocabulary(
        trees,
        tree(List.of("e", "e.f", "deid.passed")),
        Map.of(
            "a",
            new Floor(DataClass.NON_PII, Map.of()),
            "b",
            new Floor(DataClass.PII, rolesMatter() ? Map.of("x", DataClass.PHI) : Map.of())),
        new Regions(Map.of("EEA", Set.of("SE"))));
  }

  private static Tree tree(List<String> words) {
    Map<String, String> parents = new java.util.HashMap<>();
    for (String word : words) {
      int dot = word.lastIndexOf('.');
      boolean below = dot > 0 && words.contains(word.substring(0, dot));
      parents.put(word, below ? word.substring(0, dot) : "");
    }
    return new Tree(parents);
  }

  private static Clause collects() {
    Match all = new Match(Map.of(Dimension.ACTION, Terms.of("collect")), DataClass.NON_PII);
    return new Clause.Permit("all", "all", all, List.of(), List.of());
  }

  private Clause clause() {
    String id = "k" + number++;
    return switch (dice.nextInt(10)) {
      case 0, 1, 2, 3 -> new Clause.Permit(id, id, match(2), some(2), List.of());
      case 4, 5, 6 -> {
        Set<String> except = dice.nextInt(4) == 0 ? Set.of("k" + dice.nextInt(4)) : Set.of();
        yield new Clause.Forbid(id, id, match(2), some(1), some(2), except, List.of());
      }
      case 7 -> new Clause.Close(id, id, match(2), some(1), some(1));
      case 8 -> new Clause.Require(id, id, match(2), some(1), some(1), pick());
      default -> new Clause.Outside(id, id, match(1), some(1), "elsewhere");
    };
  }

  private Condition pick() {
    return pool.get(dice.nextInt(pool.size()));
  }

  private List<Condition> some(int most) {
    Set<Condition> some = new HashSet<>();
    for (int n = dice.nextInt(most + 1); n > 0; n--) some.add(pick());
    return List.copyOf(some);
  }

  private Match match(int few) {
    Map<Dimension, Terms> terms = new EnumMap<>(Dimension.class);
    for (Dimension d : dimensions) {
      if (dice.nextInt(few) != 0) continue;
      List<String> words = WORDS.get(d);
      Set<String> listed = new HashSet<>();
      for (int n = 1 + dice.nextInt(2); n > 0; n--)
        listed.add(words.get(dice.nextInt(words.size())));
      terms.put(d, new Terms(listed, dice.nextInt(4) == 0));
    }
    return new Match(terms, dice.nextInt(4) == 0 ? one(DataClass.values()) : null);
  }

  public Assertion assertion() {
    return new Assertion(
        "", dice.nextInt(4) != 0, match(2), some(1), some(1), "", List.of(), Where.file("tiny"));
  }

  private boolean pointsMatter() {
    return dimensions.contains(Dimension.POINT)
        || dimensions.contains(Dimension.PURPOSE)
        || tied(Tie.PURPOSE);
  }

  boolean rolesMatter() {
    return pool.stream().anyMatch(Condition.Role.class::isInstance);
  }

  boolean regionsMatter() {
    return consentsMatter() && !consents.get("c").regime().isEmpty();
  }

  private boolean consentsMatter() {
    return pool.stream().anyMatch(Condition.Consent.class::isInstance);
  }

  boolean tied(Tie tie) {
    return pool.stream()
        .anyMatch(
            c ->
                (c instanceof Condition.Consent x && x.covers().contains(tie))
                    || (c instanceof Condition.Evidence y && y.covers().contains(tie))
                    || (c instanceof Condition.Choice z && z.covers().contains(tie)));
  }

  boolean modesMatter() {
    boolean regime =
        consentsMatter()
            && consents.get("c").regime().keySet().stream().anyMatch(k -> k.contains("/"));
    return regime || tied(Tie.MODE);
  }

  List<Dimension> dimensions() {
    return dimensions;
  }

  public List<Condition> pool() {
    return pool;
  }
}
