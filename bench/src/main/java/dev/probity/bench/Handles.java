// SPDX-License-Identifier: Apache-2.0
package dev.probity.bench;

import dev.probity.kernel.clause.ConsentLevel;
import dev.probity.kernel.clause.Whose;
import dev.probity.kernel.engine.Asking;
import dev.probity.kernel.engine.Engine;
import dev.probity.kernel.engine.FactTable;
import dev.probity.kernel.engine.Handle;
import dev.probity.kernel.question.Kind;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Questions and persons with their words looked up, and each person's facts at hand. Immutable. */
final class Handles {
  /** A question by handle. */
  record Ask(Handle action, Handle data, Handle purpose, Handle recipient, int person, Instant at) {
    void fill(Asking asking) {
      asking.clear().action(action).data(data).purpose(purpose).recipient(recipient).at(at);
    }
  }

  /** A person by handle. */
  record Known(
      int age, @Nullable Handle place, Yes[] consents, Handle[][] signals, Paper[] papers) {
    void fill(FactTable facts) {
      facts.clear();
      for (Kind kind : KINDS) facts.read(kind);
      for (Yes y : consents) facts.consent(y.id, true, ConsentLevel.OPT_IN, y.from, y.withdrawn);
      for (Handle[] s : signals) facts.choice(s[0], s[1]);
      for (Paper p : papers) facts.evidence(p.kind, p.from, p.until);
      if (place != null) facts.region(Whose.SUBJECT, place);
      if (age >= 0) facts.age(Whose.SUBJECT, age, age);
    }
  }

  private record Yes(Handle id, Instant from, @Nullable Instant withdrawn) {}

  private record Paper(Handle kind, Instant from, Instant until) {}

  private static final Kind[] KINDS = Person.LOOKED_UP.toArray(Kind[]::new);

  final Ask[] asks;
  final Known[] persons;
  final FactTable[] atHand;

  Handles(Engine engine, List<Asked> questions, List<Person> people) {
    asks = questions.stream().map(q -> ask(engine, q)).toArray(Ask[]::new);
    persons = people.stream().map(p -> known(engine, p)).toArray(Known[]::new);
    atHand = new FactTable[persons.length];
    for (int i = 0; i < persons.length; i++) persons[i].fill(atHand[i] = engine.facts());
  }

  private static Ask ask(Engine engine, Asked q) {
    return new Ask(
        engine.action(q.action()),
        engine.data(q.data()),
        engine.purpose(q.purpose()),
        engine.recipient(q.recipient()),
        q.person(),
        q.at());
  }

  private static Known known(Engine engine, Person p) {
    return new Known(
        p.age(),
        p.place().isEmpty() ? null : engine.fact(Kind.REGION, p.place()),
        p.consents().stream()
            .map(y -> new Yes(engine.fact(Kind.CONSENT, y.id()), y.from(), y.withdrawn()))
            .toArray(Yes[]::new),
        p.signals().stream()
            .map(s -> new Handle[] {engine.fact(Kind.CHOICE, s.id()), engine.value(s.value())})
            .toArray(Handle[][]::new),
        p.contracts().stream()
            .map(c -> new Paper(engine.fact(Kind.EVIDENCE, c.kind()), c.from(), c.until()))
            .toArray(Paper[]::new));
  }
}
