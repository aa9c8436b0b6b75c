// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.engine;

import dev.probity.kernel.question.ConsentRecord;
import dev.probity.kernel.question.Facts;
import dev.probity.kernel.question.Kind;
import dev.probity.kernel.question.Question;
import dev.probity.kernel.term.Dimension;

/** Asks a question through handles alone. */
final class Handles {
  private Handles() {}

  static Asking question(Engine engine, Question q, Asking asking) {
    asking.clear().action(engine.action(q.action())).joined(q.joined()).at(q.at());
    q.data().forEach(d -> asking.and(engine.data(d)));
    q.terms().forEach((d, term) -> state(d, engine.term(d, term), asking));
    q.ties().forEach(asking::tie);
    if (q.dataClass() != null) asking.dataClass(q.dataClass());
    return asking.pinned(q.pinned());
  }

  private static void state(Dimension dimension, Handle term, Asking asking) {
    switch (dimension) {
      case PURPOSE -> asking.purpose(term);
      case RECIPIENT -> asking.recipient(term);
      case POINT -> asking.point(term);
      case SOURCE -> asking.source(term);
      case TECHNOLOGY -> asking.technology(term);
      case ACTION, DATA -> {}
    }
  }

  static FactTable facts(Engine engine, Facts f, FactTable table) {
    table.clear();
    f.read().forEach(table::read);
    f.consents()
        .forEach(
            r -> {
              boolean yes = r.answer() == ConsentRecord.Answer.GIVEN;
              Handle id = engine.fact(Kind.CONSENT, r.id());
              table.consent(id, yes, r.level(), r.from(), r.withdrawn());
              r.covers().forEach((tie, values) -> values.forEach(v -> table.covering(tie, v)));
            });
    f.evidence()
        .forEach(
            d -> {
              table.evidence(engine.fact(Kind.EVIDENCE, d.kind()), d.from(), d.until());
              d.covers().forEach((tie, values) -> values.forEach(v -> table.covering(tie, v)));
            });
    f.choices()
        .forEach(
            (id, values) -> {
              table.choice(id);
              Handle choice = engine.fact(Kind.CHOICE, id);
              values.forEach(v -> table.choice(choice, engine.value(v)));
            });
    f.notices().forEach(n -> table.notice(engine.fact(Kind.NOTICE, n.what()), n.version()));
    f.relations().forEach(r -> table.relation(engine.fact(Kind.RELATION, r)));
    f.states().forEach(s -> table.state(engine.fact(Kind.STATE, s)));
    f.roles().forEach(r -> table.role(engine.fact(Kind.ROLE, r)));
    f.regions().forEach((w, r) -> table.region(w, engine.fact(Kind.REGION, r)));
    f.ages().forEach((w, band) -> table.age(w, band.from(), band.to()));
    if (f.channel() != null) table.channel(f.channel());
    return table;
  }
}
