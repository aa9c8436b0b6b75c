// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.prove;

import dev.probity.kernel.clause.Clause;
import dev.probity.kernel.clause.History;
import dev.probity.kernel.clause.Pack;
import dev.probity.kernel.decide.Effect;
import dev.probity.kernel.decide.Reference;
import dev.probity.kernel.term.Dimension;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Searches what never has an effect under the newest version: for each clause and point a question
 * in which it has. One model often speaks for many. One thread, one use.
 */
final class Idle {
  private final Pack pack;
  private final Collection<String> regions;
  private final Set<Clause> decides = new HashSet<>();
  private final Set<Clause> permits = new HashSet<>();
  private final Set<Clause> met = new HashSet<>();
  private final Set<String> open = new HashSet<>();
  private final Prover.Watcher watcher;
  private final List<Instant> moments;
  private int done;

  Idle(History history, Collection<String> regions, Prover.Watcher watcher) {
    this.pack = history.newest();
    this.regions = regions;
    this.watcher = watcher;
    this.moments = Moments.of(History.of(pack));
  }

  List<Finding> find() {
    moments.forEach(this::look);
    List<Finding> findings = new ArrayList<>();
    for (Clause clause : pack.clauses()) {
      if (clause instanceof Clause.Duty) continue;
      boolean permit = clause instanceof Clause.Permit;
      if (permit ? permits.contains(clause) : decides.contains(clause)) continue;
      findings.add(new Finding(kind(clause, permit), clause.id(), clause.cite()));
    }
    for (String point : new java.util.TreeSet<>(pack.points().keySet()))
      if (!open.contains(point)) findings.add(new Finding(Finding.Kind.CLOSED_POINT, point, point));
    return findings;
  }

  private Finding.Kind kind(Clause clause, boolean permit) {
    if (!permit) return Finding.Kind.NEVER_DECISIVE;
    if (met.contains(clause)) return Finding.Kind.SHADOWED;
    return decides.contains(clause) ? Finding.Kind.NEVER_MET : Finding.Kind.DEAD;
  }

  private void look(Instant at) {
    Spoken spoken = Spoken.nothing();
    spoken.layer(Layer.own(pack));
    Space space = new Space(new Gates(), spoken, at, regions);
    Answers answers = Answers.of(space, pack);
    Gates gates = space.gates();
    int permitted = answers.effect(Effect.PERMIT);
    Map<Clause, Integer> permitting = new java.util.LinkedHashMap<>();
    answers.own().met().forEach((p, l) -> permitting.put(p, gates.and(permitted, l)));
    Map<String, Integer> points = new TreeMap<>();
    int collect = space.asking().stated(Dimension.ACTION, Asking.COLLECT);
    for (String point : pack.points().keySet())
      points.put(
          point, gates.and(permitted, collect, space.asking().stated(Dimension.POINT, point)));
    Map<Clause, Integer> decisive = answers.own().decisive();
    Map<Clause.Permit, Integer> meeting = answers.own().met();
    int all =
        moments.size() * (permitting.size() + decisive.size() + meeting.size() + points.size());
    Tries tries = new Tries(space, Reference.of(pack), () -> watcher.at(done++, all));
    tries.each(permitting, permits, (d, c) -> d.permits() && d.because().contains(c.cite()));
    decides.addAll(permits);
    met.addAll(permits);
    tries.each(decisive, decides, (d, c) -> d.because().contains(c.cite()));
    tries.each(meeting, met, (d, c) -> true);
    tries.each(points, open, (d, p) -> d.permits());
  }
}
