// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.engine;

import dev.probity.kernel.clause.Clause;
import dev.probity.kernel.clause.Condition;
import dev.probity.kernel.clause.ConsentRule;
import dev.probity.kernel.clause.Match;
import dev.probity.kernel.clause.Overlay;
import dev.probity.kernel.clause.Pack;
import dev.probity.kernel.clause.PointRule;
import dev.probity.kernel.question.Question;
import dev.probity.kernel.term.Dimension;
import dev.probity.kernel.term.Floor;
import dev.probity.kernel.term.Tree;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Collects every word of some packs, to number them in sorted order. Used once, by one thread. */
final class Gathering {
  static final String DEIDENTIFIED = "deid.passed";
  static final String COLLECT = "collect";

  private final List<Set<String>> spaces = new ArrayList<>();

  private Gathering() {
    for (int i = 0; i < Space.values().length; i++) spaces.add(new TreeSet<>());
    add(Space.ACTION, COLLECT);
    add(Space.TECHNOLOGY, Question.NO_TECHNOLOGY);
    add(Space.EVIDENCE, DEIDENTIFIED);
  }

  static Words words(Collection<Pack> versions, List<Condition> until) {
    Gathering gathering = new Gathering();
    for (Pack pack : versions) {
      gathering.layer(pack);
      for (Overlay overlay : pack.overlays()) {
        gathering.match(overlay.match());
        overlay.when().forEach(gathering::condition);
        gathering.layer(overlay.pack());
      }
    }
    until.forEach(gathering::condition);
    return gathering.words();
  }

  private Words words() {
    Map<String, Integer> symbols = new LinkedHashMap<>();
    for (Set<String> space : spaces) {
      for (String word : space) symbols.putIfAbsent(word, symbols.size());
    }
    return new Words(symbols, spaces.stream().map(s -> List.copyOf(s)).toList());
  }

  private void layer(Pack pack) {
    add(Space.VERSION, pack.version());
    vocabulary(pack);
    pack.points().forEach(this::point);
    pack.consents().forEach(this::consent);
    pack.choices()
        .forEach(
            (id, rule) -> {
              add(Space.CHOICE, id);
              rule.byDefault().forEach(value -> add(Space.WORD, value));
            });
    pack.evidence().keySet().forEach(kind -> add(Space.EVIDENCE, kind));
    pack.clauses().forEach(this::clause);
  }

  private void vocabulary(Pack pack) {
    for (Dimension dimension : Dimension.values()) {
      tree(Space.of(dimension), pack.vocabulary().tree(dimension));
    }
    tree(Space.EVIDENCE, pack.vocabulary().evidence());
    pack.vocabulary().floors().keySet().forEach(element -> add(Space.DATA, element));
    for (Floor floor : pack.vocabulary().floors().values()) {
      floor.byRole().keySet().forEach(role -> add(Space.ROLE, role));
    }
    pack.vocabulary()
        .regions()
        .sets()
        .forEach(
            (set, members) -> {
              region(set);
              members.forEach(this::region);
            });
  }

  private void tree(Space space, Tree tree) {
    tree.parents()
        .forEach(
            (term, parent) -> {
              add(space, term);
              if (!parent.isEmpty()) add(space, parent);
            });
  }

  private void point(String name, PointRule rule) {
    add(Space.POINT, name);
    if (rule.purpose() != null) add(Space.PURPOSE, rule.purpose());
    if (rule.source() != null) add(Space.SOURCE, rule.source());
  }

  private void consent(String id, ConsentRule rule) {
    add(Space.CONSENT, id);
    for (String key : rule.regime().keySet()) {
      region(Levels.place(key));
      if (!Levels.channel(key).isEmpty()) add(Space.WORD, Levels.channel(key).substring(1));
    }
  }

  private void clause(Clause clause) {
    if (clause instanceof Clause.Duty) return;
    match(clause.match());
    clause.when().forEach(this::condition);
    switch (clause) {
      case Clause.Forbid c -> c.unless().forEach(this::condition);
      case Clause.Close c -> c.unless().forEach(this::condition);
      case Clause.Require c -> {
        c.unless().forEach(this::condition);
        condition(c.needs());
      }
      case Clause.Permit c -> {}
      case Clause.Outside c -> {}
      case Clause.Duty c -> {}
    }
  }

  private void match(Match match) {
    match.terms().forEach((d, terms) -> terms.listed().forEach(t -> add(Space.of(d), t)));
  }

  private void condition(Condition condition) {
    switch (condition) {
      case Condition.Consent c -> add(Space.CONSENT, c.id());
      case Condition.Choice c -> {
        c.ids().forEach(id -> add(Space.CHOICE, id));
        c.is().forEach(value -> add(Space.WORD, value));
      }
      case Condition.Notice c -> add(Space.NOTICE, c.what());
      case Condition.Relation c -> add(Space.RELATION, c.kind());
      case Condition.Evidence c -> c.kinds().forEach(kind -> add(Space.EVIDENCE, kind));
      case Condition.Region c -> c.in().forEach(this::region);
      case Condition.Role c -> add(Space.ROLE, c.kind());
      case Condition.State c -> add(Space.STATE, c.kind());
      case Condition.Age c -> {}
      case Condition.Channel c -> {}
    }
  }

  /** A region and the ones it names itself a part of: {@code US-CA} brings {@code US}. */
  private void region(String region) {
    add(Space.REGION, region);
    for (int dash = region.lastIndexOf('-'); dash >= 0; dash = region.lastIndexOf('-', dash - 1)) {
      add(Space.REGION, region.substring(0, dash));
    }
  }

  private void add(Space space, String word) {
    spaces.get(space.ordinal()).add(word);
  }
}
