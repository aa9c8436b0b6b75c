// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.prove;

import dev.probity.kernel.clause.Condition;
import dev.probity.kernel.clause.ConsentLevel;
import dev.probity.kernel.clause.ConsentRule;
import dev.probity.kernel.clause.Tie;
import dev.probity.kernel.decide.Regime;
import dev.probity.kernel.question.ConsentRecord;
import dev.probity.kernel.term.Regions;
import dev.probity.kernel.term.Truth;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Consent records: of each id, tied to the question in each way that is asked for, the highest
 * level that stands, a refusal, a withdrawal. Which level a condition needs follows the subject's
 * region and the mode. One thread.
 */
final class Consents {
  private record Needed(ConsentRule rule, ConsentLevel least) {}

  /** What a record can be, apart from standing at a level. */
  private enum Ended {
    REFUSED,
    WITHDRAWN
  }

  private final Gates gates;
  private final Coverage coverage;
  private final Asking asking;
  private final Places subject;
  private final int read;
  private final Map<String, Map<ConsentLevel, Tied>> standing = new LinkedHashMap<>();
  private final Map<Regions, Map<Needed, Map<ConsentLevel, Integer>>> needed =
      new IdentityHashMap<>();
  private final Map<String, Map<Ended, Tied>> ended = new LinkedHashMap<>();

  Consents(Gates gates, Coverage coverage, Asking asking, Places subject, Spoken spoken, int read) {
    this.gates = gates;
    this.coverage = coverage;
    this.asking = asking;
    this.subject = subject;
    this.read = read;
    Map<String, Set<Set<Tie>>> ways = new TreeMap<>();
    for (var asked : spoken.conditions()) {
      if (asked.condition() instanceof Condition.Consent c)
        ways.computeIfAbsent(c.id(), k -> new HashSet<>()).add(c.covers());
    }
    Set<Set<Tie>> ofAny = ways.getOrDefault(Condition.Consent.ANY, Set.of());
    ways.forEach((id, own) -> declare(id, own, ofAny));
  }

  private void declare(String id, Set<Set<Tie>> own, Set<Set<Tie>> ofAny) {
    Set<Tied.Sight> closed = new HashSet<>();
    own.forEach(ties -> closed.add(new Tied.Sight(ties, false)));
    ofAny.forEach(ties -> closed.add(new Tied.Sight(ties, false)));
    Map<ConsentLevel, Tied> levels = new EnumMap<>(ConsentLevel.class);
    for (ConsentLevel level : ConsentLevel.values())
      levels.put(level, new Tied(gates, coverage, closed));
    for (int i = 1; i < levels.size(); i++)
      Total.at(levels, ConsentLevel.values()[i])
          .within(Total.at(levels, ConsentLevel.values()[i - 1]));
    standing.put(id, levels);
    Set<Tied.Sight> reached = new HashSet<>();
    own.forEach(ties -> reached.add(new Tied.Sight(ties, !id.equals(Condition.Consent.ANY))));
    ofAny.forEach(ties -> reached.add(new Tied.Sight(ties, false)));
    Map<Ended, Tied> ends = new EnumMap<>(Ended.class);
    for (Ended end : Ended.values()) ends.put(end, new Tied(gates, coverage, reached));
    ended.put(id, ends);
  }

  Both of(Condition.Consent asked, Layer layer) {
    int group = coverage.group(layer);
    int withdrawn = ended(asked, Ended.WITHDRAWN, group);
    if (asked.withdrawn()) return new Both(withdrawn, gates.and(-withdrawn, read));
    List<Integer> yes = new ArrayList<>();
    List<Integer> no = new ArrayList<>();
    needed(asked, layer)
        .forEach(
            (level, where) -> {
              Both here = at(asked, level, group, withdrawn);
              yes.add(gates.and(where, here.yes()));
              no.add(gates.and(where, here.no()));
            });
    return new Both(gates.or(yes), gates.or(no));
  }

  private Both at(Condition.Consent asked, ConsentLevel needed, int group, int withdrawn) {
    Tied.Sight covering = new Tied.Sight(asked.covers(), false);
    int stands = some(asked, id -> Total.at(Total.at(standing, id), needed).seen(covering, group));
    if (needed != ConsentLevel.OPT_OUT) return new Both(stands, gates.and(-stands, read));
    int against = gates.or(withdrawn, ended(asked, Ended.REFUSED, group));
    return new Both(gates.and(-against, gates.or(read, stands)), against);
  }

  /** A no that names nothing is a no to all its own consent is for. */
  private int ended(Condition.Consent asked, Ended end, int group) {
    boolean named = !asked.id().equals(Condition.Consent.ANY);
    Tied.Sight reached = new Tied.Sight(asked.covers(), named);
    return some(asked, id -> Total.at(Total.at(ended, id), end).seen(reached, group));
  }

