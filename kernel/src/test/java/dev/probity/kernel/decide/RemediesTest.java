// SPDX-License-Identifier: Apache-2.0
package dev.probity.kernel.decide;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RemediesTest {
  private static Remedies either(String... conditions) {
    return Remedies.anyOf(List.of(conditions).stream().map(Remedies::of).toList());
  }

  @Test
  void allOfCombinesEachWithEach() {
    assertEquals(
        List.of(List.of("a", "c"), List.of("b", "c")),
        Remedies.allOf(List.of(either("a", "b"), either("c"))).asLists());
  }

  @Test
  void aWayThatHoldsAnotherIsDropped() {
    assertEquals(
        List.of(List.of("a")), Remedies.allOf(List.of(either("a", "b"), either("a"))).asLists());
  }

  @Test
  void nothingLiftsWhatOneCannotBeLifted() {
    assertEquals(Remedies.NONE, Remedies.allOf(List.of(either("a"), Remedies.NONE)));
  }

  @Test
  void nothingToMeetIsFree() {
    assertEquals(Remedies.FREE, Remedies.allOf(List.of()));
    assertEquals(Remedies.NONE, Remedies.anyOf(List.of()));
  }

  /** Far more ways than are kept: which are kept must not depend on the order of clauses. */
  @Test
  void orderDoesNotShowWhereWaysAreCut() {
    List<Remedies> needed = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      int factor = i;
      needed.add(
          Remedies.anyOf(
              IntStream.range(0, 6)
                  .mapToObj(
                      n -> Remedies.of((char) ('a' + (n * 7 + factor * 3) % 26) + "" + factor))
                  .toList()));
    }
    Remedies first = Remedies.allOf(needed);
    assertEquals(64, first.ways().size());
    Random random = new Random(1);
    for (int i = 0; i < 20; i++) {
      Collections.shuffle(needed, random);
      assertEquals(first, Remedies.allOf(needed));
    }
  }
}
