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
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Consent records: of each id, tied to the question in each way that is asked for, the highest
 * level that stands, a refusal, a withdrawal. Which level a condition needs follows the subject's
 * region and the mode. One thread.
 */
final class Consents {
  private record Needed(ConsentRule rule, ConsentLevel least) {}

  private record Key(String id, Set<Tie> ties) {}

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
  private final Map<Key, Map<ConsentLevel, List<Integer>>> standing = new LinkedHashMap<>();
  private final Map<Regions, Map<Needed, Map<ConsentLevel, Integer>>> needed =
      new IdentityHashMap<>();
  private final Map<Key, Map<Ended, List<Integer>>> ended = new LinkedHashMap<>();

  Consents(Gates gates, Coverage coverage, Asking asking, Places subject, Spoken spoken, int read) {
    this.gates = gates;
    this.coverage = coverage;
    this.asking = asking;
    this.subject = subject;
    this.read = read;
    Set<String> ids = new TreeSet<>();
    Set<Set<Tie>> ofAny = new HashSet<>();
    Map<String, Set<Set<Tie>>> ways = new LinkedHashMap<>();
    for (var asked : spoken.conditions()) {
      if (!(asked.condition() instanceof Condition.Consent c)) continue;
      ids.add(c.id());
      ways.computeIfAbsent(c.id(), k -> new HashSet<>()).add(c.covers());
      if (c.id().equals(Condition.Consent.ANY)) ofAny.add(c.covers());
    }
    for (String id : ids) {
      Set<Set<Tie>> all = new HashSet<>(ways.getOrDefault(id, Set.of()));
      all.addAll(ofAny);
      for (Set<Tie> ties : InOrder.sets(all)) declare(new Key(id, ties));
    }
  }

  private void declare(Key key) {
    Map<ConsentLevel, List<Integer>> levels = new EnumMap<>(ConsentLevel.class);
    List<Integer> below = List.of();
    for (ConsentLevel level : ConsentLevel.values()) {
      List<Integer> here = tied(key.ties());
      for (int g = 0; g < below.size(); g++) gates.solver().add(-here.get(g), below.get(g));
      levels.put(level, here);
      below = here;
    }
    standing.put(key, levels);
    Map<Ended, List<Integer>> ends = new EnumMap<>(Ended.class);
    for (Ended end : Ended.values()) ends.put(end, tied(key.ties()));
    ended.put(key, ends);
  }

  private List<Integer> tied(Set<Tie> ties) {
    List<Integer> byGroup = new ArrayList<>();
    for (int g = 0; g < coverage.size(); g++) byGroup.add(gates.variable());
    coverage.agree(ties, byGroup);
    return byGroup;
  }

  Both of(Condition.Consent asked, Layer layer) {
    int group = coverage.group(layer);
    int withdrawn = some(asked, key -> Total.at(Total.at(ended, key), Ended.WITHDRAWN).get(group));
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
    int stands = some(asked, key -> Total.at(Total.at(standing, key), needed).get(group));
    if (needed != ConsentLevel.OPT_OUT) return new Both(stands, gates.and(-stands, read));
    int refused = some(asked, key -> Total.at(Total.at(ended, key), Ended.REFUSED).get(group));
    int against = gates.or(withdrawn, refused);
    return new Both(gates.and(-against, gates.or(read, stands)), against);
  }

  private int some(Condition.Consent asked, Function<Key, Integer> literal) {
    boolean any = asked.id().equals(Condition.Consent.ANY);
    return gates.or(
        standing.keySet().stream()
            .filter(k -> any || k.id().equals(asked.id()))
            .filter(k -> k.ties().containsAll(asked.covers()))
            .map(literal)
            .toList());
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
    for (Key key : standing.keySet()) {
      boolean told = true;
      for (var entry : standing.get(key).entrySet()) {
        if (sameAbove(key, entry.getKey())) continue;
        told =
            told
                && add(
                    key,
                    entry.getValue(),
                    entry.getKey(),
                    ConsentRecord.Answer.GIVEN,
                    false,
                    found);
      }
      var ends = Total.at(ended, key);
      ConsentLevel any = ConsentLevel.AUTHORISATION;
      told =
          told
              && add(
                  key,
                  Total.at(ends, Ended.REFUSED),
                  any,
                  ConsentRecord.Answer.REFUSED,
                  false,
                  found);
      told =
          told
              && add(
                  key,
                  Total.at(ends, Ended.WITHDRAWN),
                  any,
                  ConsentRecord.Answer.GIVEN,
                  true,
                  found);
      if (!told) return Optional.empty();
    }
    return Optional.of(found);
  }

  /** A record of a higher level stands wherever one of this level does. */
  private boolean sameAbove(Key key, ConsentLevel level) {
    if (level == ConsentLevel.AUTHORISATION) return false;
    List<Integer> here = Total.at(Total.at(standing, key), level);
    List<Integer> above =
        Total.at(Total.at(standing, key), ConsentLevel.values()[level.ordinal() + 1]);
    for (int g = 0; g < here.size(); g++)
      if (gates.holds(here.get(g)) != gates.holds(above.get(g))) return false;
    return true;
  }

  private boolean add(
      Key key,
      List<Integer> byGroup,
      ConsentLevel level,
      ConsentRecord.Answer answer,
      boolean withdrawn,
      List<ConsentRecord> found) {
    var ways = Records.ways(gates, coverage, key.ties(), byGroup);
    for (var covers : ways.orElse(List.of())) {
      found.add(
          new ConsentRecord(
              key.id(), answer, level, covers, null, withdrawn ? Instant.EPOCH : null));
    }
    return ways.isPresent();
  }
}
