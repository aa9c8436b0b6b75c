// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.prove;

import dev.probity.kernel.clause.ChoiceRule;
import dev.probity.kernel.clause.Condition;
import dev.probity.kernel.clause.Tie;
import dev.probity.kernel.term.Dimension;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Settings and signals: recorded or not, and with which values; any set of values may be recorded,
 * the question's own term among them where something is tied to it. One thread.
 */
final class Choices {
  private static final ChoiceRule UNDECLARED = new ChoiceRule(Set.of(), false);

  /** One recorded setting. */
  private record Setting(int recorded, Map<String, Integer> values, Map<Tie, Integer> own) {}

  private final Gates gates;
  private final Asking asking;
  private final int read;
  private final Map<String, Setting> settings = new TreeMap<>();

  Choices(Gates gates, Asking asking, Spoken spoken, int read) {
    this.gates = gates;
    this.asking = asking;
    this.read = read;
    Map<String, Set<String>> values = new TreeMap<>();
    Map<String, Set<Tie>> ties = new HashMap<>();
    for (var asked : spoken.conditions()) {
      if (!(asked.condition() instanceof Condition.Choice c)) continue;
      for (String id : c.ids()) {
        Set<String> known = values.computeIfAbsent(id, k -> new TreeSet<>());
        known.addAll(values(c, asked.layer()));
        if (c.covers().contains(Tie.MODE)) known.addAll(asking.modes().keySet());
        ties.computeIfAbsent(id, k -> new HashSet<>()).addAll(c.covers());
      }
    }
    values.forEach((id, known) -> declare(id, known, ties.getOrDefault(id, Set.of())));
  }

  /** Every value the condition can meet. */
  static Set<String> values(Condition.Choice asked, Layer layer) {
    Set<String> values = new TreeSet<>(asked.is());
    for (String id : asked.ids())
      values.addAll(layer.rules().choices().getOrDefault(id, UNDECLARED).byDefault());
    return values;
  }

  private void declare(String id, Set<String> known, Set<Tie> ties) {
    int recorded = gates.variable();
    Map<String, Integer> values = new LinkedHashMap<>();
    for (String value : known) {
      int literal = gates.variable();
      gates.solver().add(-literal, recorded);
      values.put(value, literal);
    }
    Map<Tie, Integer> own = new EnumMap<>(Tie.class);
    for (Tie tie : InOrder.of(ties)) {
      if (tie == Tie.MODE) continue;
      int literal = gates.variable();
      gates.solver().add(-literal, recorded);
      if (tie == Tie.SUBJECT) gates.solver().add(-literal, asking.subject());
      own.put(tie, literal);
    }
    settings.put(id, new Setting(recorded, values, own));
  }

  Both of(Condition.Choice asked, Layer layer) {
    List<Integer> yes = new ArrayList<>();
    List<Integer> no = new ArrayList<>();
    for (String id : InOrder.of(asked.ids())) {
      Both one = of(id, asked, layer);
      yes.add(one.yes());
      no.add(one.no());
    }
    return new Both(gates.or(yes), gates.and(no));
  }

  private Both of(String id, Condition.Choice asked, Layer layer) {
    Setting setting = Total.at(settings, id);
    ChoiceRule rule = layer.rules().choices().getOrDefault(id, UNDECLARED);
    int recorded = gates.and(is(asked, setting), tied(asked, setting, layer));
    int byDefault = byDefault(rule, asked, layer);
    int known = rule.operator() ? Gates.TRUE : read;
    int absent = gates.and(-setting.recorded(), known);
    return new Both(
        gates.or(gates.and(setting.recorded(), recorded), gates.and(absent, byDefault)),
        gates.or(gates.and(setting.recorded(), -recorded), gates.and(absent, -byDefault)));
  }

  private int is(Condition.Choice asked, Setting setting) {
    if (asked.is().isEmpty()) return Gates.TRUE;
    return gates.or(asked.is().stream().map(setting.values()::get).toList());
  }

  private int tied(Condition.Choice asked, Setting setting, Layer layer) {
    List<Integer> all = new ArrayList<>();
    for (Tie tie : InOrder.of(asked.covers())) {
      List<Integer> any = new ArrayList<>();
      if (setting.own().containsKey(tie))
        any.add(gates.and(setting.own().get(tie), stated(tie, layer)));
      setting.values().forEach((v, l) -> any.add(gates.and(l, covers(tie, v, layer))));
      all.add(gates.or(any));
    }
    return gates.and(all);
  }

  private int byDefault(ChoiceRule rule, Condition.Choice asked, Layer layer) {
    if (!asked.is().isEmpty() && rule.byDefault().stream().noneMatch(asked.is()::contains))
      return Gates.FALSE;
    List<Integer> all = new ArrayList<>();
    for (Tie tie : InOrder.of(asked.covers()))
      all.add(
          gates.or(InOrder.of(rule.byDefault()).stream().map(v -> covers(tie, v, layer)).toList()));
    return gates.and(all);
  }

  private int stated(Tie tie, Layer layer) {
    return switch (tie) {
      case PURPOSE -> -asking.open(Dimension.PURPOSE, layer);
      case RECIPIENT -> -asking.open(Dimension.RECIPIENT, layer);
      case DATA, MODE, SUBJECT -> Gates.TRUE;
    };
  }

  /** The question's own term of that tie is this value or stands below it. */
  private int covers(Tie tie, String value, Layer layer) {
    return switch (tie) {
      case MODE -> asking.modes().getOrDefault(value, Gates.FALSE);
      case SUBJECT -> Gates.FALSE;
      case PURPOSE -> below(Dimension.PURPOSE, value, layer);
      case RECIPIENT -> below(Dimension.RECIPIENT, value, layer);
      case DATA -> below(Dimension.DATA, value, layer);
    };
  }

  private int below(Dimension d, String value, Layer layer) {
    var tree = layer.rules().vocabulary().tree(d);
    return asking.inside(d, asking.axis(d).where(w -> tree.within(w, value)), layer, false);
  }

  /** The recorded values of the model. */
  Map<String, Set<String>> recorded(Layer layer) {
    Map<String, Set<String>> found = new TreeMap<>();
    settings.forEach(
        (id, setting) -> {
          if (!gates.holds(setting.recorded())) return;
          Set<String> values = new TreeSet<>();
          setting.values().forEach((v, l) -> addIf(l, v, values));
          setting
              .own()
              .forEach(
                  (tie, l) -> {
                    if (tie == Tie.SUBJECT) addIf(l, Coverage.SUBJECT, values);
                    if (tie == Tie.PURPOSE)
                      asking.term(Dimension.PURPOSE, layer).ifPresent(t -> addIf(l, t, values));
                    if (tie == Tie.RECIPIENT)
                      asking.term(Dimension.RECIPIENT).ifPresent(t -> addIf(l, t, values));
                    if (tie == Tie.DATA)
                      asking.term(Dimension.DATA).ifPresent(t -> addIf(l, t, values));
                  });
          found.put(id, values);
        });
    return found;
  }

  private void addIf(int literal, String value, Set<String> values) {
    if (gates.holds(literal)) values.add(value);
  }
}
