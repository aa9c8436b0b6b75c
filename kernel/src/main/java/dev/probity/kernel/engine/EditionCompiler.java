// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.engine;

import dev.probity.kernel.clause.Condition;
import dev.probity.kernel.clause.Overlay;
import dev.probity.kernel.clause.Pack;
import dev.probity.kernel.term.Tree;
import java.util.Collection;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Compiles all versions of a notice with one set of numbers, packs and trees that they share once.
 * Used by one thread.
 */
final class EditionCompiler {
  final Common common;
  final Printed printed = new Printed();
  private final List<Condition> until;
  private final Cells.Budget budget;
  private final Map<Space, Map<Tree, Closure>> closed = new EnumMap<>(Space.class);
  private final Map<Pack, Layer> laws = new IdentityHashMap<>();
  private int entries;
  private int overlays;

  EditionCompiler(Collection<Pack> versions, List<Condition> until, Cells.Budget budget) {
    Words words = Gathering.words(versions, until);
    this.common = new Common(words, new Places(words), Periods.of(versions));
    this.until = until;
    this.budget = budget;
  }

  Edition compile(Pack pack) {
    Trees trees = new Trees(pack.vocabulary(), common.words(), closed);
    Gauges gauges = new Gauges(pack, common, trees);
    Layer own = layer(pack, trees, gauges, "");
    overlays = Math.max(overlays, pack.overlays().size());
    Layer[] over = pack.overlays().stream().map(Overlay::pack).map(this::law).toArray(Layer[]::new);
    return new Edition(pack, own, over, gauges.of(until));
  }

  private Layer law(Pack pack) {
    @Nullable Layer known = laws.get(pack);
    if (known != null) return known;
    Trees trees = new Trees(pack.vocabulary(), common.words(), closed);
    Layer made = layer(pack, trees, new Gauges(pack, common, trees), pack.id() + ":");
    laws.put(pack, made);
    return made;
  }

  private Layer layer(Pack pack, Trees trees, Gauges gauges, String prefix) {
    Layer made =
        new LayerCompiler(
                pack, common.words(), trees, gauges, printed, prefix, common.places().rows())
            .compile(budget);
    entries = Math.max(entries, made.entries.length);
    return made;
  }

  /** The entries of the largest layer. */
  int entries() {
    return entries;
  }

  /** The overlays of the version that has most. */
  int overlays() {
    return overlays;
  }
}
