// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.engine;

import dev.probity.kernel.clause.ChannelLevel;
import dev.probity.kernel.clause.Condition;
import dev.probity.kernel.clause.ConsentLevel;
import dev.probity.kernel.clause.Tie;
import dev.probity.kernel.clause.Whose;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Conditions of every kind over {@link RandomWords}. */
record RandomConditions(Dice dice) {
  List<Condition> some(int most) {
    List<Condition> some = new ArrayList<>();
    for (int n = dice.below(most + 1); n > 0; n--) some.add(one());
    return some;
  }

  Condition one() {
    return switch (dice.below(11)) {
      case 0, 1 -> consent();
      case 2 -> choice();
      case 3 -> new Condition.Notice(dice.either("presented", "change-sent"));
      case 4 -> new Condition.Relation(dice.either("supplier-of", "carer-of"));
      case 5 -> new Condition.Evidence(some(RandomWords.EVIDENCE, 2), ties());
      case 6 -> region();
      case 7 -> age();
      case 8 -> new Condition.Role(dice.pick(RandomWords.ROLES));
      case 9 -> new Condition.State(dice.either("scheduled", "enrolled"));
      default -> new Condition.Channel(dice.either(ChannelLevel.values()));
    };
  }

  Condition.Consent consent() {
    return new Condition.Consent(
        dice.oneIn(8) ? Condition.Consent.ANY : dice.pick(RandomWords.CONSENTS),
        dice.oneIn(2) ? null : dice.either(ConsentLevel.values()),
        ties(),
        dice.oneIn(8));
  }

  Condition.Choice choice() {
    boolean tied = dice.oneIn(3);
    return new Condition.Choice(
        some(RandomWords.CHOICES, 2),
        tied && dice.oneIn(2) ? Set.of() : some(RandomWords.VALUES, 2),
        tied ? ties() : Set.of());
  }

  Condition.Region region() {
    Whose whose = dice.oneIn(3) ? dice.either(Whose.values()) : Whose.SUBJECT;
    return new Condition.Region(whose, some(RandomWords.REGIONS, 2));
  }

  Condition.Age age() {
    Whose whose = dice.oneIn(3) ? dice.either(Whose.values()) : Whose.SUBJECT;
    return new Condition.Age(whose, dice.oneIn(2), dice.either(13, 16, 18), dice.oneIn(3));
  }

  Set<Tie> ties() {
    Set<Tie> ties = EnumSet.noneOf(Tie.class);
    if (dice.oneIn(2)) ties.add(dice.either(Tie.values()));
    if (dice.oneIn(5)) ties.add(dice.either(Tie.values()));
    return ties;
  }

  Set<String> some(List<String> from, int most) {
    Set<String> some = new TreeSet<>();
    for (int n = 1 + dice.below(most); n > 0; n--) some.add(dice.pick(from));
    return some;
  }
}
