// SPDX-License-Identifier: Apache-2.0
package dev.probity.web.decide;

import dev.probity.kernel.clause.History;
import dev.probity.kernel.decide.Decider;
import dev.probity.kernel.engine.Compiled;
import dev.probity.kernel.fault.Fault;
import dev.probity.kernel.term.Dimension;
import dev.probity.ledger.entry.PackPin;
import dev.probity.notice.pack.PackSource;
import dev.probity.notice.pack.Point;
import dev.probity.notice.pack.Section;
import dev.probity.notice.pack.Words;
import dev.probity.notice.register.RegisterKinds;
import dev.probity.notice.yaml.Form;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One controller: its pack as written, and the engine that decides by it. Immutable.
 *
 * @param declared the words that the pack itself declares
 * @param signals choices that a browser or device makes in a header
 * @param points where it takes data, by name
 * @param switches choices that the operator makes, with the values of each
 * @param registers what documents of this controller must have
 */
public record Controller(
    String id,
    PackSource source,
    Decider engine,
    Map<String, Set<String>> declared,
    Set<String> signals,
    Map<String, Point> points,
    Map<String, Set<String>> switches,
    RegisterKinds registers) {
  static Controller of(String id, PackSource source, RegisterKinds registers) {
    return new Controller(
        id,
        source,
        new Limits(
            Compiled.of(source.history()),
            source.pack().vocabulary().tree(Dimension.RECIPIENT),
            source.pack().vocabulary().tree(Dimension.PURPOSE),
            source.pack().vocabulary().tree(Dimension.SOURCE)),
        source.words(List.of()).declared(),
        signals(source),
        Point.of(source),
        switches(source),
        registers);
  }

  /** The version of the notice that governs at this moment, as the log names it. */
  public PackPin pin(Instant at) {
    History history = source.history();
    return new PackPin(history.inForce(at).orElseGet(history::newest).name());
  }

  /** What the log is told when facts change at this moment. */
  public FactEntries entries(Instant at) {
    return new FactEntries(at, pin(at), signals);
  }

  private static Set<String> signals(PackSource source) {
    Set<String> signals = new TreeSet<>();
    for (Section choice : source.section("choices"))
      if (Form.of(choice.node(), "a choice", new ArrayList<>()).words("from").contains("header"))
        signals.add(choice.name());
    return signals;
  }

  private static Map<String, Set<String>> switches(PackSource source) {
    Map<String, Set<String>> switches = new TreeMap<>();
    for (Section choice : source.section("choices")) {
      Form form = Form.of(choice.node(), "a choice", new ArrayList<>());
      if (form.words("from").contains("operator"))
        switches.put(choice.name(), Set.copyOf(form.words("values")));
    }
    return switches;
  }

  /** The words of questions, complaining into the given list. */
  public Words words(List<Fault> faults) {
    return new Words(source.lexicon(), declared, faults);
  }
}
