// SPDX-License-Identifier: Apache-2.0
package dev.probity.bench;

import dev.probity.kernel.clause.Act;
import dev.probity.kernel.clause.Clause;
import dev.probity.kernel.clause.Condition;
import dev.probity.kernel.clause.ConsentLevel;
import dev.probity.kernel.clause.Match;
import dev.probity.kernel.clause.Terms;
import dev.probity.kernel.clause.Whose;
import dev.probity.kernel.term.Dimension;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One generated clause before any engine has it in its own form. Immutable.
 *
 * @param places where the person must be; empty for anywhere
 * @param age the bound; zero for none. A permit asks for at least, a prohibition for below
 * @param signal off for a permit to hold, on for a prohibition to bite
 */
record Rule(
    String id,
    boolean permits,
    List<String> actions,
    List<String> data,
    List<String> purposes,
    List<String> recipients,
    List<String> places,
    int age,
    Optional<String> consent,
    Optional<String> signal,
    Optional<String> evidence,
    List<String> acts) {
  Clause clause() {
    Match match =
        new Match(
            Map.of(
                Dimension.ACTION, terms(actions),
                Dimension.DATA, terms(data),
                Dimension.PURPOSE, terms(purposes),
                Dimension.RECIPIENT, terms(recipients)),
            null);
    if (!permits) return new Clause.Forbid(id, id, match, when(), List.of(), Set.of(), List.of());
    List<Act> then = acts.stream().map(a -> new Act("do", a)).toList();
    return new Clause.Permit(id, id, match, when(), then);
  }

  private static Terms terms(List<String> listed) {
    return new Terms(Set.copyOf(listed), false);
  }

  private List<Condition> when() {
    List<Condition> all = new ArrayList<>();
    if (!places.isEmpty()) all.add(new Condition.Region(Whose.SUBJECT, Set.copyOf(places)));
    if (age > 0) all.add(new Condition.Age(Whose.SUBJECT, !permits, age, false));
    consent.ifPresent(c -> all.add(new Condition.Consent(c, ConsentLevel.OPT_IN, Set.of(), false)));
    signal.ifPresent(
        s ->
            all.add(
                new Condition.Choice(Set.of(s), Set.of(permits ? World.OFF : World.ON), Set.of())));
    evidence.ifPresent(e -> all.add(new Condition.Evidence(Set.of(e), Set.of())));
    return List.copyOf(all);
  }
}
