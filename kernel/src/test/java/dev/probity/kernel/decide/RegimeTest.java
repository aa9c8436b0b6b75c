// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.decide;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.probity.kernel.clause.ConsentLevel;
import dev.probity.kernel.clause.ConsentRule;
import dev.probity.kernel.term.Regions;
import dev.probity.kernel.term.Truth;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

final class RegimeTest {
  private static final Regions REGIONS = new Regions(Map.of("EEA", Set.of("DE", "SE")));

  private static final ConsentRule RULE =
      new ConsentRule(
          ConsentLevel.IMPLIED,
          Map.of(
              "US", ConsentLevel.OPT_OUT,
              "US-CA", ConsentLevel.OPT_IN,
              "US/sms", ConsentLevel.WRITTEN,
              "EEA", ConsentLevel.AUTHORISATION,
              "default", ConsentLevel.ACCEPTED));

  private static ConsentLevel at(String stated, String channel) {
    Function<String, Truth> holds =
        stated.isEmpty() ? r -> Truth.UNKNOWN : r -> REGIONS.inside(stated, r);
    return new Regime(RULE, holds).level(channel);
  }

  @Test
  void theMostSpecificRegimeThatHoldsCounts() {
    assertEquals(ConsentLevel.OPT_OUT, at("US-NY", "mail"));
    assertEquals(ConsentLevel.OPT_IN, at("US-CA", "mail"));
    assertEquals(ConsentLevel.AUTHORISATION, at("DE-BY", "mail"));
  }

  @Test
  void aRegimeOfTheChannelReplacesThoseOfNone() {
    assertEquals(ConsentLevel.WRITTEN, at("US-CA", "sms"));
    assertEquals(ConsentLevel.AUTHORISATION, at("SE", "sms"));
  }

  @Test
  void aCoarseRegionMeetsTheStrictestThatMayHold() {
    assertEquals(ConsentLevel.OPT_IN, at("US", "mail"));
  }

  @Test
  void anUnknownRegionMeetsTheStrictestOfAllWhateverTheChannel() {
    assertEquals(ConsentLevel.AUTHORISATION, at("", "mail"));
    assertEquals(ConsentLevel.AUTHORISATION, at("", "sms"));
  }

  @Test
  void elsewhereTheDefaultHolds() {
    assertEquals(ConsentLevel.ACCEPTED, at("JP", "mail"));
  }
}
