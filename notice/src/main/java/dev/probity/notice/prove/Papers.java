// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.prove;

import dev.probity.kernel.clause.Condition;
import dev.probity.kernel.clause.EvidenceRule;
import dev.probity.kernel.question.Document;
import dev.probity.kernel.term.Tree;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Documents on file: of each class of kinds that no condition tells apart, begun early or now, tied
 * to the question in each way that is asked for. One thread.
 */
final class Papers {
  /**
   * Documents that count alike.
   *
   * @param counts layers in which one is valid at the event
   */
  private record Sort(String kind, @Nullable Instant from, BitSet counts) {}

  private final Gates gates;
  private final Coverage coverage;
  private final Instant at;
  private final List<Layer> layers;
  private final int read;
  private final Map<Sort, Tied> papers = new LinkedHashMap<>();

  Papers(Gates gates, Coverage coverage, Spoken spoken, Instant at, int read) {
    this.gates = gates;
    this.coverage = coverage;
    this.at = at;
    this.layers = spoken.layers();
    this.read = read;
    Set<Tied.Sight> sights = new HashSet<>();
    for (var asked : spoken.conditions())
      if (asked.condition() instanceof Condition.Evidence e) sights.add(sight(e));
    for (Sort sort : sorts(spoken)) papers.put(sort, new Tied(gates, coverage, sights));
  }

  private static Tied.Sight sight(Condition.Evidence asked) {
    return new Tied.Sight(asked.covers(), false);
  }

  /** One document for each way conditions and rules may see it. */
  private Set<Sort> sorts(Spoken spoken) {
    Set<String> kinds = new TreeSet<>();
    for (Layer layer : layers)
      kinds.addAll(layer.rules().vocabulary().evidence().parents().keySet());
    for (var asked : spoken.conditions())
      if (asked.condition() instanceof Condition.Evidence e) kinds.addAll(e.kinds());
    Map<List<Object>, Sort> sorts = new LinkedHashMap<>();
    for (String kind : kinds) {
      List<Object> seen = new ArrayList<>();
      for (var asked : spoken.conditions()) {
        if (asked.condition() instanceof Condition.Evidence e)
          seen.add(within(kind, e.kinds(), asked.layer()));
      }
      if (!seen.contains(true)) continue;
      for (Instant from : beginnings()) {
        BitSet counts = counts(kind, from);
        if (!counts.isEmpty())
          sorts.putIfAbsent(List.of(seen, counts), new Sort(kind, from, counts));
      }
    }
    return new java.util.LinkedHashSet<>(sorts.values());
  }

  private static boolean within(String kind, Set<String> asked, Layer layer) {
    Tree tree = layer.rules().vocabulary().evidence();
    return asked.stream().anyMatch(k -> tree.within(kind, k));
  }

  /** Not said, now, and just so long ago that a rule's period is over. */
  private List<@Nullable Instant> beginnings() {
    List<@Nullable Instant> found = new ArrayList<>();
    found.add(null);
    found.add(at);
    for (Layer layer : layers) {
      for (EvidenceRule rule : InOrder.of(layer.rules().evidence()).values()) {
        if (rule.lasts() != null)
          found.add(at.atZone(ZoneOffset.UTC).minus(rule.lasts()).toInstant());
      }
    }
    return found;
  }

  private BitSet counts(String kind, @Nullable Instant from) {
    BitSet counts = new BitSet();
    for (int i = 0; i < layers.size(); i++) {
      if (valid(rule(kind, layers.get(i)), from)) counts.set(i);
    }
    return counts;
  }

  private boolean valid(EvidenceRule rule, @Nullable Instant from) {
    if (rule.until() != null && !at.isBefore(rule.until())) return false;
    if (rule.lasts() == null) return true;
    return from != null && at.isBefore(from.atZone(ZoneOffset.UTC).plus(rule.lasts()).toInstant());
  }

  private static EvidenceRule rule(String kind, Layer layer) {
    Tree tree = layer.rules().vocabulary().evidence();
    for (String up = kind; !up.isEmpty(); up = tree.parents().getOrDefault(up, "")) {
      EvidenceRule rule = layer.rules().evidence().get(up);
      if (rule != null) return rule;
    }
    return new EvidenceRule(null, null);
  }

  Both of(Condition.Evidence asked, Layer layer) {
    int number = layers.indexOf(layer);
    int group = coverage.group(layer);
    List<Integer> any = new ArrayList<>();
    papers.forEach(
        (sort, tied) -> {
          if (sort.counts().get(number) && within(sort.kind(), asked.kinds(), layer))
            any.add(tied.seen(sight(asked), group));
        });
    int yes = gates.or(any);
    return new Both(yes, gates.and(-yes, read));
  }

  /** The documents of the model; nothing where no document is tied as the model wants it. */
  Optional<List<Document>> documents() {
    List<Document> found = new ArrayList<>();
    for (var entry : papers.entrySet()) {
      Sort sort = entry.getKey();
      var ways = entry.getValue().records();
      if (ways.isEmpty()) return Optional.empty();
      for (var covers : ways.get())
        found.add(new Document("", sort.kind(), covers, sort.from(), null));
    }
    return Optional.of(found);
  }
}
