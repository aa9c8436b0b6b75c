// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.engine;

import dev.probity.kernel.clause.ChannelLevel;
import dev.probity.kernel.clause.Condition;
import dev.probity.kernel.clause.ConsentLevel;
import dev.probity.kernel.clause.Pack;
import dev.probity.kernel.clause.Tie;
import dev.probity.kernel.clause.Whose;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Gauges that read their condition as if it said something a little else. */
final class Misread {
  private Misread() {}

  /** A fault for every small change of every condition of the pack's own clauses. */
  static List<Faults.Fault> all(Pack pack, CompiledPack whole) {
    List<Faults.Fault> faults = new ArrayList<>();
    List<Gauge> gauges = Faults.gauges(whole.all().getFirst().own());
    for (int i = 0; i < gauges.size(); i++) {
      int at = i;
      for (Condition other : changes(gauges.get(i).condition)) {
        faults.add(
            new Faults.Fault(
                gauges.get(i).condition.text() + " read as " + other.text(),
                c -> replace(c, at, compile(pack, c, other))));
      }
    }
    for (int i = 0; i < gauges.size(); i++) {
      int at = i;
      if (!(gauges.get(i).condition instanceof Condition.Consent c) || c.withdrawn()) continue;
      faults.add(new Faults.Fault("a refusal ignored by " + c.text(), p -> ignoreRefusal(p, at)));
    }
    return faults;
  }

  private static Gauge compile(Pack pack, CompiledPack compiled, Condition other) {
    Trees trees =
        new Trees(pack.vocabulary(), compiled.common().words(), new EnumMap<>(Space.class));
    return new Gauges(pack, compiled.common(), trees).of(other);
  }

  private static void replace(CompiledPack compiled, int number, Gauge by) {
    Layer layer = compiled.all().getFirst().own();
    Gauge old = Faults.gauges(layer).get(number);
    replace(layer.rules.gauges, old, by);
    for (Entry e : layer.entries) {
      for (Gauge[] gauges : List.of(e.when, e.unless, e.needs)) replace(gauges, old, by);
    }
  }

  private static void replace(Gauge[] gauges, Gauge old, Gauge by) {
    for (int i = 0; i < gauges.length; i++) if (gauges[i] == old) gauges[i] = by;
  }

  private static void ignoreRefusal(CompiledPack compiled, int number) {
    Gauge old = Faults.gauges(compiled.all().getFirst().own()).get(number);
    replace(
        compiled,
        number,
        new Gauge(old.condition) {
          @Override
          int truth(Asking question, FactTable facts) {
            int truth = old.truth(question, facts);
            return truth == FALSE && refused(facts) ? TRUE : truth;
          }
        });
  }

  private static boolean refused(FactTable facts) {
    for (int r = 0; r < facts.consents.size(); r++) if (!facts.consents.yes(r)) return true;
    return false;
  }

  private static List<Condition> changes(Condition condition) {
    return switch (condition) {
      case Condition.Consent c -> consents(c);
      case Condition.Choice c ->
          List.of(
              new Condition.Choice(c.ids(), Set.of("on"), c.covers()),
              new Condition.Choice(Set.of("dnt", "modes"), c.is(), c.covers()));
      case Condition.Evidence c ->
          c.covers().isEmpty()
              ? List.of(new Condition.Evidence(Set.of("order.court"), Set.of()))
              : List.of(new Condition.Evidence(c.kinds(), Set.of()));
      case Condition.Region c ->
          List.of(
              new Condition.Region(Whose.SITE, c.in()),
              new Condition.Region(c.of(), Set.of("US", "EEA")));
      case Condition.Age c ->
          List.of(
              new Condition.Age(c.of(), c.below(), c.bound() + 1, c.knowing()),
              new Condition.Age(c.of(), c.below(), c.bound() - 1, c.knowing()),
              new Condition.Age(c.of(), !c.below(), c.bound(), c.knowing()),
              new Condition.Age(c.of(), c.below(), c.bound(), !c.knowing()));
      case Condition.Role c -> List.of(new Condition.Role("covered-entity"));
      case Condition.Channel c ->
          List.of(new Condition.Channel(ChannelLevel.values()[(c.atLeast().ordinal() + 1) % 3]));
      case Condition.Notice c -> List.of();
      case Condition.Relation c -> List.of();
      case Condition.State c -> List.of();
    };
  }

  private static List<Condition> consents(Condition.Consent c) {
    List<Condition> changes = new ArrayList<>();
    changes.add(new Condition.Consent(c.id(), c.level(), c.covers(), !c.withdrawn()));
    changes.add(new Condition.Consent(Condition.Consent.ANY, c.level(), c.covers(), c.withdrawn()));
    for (Tie tie : c.covers()) {
      Set<Tie> fewer = EnumSet.copyOf(c.covers());
      fewer.remove(tie);
      changes.add(new Condition.Consent(c.id(), c.level(), fewer, c.withdrawn()));
    }
    ConsentLevel level = c.level();
    if (level != null) {
      ConsentLevel next = ConsentLevel.values()[level.ordinal() + 1];
      changes.add(new Condition.Consent(c.id(), next, c.covers(), false));
    }
    return changes;
  }
}
