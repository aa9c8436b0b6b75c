// SPDX-License-Identifier: Apache-2.0
package dev.probity.web.json;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.probity.web.problem.Problem;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Long bodies take turns, and short ones do not wait for them. */
class RoomTest {
  private static final byte[] DONE = {1};

  private final Room room = new Room(0, Duration.ofMillis(1));

  @Test
  void whoFindsNoPlaceIsRefused() throws Exception {
    byte[] answer =
        room.in(
            Body.MANY,
            () -> {
              Problem.Refusal refused =
                  assertThrows(Problem.Refusal.class, () -> room.in(Body.MANY, () -> DONE));
              assertEquals("PRB-W024", refused.getMessage());
              assertThrows(Problem.Refusal.class, () -> room.in(-1, () -> DONE), "not said");
              return room.in(1_000, () -> DONE);
            });
    assertArrayEquals(DONE, answer);
    assertArrayEquals(DONE, room.in(Body.MANY, () -> DONE), "the place is free again");
  }

  @Test
  void aPlaceIsGivenBackAfterARefusalToo() throws Exception {
    assertThrows(
        IllegalStateException.class,
        () ->
            room.in(
                Body.MANY,
                () -> {
                  throw new IllegalStateException("anything");
                }));
    assertArrayEquals(DONE, room.in(Body.MANY, () -> DONE));
  }
}
