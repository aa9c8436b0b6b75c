// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.mutate;

import dev.probity.kernel.clause.Clause;
import dev.probity.kernel.clause.History;
import dev.probity.kernel.clause.Pack;
import dev.probity.kernel.decide.Decider;
import dev.probity.notice.pack.Entry;
import dev.probity.notice.pack.PackSource;
import dev.probity.notice.pack.Verb;
import dev.probity.notice.scenario.Scenario;
import dev.probity.notice.scenario.ScenarioRunner;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.IntConsumer;

/**
 * Changes a pack in one place at a time and asks whether any scenario of the row notices. One
 * thread; costs the scenarios of a row per mutant.
 */
public final class Mutation {
  /** A change that no scenario of its rows notices. */
  public record Survivor(String clause, String what) {}

  /**
   * What came out. Immutable.
   *
   * @param exempt entries without a clause that could be mutated: information, controls, duties,
   *     sections
   * @param untested entries whose clauses no scenario keeps; their mutants were not counted
   */
  public record Result(
      int mutants,
      int killed,
      List<Survivor> survivors,
      List<String> exempt,
      List<String> untested) {}

  private final PackSource source;
  private final Function<History, Decider> engine;

  /**
   * @param engine makes a decider of a history; called once a mutant
   */
  public Mutation(PackSource source, Function<History, Decider> engine) {
    this.source = source;
    this.engine = engine;
  }

  /**
   * @param progress told how many mutants are done
   */
  public Result run(IntConsumer progress) {
    List<Mutant> mutants = Mutants.of(source.pack().clauses());
    Map<String, List<Scenario>> byCite = new HashMap<>();
    List<Survivor> survivors = new ArrayList<>();
    Set<String> untested = new TreeSet<>();
    int counted = 0;
    for (int i = 0; i < mutants.size(); i++) {
      progress.accept(i);
      Mutant mutant = mutants.get(i);
      List<Scenario> scenarios =
          mutant.cites().stream()
              .flatMap(c -> byCite.computeIfAbsent(c, this::keeping).stream())
              .distinct()
              .toList();
      if (scenarios.isEmpty()) {
        untested.addAll(mutant.cites());
        continue;
      }
      counted++;
      if (!killed(mutant, scenarios))
        survivors.add(new Survivor(String.join(" ", mutant.cites()), mutant.what()));
    }
    return new Result(
        counted, counted - survivors.size(), survivors, exempt(), List.copyOf(untested));
  }

  public int size() {
    return Mutants.of(source.pack().clauses()).size();
  }

  private List<Scenario> keeping(String cite) {
    Entry entry = source.entries().get(cite);
    String row = entry == null ? cite : entry.row();
    return source.scenarios().stream()
        .filter(
            s ->
                s.keeps().stream()
                    .anyMatch(k -> k.equals(row) || k.equals(cite) || rowOf(k).equals(row)))
        .toList();
  }

  private String rowOf(String name) {
    Entry entry = source.entries().get(name);
    return entry == null ? name : entry.row();
  }

  private boolean killed(Mutant mutant, List<Scenario> scenarios) {
    Pack pack = source.pack();
    Pack changed =
        new Pack(
            pack.id(),
            pack.version(),
            pack.inForce(),
            pack.digest(),
            pack.vocabulary(),
            mutant.clauses(),
            pack.points(),
            pack.consents(),
            pack.choices(),
            pack.evidence(),
            pack.overlays());
    History history = source.history();
    List<Pack> versions = new ArrayList<>(history.versions());
    versions.removeIf(v -> v.version().equals(pack.version()));
    versions.add(changed);
    Decider decider =
        engine.apply(new History(versions, history.pin(), history.until(), history.cite()));
    ScenarioRunner runner = new ScenarioRunner(source, decider, changed);
    return scenarios.stream().anyMatch(s -> runner.run(s).failed());
  }

  private List<String> exempt() {
    Set<String> mutated = new TreeSet<>();
    source.pack().clauses().stream()
        .filter(c -> !(c instanceof Clause.Duty))
        .forEach(c -> mutated.add(c.cite()));
    return source.entries().values().stream()
        .filter(e -> e.verb() != Verb.INFORM && !mutated.contains(e.id()))
        .map(Entry::id)
        .toList();
  }
}
