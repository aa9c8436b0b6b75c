// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.cover;

import dev.probity.kernel.decide.Decider;
import dev.probity.notice.pack.PackSource;
import dev.probity.notice.pack.Proof;
import dev.probity.notice.pack.Standing;
import dev.probity.notice.scenario.ScenarioRunner;
import dev.probity.notice.scenario.Verdict;
import dev.probity.notice.text.Alignment;
import dev.probity.notice.text.Fingerprint;
import dev.probity.notice.text.NoticeText;
import dev.probity.notice.text.Unit;
import dev.probity.notice.text.Units;
import dev.probity.notice.trace.Tracing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Runs a pack's scenarios and lays its trace beside a notice. One thread. */
public final class Cover {
  private final PackSource source;
  private final Decider decider;
  private final Shown shown;

  public Cover(PackSource source, Decider decider) {
    this(source, decider, Shown.NOTHING);
  }

  /** With what a running server has shown. */
  public Cover(PackSource source, Decider decider, Shown shown) {
    this.source = source;
    this.decider = decider;
    this.shown = shown;
  }

  public Coverage of(NoticeText notice) {
    List<Unit> units = Units.split(notice, Tracing.reading(source));
    List<PackSource.Traced> trace = trace(units);
    List<Fingerprint> prints =
        trace.stream()
            .map(t -> Fingerprint.parse(t.fingerprint()).orElse(Fingerprint.of("")))
            .toList();
    Alignment alignment = Alignment.align(prints, units);
    Map<Integer, Integer> tracedBy = new TreeMap<>();
    alignment.matches().forEach(m -> tracedBy.put(m.unit(), m.traced()));
    List<Coverage.Sentence> sentences = new ArrayList<>();
    for (int i = 0; i < units.size(); i++) {
      Integer entry = tracedBy.get(i);
      sentences.add(
          new Coverage.Sentence(
              units.get(i), entry == null ? List.of() : trace.get(entry).clauses()));
    }
    List<Verdict> verdicts = verdicts();
    List<Coverage.Lost> lost =
        alignment.lost().stream()
            .map(i -> new Coverage.Lost(i + 1, trace.get(i).clauses()))
            .toList();
    return new Coverage(
        source.header().id(), notice.name(), sentences, lost, rows(verdicts), verdicts);
  }

  /** The trace of the notice's language; where none has a sentence of it, the first. */
  private List<PackSource.Traced> trace(List<Unit> units) {
    List<String> prints = units.stream().map(u -> Fingerprint.of(u.text()).hex()).toList();
    return source
        .traceOf(prints)
        .or(() -> source.traces().keySet().stream().reduce((first, last) -> last))
        .map(source.traces()::get)
        .orElse(List.of());
  }

  public List<Verdict> verdicts() {
    ScenarioRunner runner = new ScenarioRunner(source, decider, source.pack());
    return source.scenarios().stream()
        .map(scenario -> shown.of(scenario).orElseGet(() -> runner.run(scenario)))
        .toList();
  }

  public List<RowState> rows(List<Verdict> verdicts) {
    Deciding deciding = new Deciding(source, verdicts);
    Enforcing enforcing = new Enforcing(source, verdicts);
    return source.rows().stream().sorted().map(row -> row(row, deciding, enforcing)).toList();
  }

  private RowState row(String row, Deciding deciding, Enforcing enforcing) {
    Standing standing = source.standing(row);
    Optional<Proof> proof = source.proof(row);
    Optional<List<String>> needs =
        standing == Standing.ENFORCEABLE ? deciding.needs(row) : Optional.empty();
    boolean decided = needs.isPresent() && needs.get().isEmpty();
    List<String> missing = new ArrayList<>(needs.orElse(List.of()));
    Optional<Probed> probed = shown.probe(row);
    if (standing == Standing.CONTROL) missing.addAll(evidence(probed));
    boolean enforced = false;
    if (standing == Standing.ENFORCEABLE && proof.equals(Optional.of(Proof.SERVER))) {
      List<String> atDoors = enforcing.needs(row);
      enforced = atDoors.isEmpty();
      if (enforced) missing.clear();
      missing.addAll(atDoors);
    } else if (standing == Standing.ENFORCEABLE && !proof.equals(Optional.of(Proof.KERNEL))) {
      missing.add(
          proof
              .map(
                  p ->
                      "a scenario at its place of proof, the "
                          + p.name().toLowerCase(java.util.Locale.ROOT))
              .orElse("a place of proof"));
    } else if (standing == Standing.ENFORCEABLE && needs.isEmpty()) {
      missing.add("a clause that decides it");
    }
    return new RowState(
        row,
        standing,
        proof,
        source.head(row).strength(),
        decided,
        enforced,
        probed,
        missing.stream().distinct().toList());
  }

  private static List<String> evidence(Optional<Probed> probed) {
    if (probed.isEmpty()) return List.of("evidence: a probe or an attestation");
    return probed.get().fine() ? List.of() : List.of("the probe failed: " + probed.get().saw());
  }
}
