// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.engine;

import dev.probity.kernel.clause.Clause;
import dev.probity.kernel.clause.History;
import dev.probity.kernel.clause.Overlay;
import dev.probity.kernel.clause.Pack;
import dev.probity.kernel.question.Facts;
import dev.probity.kernel.question.Question;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** The same notice and the same question with every list in another order. */
record Shuffled(Random random) {
  <T> List<T> list(List<T> list) {
    List<T> other = new ArrayList<>(list);
    Collections.shuffle(other, random);
    return other;
  }

  History history(History h) {
    return new History(
        list(h.versions()).stream().map(this::pack).toList(), h.pin(), list(h.until()), h.cite());
  }

  private Pack pack(Pack p) {
    Pack other = Rewritten.with(p, list(p.clauses()).stream().map(this::clause).toList());
    List<Overlay> overlays =
        list(p.overlays()).stream()
            .map(o -> new Overlay(o.cite(), o.match(), list(o.when()), pack(o.pack())))
            .toList();
    return Rewritten.with(other, overlays, true);
  }

  private Clause clause(Clause clause) {
    return switch (clause) {
      case Clause.Permit c ->
          new Clause.Permit(c.id(), c.cite(), c.match(), list(c.when()), list(c.then()));
      case Clause.Forbid c ->
          new Clause.Forbid(
              c.id(),
              c.cite(),
              c.match(),
              list(c.when()),
              list(c.unless()),
              c.except(),
              list(c.then()));
      case Clause.Close c ->
          new Clause.Close(c.id(), c.cite(), c.match(), list(c.when()), list(c.unless()));
      case Clause.Require c ->
          new Clause.Require(
              c.id(), c.cite(), c.match(), list(c.when()), list(c.unless()), c.needs());
      case Clause.Outside c ->
          new Clause.Outside(c.id(), c.cite(), c.match(), list(c.when()), c.notice());
      case Clause.Duty c -> c;
    };
  }

  Question question(Question q) {
    Facts f = q.facts();
    return q.withData(list(q.data()))
        .withFacts(
            new Facts(
                f.read(),
                list(f.consents()),
                f.choices(),
                f.notices(),
                f.relations(),
                list(f.evidence()),
                f.regions(),
                f.ages(),
                f.roles(),
                f.states(),
                f.channel()));
  }
}
