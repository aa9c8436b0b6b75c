// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.prove;

import dev.probity.kernel.clause.Condition;
import dev.probity.kernel.clause.History;
import dev.probity.kernel.clause.Overlay;
import dev.probity.kernel.clause.Pack;
import dev.probity.kernel.decide.Effect;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The answer of a pack with its overlays, or of a history with its pins, as literals. Immutable
 * once made.
 *
 * @param own what the newest version itself says, without overlays and pins
 * @param cites where each entry, of an overlay too, is cited; pins left aside
 */
record Answers(Verdicts own, Map<Effect, Integer> effects, Map<String, Integer> cites) {
  int effect(Effect effect) {
    return effects.getOrDefault(effect, Gates.FALSE);
  }

  /** As if this pack alone governed. */
  static Answers of(Space space, Pack pack) {
    Gates gates = space.gates();
    Layer layer = Layer.own(pack);
    Verdicts own = new Verdicts(space, layer);
    List<Integer> laws = new ArrayList<>();
    Map<String, Integer> cites = new TreeMap<>();
    own.decisive().forEach((c, l) -> cites.merge(c.cite(), l, (x, y) -> gates.or(x, y)));
    for (Overlay overlay : pack.overlays()) {
      if (overlay.pack().inForce().isAfter(space.at())) continue;
      int applies =
          gates.and(
              own.speaking().overlaps(overlay.match()), -own.speaking().all(overlay.when()).no());
      Verdicts law = new Verdicts(space, layer.overlay(overlay.pack()));
      int denies = gates.and(applies, law.effect(Effect.DENY));
      laws.add(denies);
      String prefix = overlay.pack().id() + ":";
      law.decisive()
          .forEach(
              (c, l) ->
                  cites.merge(prefix + c.cite(), gates.and(denies, l), (x, y) -> gates.or(x, y)));
    }
    int denied = gates.or(laws);
    Map<Effect, Integer> effects = new EnumMap<>(Effect.class);
    for (Effect e : Effect.values()) effects.put(e, gates.and(-denied, own.effect(e)));
    effects.put(Effect.DENY, gates.or(denied, own.effect(Effect.DENY)));
    return new Answers(own, effects, cites);
  }

  /** While the newest version is in force; data may have been collected under older ones. */
  static Answers of(Space space, History history) {
    Answers now = of(space, history.newest());
    if (history.pin() == History.Pin.NONE) return now;
    Gates gates = space.gates();
    Speaking asked = new Speaking(space, raw(history.newest()));
    int over = asked.all(history.until()).yes();
    Map<Effect, Integer> effects = new EnumMap<>(now.effects());
    for (Pack old : older(history)) {
      int pinned = gates.and(space.pinned(old.version()), -over);
      Answers before = of(space, old);
      Map<Effect, Integer> then =
          history.pin() == History.Pin.ALL ? before.effects() : both(gates, now, before);
      for (Effect e : Effect.values()) {
        effects.put(
            e,
            gates.or(
                gates.and(pinned, Total.at(then, e)), gates.and(-pinned, Total.at(effects, e))));
      }
    }
    return new Answers(now.own(), effects, now.cites());
  }

  /** What only the new version permits is denied. */
  private static Map<Effect, Integer> both(Gates gates, Answers now, Answers before) {
    Map<Effect, Integer> both = new EnumMap<>(now.effects());
    int permitted = now.effect(Effect.PERMIT);
    int then = before.effect(Effect.PERMIT);
    both.put(Effect.PERMIT, gates.and(permitted, then));
    both.put(Effect.DENY, gates.or(now.effect(Effect.DENY), gates.and(permitted, -then)));
    return both;
  }

  /** A pin reads the question as it was asked. */
  private static Layer raw(Pack pack) {
    return new Layer(pack, Map.of());
  }

  /** Versions a question can be pinned to: of two with one name, the older. */
  private static List<Pack> older(History history) {
    return history.versions().stream()
        .filter(p -> p.inForce().isBefore(history.newest().inForce()))
        .filter(p -> history.version(p.version()).filter(p::equals).isPresent())
        .toList();
  }

  /** Everything the answers of a history depend on. */
  static void gather(History history, Spoken spoken) {
    Pack newest = history.newest();
    spoken.layer(Layer.own(newest));
    if (history.pin() == History.Pin.NONE) return;
    List<Condition> until = history.until();
    Layer raw = raw(newest);
    spoken.layers().add(raw);
    spoken.all(raw, until);
    older(history).forEach(p -> spoken.layer(Layer.own(p)));
  }
}