  private int some(Condition.Consent asked, Function<String, Integer> literal) {
    if (!asked.id().equals(Condition.Consent.ANY)) return literal.apply(asked.id());
    return gates.or(standing.keySet().stream().map(literal).toList());
  }

  /** Each level the condition may need, and where it needs that one. */
  private Map<ConsentLevel, Integer> needed(Condition.Consent asked, Layer layer) {
    ConsentLevel byClause = asked.level() == null ? ConsentLevel.OPT_OUT : asked.level();
    ConsentRule rule = layer.rules().consents().get(asked.id());
    if (rule == null)
      return Map.of(asked.level() == null ? ConsentLevel.OPT_IN : byClause, Gates.TRUE);
    Regions regions = layer.rules().vocabulary().regions();
    return needed
        .computeIfAbsent(regions, k -> new HashMap<>())
        .computeIfAbsent(new Needed(rule, byClause), k -> needed(rule, byClause, regions));
  }

  private Map<ConsentLevel, Integer> needed(
      ConsentRule rule, ConsentLevel byClause, Regions regions) {
    Map<ConsentLevel, List<Integer>> where = new EnumMap<>(ConsentLevel.class);
    subject
        .by(regions, holds -> byMode(rule, holds, byClause))
        .forEach(
            (modes, places) -> {
              int place = gates.or(places);
              modes.forEach(
                  (level, mode) ->
                      where
                          .computeIfAbsent(level, k -> new ArrayList<>())
                          .add(gates.and(place, mode)));
            });
    Map<ConsentLevel, Integer> needed = new EnumMap<>(ConsentLevel.class);
    where.forEach((level, places) -> needed.put(level, gates.or(places)));
    if (needed.size() == 1) needed.replaceAll((level, place) -> Gates.TRUE);
    return needed;
  }

  private Map<ConsentLevel, Integer> byMode(
      ConsentRule rule, Function<String, Truth> holds, ConsentLevel least) {
    Map<ConsentLevel, List<Integer>> found = new EnumMap<>(ConsentLevel.class);
    Regime regime = new Regime(rule, holds);
    asking
        .modes()
        .forEach(
            (mode, literal) ->
                found
                    .computeIfAbsent(higher(regime.level(mode), least), k -> new ArrayList<>())
                    .add(literal));
    found
        .computeIfAbsent(higher(regime.level(""), least), k -> new ArrayList<>())
        .add(asking.noMode());
    Map<ConsentLevel, Integer> byMode = new EnumMap<>(ConsentLevel.class);
    found.forEach((level, modes) -> byMode.put(level, gates.or(modes)));
    if (byMode.size() == 1) byMode.replaceAll((level, mode) -> Gates.TRUE);
    return byMode;
  }

  private static ConsentLevel higher(ConsentLevel one, ConsentLevel other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  /** The records of the model; nothing where no record is tied as the model wants it. */
  Optional<List<ConsentRecord>> records() {
    List<ConsentRecord> found = new ArrayList<>();
    var given = ConsentRecord.Answer.GIVEN;
    for (String id : standing.keySet()) {
      Map<ConsentLevel, Tied> levels = Total.at(standing, id);
      boolean told = true;
      for (ConsentLevel level : ConsentLevel.values()) {
        Tied here = Total.at(levels, level);
        // Why: a record of a higher level stands wherever one of this level does.
        if (level != ConsentLevel.AUTHORISATION
            && here.sameAs(Total.at(levels, ConsentLevel.values()[level.ordinal() + 1]))) continue;
        told = told && add(here, new ConsentRecord(id, given, level, Map.of(), null, null), found);
      }
      var ends = Total.at(ended, id);
      var highest = ConsentLevel.AUTHORISATION;
      var refused = ConsentRecord.Answer.REFUSED;
      told =
          told
              && add(
                  Total.at(ends, Ended.REFUSED),
                  new ConsentRecord(id, refused, highest, Map.of(), null, null),
                  found)
              && add(
                  Total.at(ends, Ended.WITHDRAWN),
                  new ConsentRecord(id, given, highest, Map.of(), null, Instant.EPOCH),
                  found);
      if (!told) return Optional.empty();
    }
    return Optional.of(found);
  }

  private static boolean add(Tied tied, ConsentRecord like, List<ConsentRecord> found) {
    var ways = tied.records();
    for (var covers : ways.orElse(List.of())) {
      found.add(
          new ConsentRecord(
              like.id(), like.answer(), like.level(), covers, like.from(), like.withdrawn()));
    }
    return ways.isPresent();
  }
}
