// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.compare;

import dev.probity.kernel.clause.History;
import dev.probity.kernel.decide.Decider;
import dev.probity.kernel.decide.Decision;
import dev.probity.kernel.fault.Fault;
import dev.probity.notice.pack.PackSource;
import dev.probity.notice.pack.Words;
import dev.probity.notice.scenario.Ask;
import dev.probity.notice.scenario.AskReader;
import dev.probity.notice.yaml.Form;
import dev.probity.notice.yaml.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The same questions under several notices. A question may use words that only one of the packs
 * declares (a setting, a consent): to the others nothing of the kind is there. Each question
 * happens on the day its pack came into force, unless it names a day. One thread.
 */
public final class Comparison {
  /** One question and what each pack answers, in the order of the packs. */
  public record Line(String name, Map<String, Decision> answers) {}

  private final List<PackSource> packs;
  private final Function<History, Decider> engine;

  public Comparison(List<PackSource> packs, Function<History, Decider> engine) {
    this.packs = List.copyOf(packs);
    this.engine = engine;
  }

  /**
   * Reads a list of {@code {name, given, ask}} and asks every pack. What {@code given} does not
   * mention was read and is not there, as in scenarios.
   */
  public List<Line> of(Node questions, List<Fault> faults) {
    List<Node> items = questions instanceof Node.Items list ? list.items() : List.of(questions);
    List<Line> lines = new ArrayList<>();
    for (Node item : items) line(item, faults).ifPresent(lines::add);
    return lines;
  }

  private Optional<Line> line(Node item, List<Fault> faults) {
    Words words = words(faults);
    Map<String, Decision> answers = new LinkedHashMap<>();
    String name = "";
    for (PackSource pack : packs) {
      Form form = Form.of(item, "a question", faults);
      name = form.text("name", "");
      Optional<Ask> ask = new AskReader(words, pack.header().inForce()).found(form);
      form.done();
      if (ask.isEmpty()) return Optional.empty();
      if (!(ask.get() instanceof Ask.Decide decide)) {
        form.fault(
            "PRB-N028",
            "only questions for a decision can be compared",
            "name an action and its data",
            item.where());
        return Optional.empty();
      }
      answers.put(pack.header().id(), engine.apply(pack.history()).decide(decide.question()));
    }
    return Optional.of(new Line(name, answers));
  }

  /** The words of all packs together. */
  private Words words(List<Fault> faults) {
    Map<String, Set<String>> declared = new TreeMap<>();
    for (PackSource pack : packs) {
      pack.words(faults)
          .declared()
          .forEach(
              (section, names) ->
                  declared.computeIfAbsent(section, s -> new TreeSet<>()).addAll(names));
    }
    return new Words(packs.getFirst().lexicon(), declared, faults);
  }
}
