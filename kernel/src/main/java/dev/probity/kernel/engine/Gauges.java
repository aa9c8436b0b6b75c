// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.engine;

import dev.probity.kernel.clause.ChoiceRule;
import dev.probity.kernel.clause.Condition;
import dev.probity.kernel.clause.ConsentLevel;
import dev.probity.kernel.clause.ConsentRule;
import dev.probity.kernel.clause.EvidenceRule;
import dev.probity.kernel.clause.Pack;
import dev.probity.kernel.clause.Tie;
import dev.probity.kernel.question.Kind;
import dev.probity.kernel.term.Tree;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compiles the conditions of one pack, the same condition once. Used by one thread. */
final class Gauges {
  private final Pack pack;
  private final Common common;
  private final Words words;
  private final Trees trees;
  private final EvidenceGauge.Rules rules;
  private final Map<Condition, Gauge> compiled = new HashMap<>();
  private final Map<List<Gauge>, Gauge[]> lists = new HashMap<>();
  private final Map<String, byte[]> places = new HashMap<>();

  Gauges(Pack pack, Common common, Trees trees) {
    this.pack = pack;
    this.common = common;
    this.words = common.words();
    this.trees = trees;
    this.rules = rules();
  }

  Gauge[] of(Collection<Condition> conditions) {
    if (conditions.isEmpty()) return Gauge.NONE;
    List<Gauge> cheapFirst =
        conditions.stream().sorted(Comparator.comparingInt(Gauges::cost)).map(this::of).toList();
    return lists.computeIfAbsent(cheapFirst, l -> l.toArray(Gauge[]::new));
  }

  Gauge of(Condition condition) {
    @Nullable Gauge known = compiled.get(condition);
    if (known != null) return known;
    Gauge made = make(condition);
    compiled.put(condition, made);
    return made;
  }

  /** One that fails spares the rest: those that are one load go before those that walk records. */
  private static int cost(Condition condition) {
    return switch (condition) {
      case Condition.Region c -> 0;
      case Condition.Age c -> 1;
      case Condition.Role c -> 1;
      case Condition.Channel c -> 1;
      case Condition.Notice c -> 1;
      case Condition.Relation c -> 1;
      case Condition.State c -> 1;
      case Condition.Choice c -> 2;
      case Condition.Consent c -> 3;
      case Condition.Evidence c -> 4;
    };
  }

  private Gauge make(Condition condition) {
    return switch (condition) {
      case Condition.Consent c -> consent(c);
      case Condition.Choice c -> choice(c);
      case Condition.Notice c ->
          new NoticeGauge(
              c, words.index(Space.NOTICE, c.what()), words.index(Space.VERSION, pack.version()));
      case Condition.Relation c -> flag(c, Space.RELATION, Kind.RELATION, c.kind());
      case Condition.Evidence c -> evidence(c);
      case Condition.Region c -> new RegionGauge(c, inAny(c.in()));
      case Condition.Age c -> new AgeGauge(c);
      case Condition.Role c -> new RoleGauge(c, words.index(Space.ROLE, c.kind()));
      case Condition.State c -> flag(c, Space.STATE, Kind.STATE, c.kind());
      case Condition.Channel c -> new ChannelGauge(c);
    };
  }

  private Gauge flag(Condition condition, Space space, Kind kind, String word) {
    return new FlagGauge(condition, space, kind, words.index(space, word));
  }

  private Gauge consent(Condition.Consent asked) {
    int consent = words.index(Space.CONSENT, asked.id());
    return new ConsentGauge(asked, consent, ties(asked.covers()), levels(asked));
  }

  /** The level its consent declares where it stands, never below what the clause asks for. */
  private Levels levels(Condition.Consent asked) {
    int places = common.places().rows();
    @Nullable ConsentRule rule = pack.consents().get(asked.id());
    @Nullable ConsentLevel least = asked.level();
    if (rule == null) return Levels.always(least == null ? ConsentLevel.OPT_IN : least, places);
    ConsentLevel floor = least == null ? ConsentLevel.OPT_OUT : least;
    return Levels.of(rule, floor, words, places, this::inside);
  }

  private Gauge choice(Condition.Choice asked) {
    ChoiceGauge.Setting[] settings =
        asked.ids().stream().map(this::setting).toArray(ChoiceGauge.Setting[]::new);
    int[] wanted = asked.is().stream().mapToInt(words::symbol).toArray();
    return new ChoiceGauge(asked, settings, wanted, ties(asked.covers()));
  }

  private ChoiceGauge.Setting setting(String id) {
    ChoiceRule rule = pack.choices().getOrDefault(id, new ChoiceRule(Set.of(), false));
    List<String> values = List.copyOf(rule.byDefault());
    return new ChoiceGauge.Setting(
        words.index(Space.CHOICE, id),
        rule.operator(),
        values.stream().mapToInt(words::symbol).toArray(),
        values.toArray(String[]::new));
  }

  private Gauge evidence(Condition.Evidence asked) {
    long[] kinds = new long[(words.size(Space.EVIDENCE) + 63) >>> 6];
    for (String kind : asked.kinds()) {
      long[] below = trees.evidence.below(words.index(Space.EVIDENCE, kind)).toLongArray();
      for (int w = 0; w < below.length; w++) kinds[w] |= below[w];
    }
    return new EvidenceGauge(asked, kinds, rules, ties(asked.covers()));
  }

  /** Each kind follows its own rule or that of its nearest ancestor. */
  private EvidenceGauge.Rules rules() {
    int size = words.size(Space.EVIDENCE);
    @Nullable Instant[] until = new @Nullable Instant[size];
    int[] period = new int[size];
    Tree tree = pack.vocabulary().evidence();
    for (int kind = 0; kind < size; kind++) {
      String at = words.word(Space.EVIDENCE, kind);
      @Nullable EvidenceRule rule = null;
      while (rule == null && !at.isEmpty()) {
        rule = pack.evidence().get(at);
        at = tree.parents().getOrDefault(at, "");
      }
      until[kind] = rule == null ? null : rule.until();
      period[kind] =
          rule == null || rule.lasts() == null ? -1 : common.periods().index(rule.lasts());
    }
    return new EvidenceGauge.Rules(until, period);
  }

  private byte[] inAny(Set<String> regions) {
    byte[] any = new byte[common.places().rows()];
    any[Places.UNKNOWN] = Gauge.UNKNOWN;
    for (String region : regions) {
      byte[] one = inside(region);
      for (int place = 0; place < any.length; place++) {
        any[place] = (byte) Math.max(any[place], one[place]);
      }
    }
    return any;
  }

  private byte[] inside(String region) {
    return places.computeIfAbsent(
        region, r -> common.places().inside(r, pack.vocabulary().regions()));
  }

  private Ties ties(Set<Tie> asked) {
    return new Ties(asked, words, trees);
  }
}
