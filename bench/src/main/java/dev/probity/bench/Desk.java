// SPDX-License-Identifier: Apache-2.0
package dev.probity.bench;

import dev.probity.kernel.clause.ConsentLevel;
import dev.probity.kernel.clause.Whose;
import dev.probity.kernel.engine.Asking;
import dev.probity.kernel.engine.Engine;
import dev.probity.kernel.engine.FactTable;
import dev.probity.kernel.question.Kind;

/** One thread's room to ask in, and the three ways to ask. Belongs to one thread. */
final class Desk {
  private static final Kind[] KINDS = Person.LOOKED_UP.toArray(Kind[]::new);

  private final Engine engine;
  private final Asking asking;
  private final FactTable facts;
  private final int[] buffer;

  Desk(Engine engine) {
    this.engine = engine;
    this.asking = engine.asking(World.IN_FORCE);
    this.facts = engine.facts();
    this.buffer = engine.buffer();
  }

  /** The question by handle, the person's facts at hand. */
  long handles(Handles.Ask ask, FactTable atHand) {
    ask.fill(asking);
    return engine.decide(asking, atHand, buffer);
  }

  /** The question by handle, and the person's facts too, filled in anew. */
  long handlesAndFacts(Handles.Ask ask, Handles.Known person) {
    ask.fill(asking);
    person.fill(facts);
    return engine.decide(asking, facts, buffer);
  }

  /** The question and the person's facts by name, filled in anew. */
  long names(Asked ask, Person person) {
    asking
        .clear()
        .action(ask.action())
        .data(ask.data())
        .purpose(ask.purpose())
        .recipient(ask.recipient())
        .at(ask.at());
    fill(person);
    return engine.decide(asking, facts, buffer);
  }

  private void fill(Person p) {
    facts.clear();
    for (Kind kind : KINDS) facts.read(kind);
    for (int i = 0; i < p.consents().size(); i++) {
      Person.Yes y = p.consents().get(i);
      facts.consent(y.id(), true, ConsentLevel.OPT_IN, y.from(), y.withdrawn());
    }
    for (int i = 0; i < p.signals().size(); i++) {
      facts.choice(p.signals().get(i).id(), p.signals().get(i).value());
    }
    for (int i = 0; i < p.contracts().size(); i++) {
      Person.Contract c = p.contracts().get(i);
      facts.evidence(c.kind(), c.from(), c.until());
    }
    if (!p.place().isEmpty()) facts.region(Whose.SUBJECT, p.place());
    if (p.age() >= 0) facts.age(Whose.SUBJECT, p.age(), p.age());
  }
}
