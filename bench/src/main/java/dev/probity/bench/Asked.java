// SPDX-License-Identifier: Apache-2.0
package dev.probity.bench;

import dev.probity.kernel.question.Question;
import dev.probity.kernel.term.Dimension;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** One fixed question: an action, one element, a purpose, a recipient, a person, a moment. */
record Asked(String action, String data, String purpose, String recipient, int person, Instant at) {
  static final int COUNT = 10_000;
  private static final int PERSONS = 1_000;

  static List<Person> persons() {
    Draw draw = Draw.seeded(11);
    return Stream.generate(() -> Person.drawn(draw)).limit(PERSONS).toList();
  }

  static List<Asked> drawn(int count) {
    Draw draw = Draw.seeded(13);
    List<Asked> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add(
          new Asked(
              Person.own(draw.one(World.ACTIONS)),
              Person.own(draw.one(World.DATA.leaves())),
              Person.own(draw.one(World.PURPOSES.leaves())),
              Person.own(draw.one(World.RECIPIENTS.leaves())),
              draw.between(0, PERSONS - 1),
              Person.day(draw.between(1, World.DAYS))));
    }
    return List.copyOf(all);
  }

  Question question(List<Person> persons) {
    return Question.of(action, List.of(data), at, persons.get(person).facts())
        .with(Dimension.PURPOSE, purpose)
        .with(Dimension.RECIPIENT, recipient);
  }
}
