// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.engine;

import dev.probity.kernel.clause.Tie;
import dev.probity.kernel.question.ConsentRecord;
import dev.probity.kernel.question.Document;
import dev.probity.kernel.question.Facts;
import java.util.Map;
import java.util.Set;

/** Writes facts into a cleared table. */
final class FactLoader {
  private FactLoader() {}

  static void load(Facts facts, FactTable table) {
    facts.read().forEach(table::read);
    for (ConsentRecord r : facts.consents()) {
      boolean yes = r.answer() == ConsentRecord.Answer.GIVEN;
      table.consent(r.id(), yes, r.level(), r.from(), r.withdrawn());
      cover(r.covers(), table);
    }
    for (Document d : facts.evidence()) {
      table.evidence(d.kind(), d.from(), d.until());
      cover(d.covers(), table);
    }
    facts
        .choices()
        .forEach(
            (id, values) -> {
              table.choice(id);
              values.forEach(value -> table.choice(id, value));
            });
    facts.notices().forEach(n -> table.notice(n.what(), n.version()));
    facts.relations().forEach(table::relation);
    facts.states().forEach(table::state);
    facts.roles().forEach(table::role);
    facts.regions().forEach(table::region);
    facts.ages().forEach((whose, band) -> table.age(whose, band.from(), band.to()));
    if (facts.channel() != null) table.channel(facts.channel());
  }

  private static void cover(Map<Tie, Set<String>> covers, FactTable table) {
    covers.forEach((tie, values) -> values.forEach(value -> table.covering(tie, value)));
  }
}
