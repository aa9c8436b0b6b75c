// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.engine;

import dev.probity.kernel.clause.Condition;
import dev.probity.kernel.clause.ConsentRule;
import dev.probity.kernel.clause.Pack;
import dev.probity.kernel.clause.Tie;
import dev.probity.kernel.clause.Whose;
import dev.probity.kernel.question.Kind;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Collects what the clauses that speak to an action read. Used once, by one thread. */
final class NeedsFinder {
  private final Words words;
  private final int action;
  private final Map<Kind, Set<String>> facts = new EnumMap<>(Kind.class);
  private final Set<Tie> ties = EnumSet.noneOf(Tie.class);

  private NeedsFinder(Words words, int action) {
    this.words = words;
    this.action = action;
  }

  static Needs of(List<Edition> editions, Words words, String action) {
    NeedsFinder finder = new NeedsFinder(words, words.value(Space.ACTION, action));
    for (Edition edition : editions) {
      finder.read(edition.until(), edition.pack());
      finder.layer(edition.own(), edition.pack());
      for (int i = 0; i < edition.laws().length; i++) {
        finder.layer(edition.laws()[i], edition.pack().overlays().get(i).pack());
      }
    }
    return new Needs(finder.facts, finder.ties);
  }

  private void layer(Layer layer, Pack pack) {
    Axis actions = layer.index.axes[Space.ACTION.ordinal()];
    for (int e = 0; e < layer.entries.length; e++) {
      if (!actions.has(action, e)) continue;
      Entry entry = layer.entries[e];
      read(entry.when, pack);
      read(entry.unless, pack);
      read(entry.needs, pack);
    }
    if (!layer.index.classMatters()) return;
    need(Kind.EVIDENCE, List.of(Gathering.DEIDENTIFIED));
    for (int[] roles : layer.classes.byRole) {
      for (int i = 0; i < roles.length; i += 2) {
        need(Kind.ROLE, List.of(words.word(Space.ROLE, roles[i])));
      }
    }
  }

  private void read(Gauge[] gauges, Pack pack) {
    for (Gauge gauge : gauges) condition(gauge.condition, pack);
  }

  private void condition(Condition condition, Pack pack) {
    switch (condition) {
      case Condition.Consent c -> {
        need(Kind.CONSENT, List.of(c.id()));
        ties.addAll(c.covers());
        regime(pack.consents().get(c.id()));
      }
      case Condition.Choice c -> {
        need(Kind.CHOICE, c.ids());
        ties.addAll(c.covers());
      }
      case Condition.Notice c -> need(Kind.NOTICE, List.of(c.what()));
      case Condition.Relation c -> need(Kind.RELATION, List.of(c.kind()));
      case Condition.Evidence c -> {
        need(Kind.EVIDENCE, c.kinds());
        ties.addAll(c.covers());
      }
      case Condition.Region c -> need(Kind.REGION, List.of(c.of().word()));
      case Condition.Age c -> need(Kind.AGE, List.of(c.of().word()));
      case Condition.Role c -> need(Kind.ROLE, List.of(c.kind()));
      case Condition.State c -> need(Kind.STATE, List.of(c.kind()));
      case Condition.Channel c -> need(Kind.CHANNEL, List.of());
    }
  }

  /** What a consent needs may depend on where the subject is and over which channel. */
  private void regime(@Nullable ConsentRule rule) {
    if (rule == null || rule.regime().isEmpty()) return;
    need(Kind.REGION, List.of(Whose.SUBJECT.word()));
    if (rule.regime().keySet().stream().anyMatch(k -> !Levels.channel(k).isEmpty())) {
      ties.add(Tie.MODE);
    }
  }

  private void need(Kind kind, Collection<String> ids) {
    facts.computeIfAbsent(kind, k -> new TreeSet<>()).addAll(ids);
  }
}
