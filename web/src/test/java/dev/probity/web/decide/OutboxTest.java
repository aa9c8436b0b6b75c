// SPDX-License-Identifier: Apache-2.0
package dev.probity.web.decide;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OutboxTest {
  @Test
  void eachWaitIsTwiceTheLastUpToAnHour() {
    assertEquals(
        List.of(1L, 2L, 4L, 8L, 16L, 32L, 64L, 128L, 256L, 512L, 1024L, 2048L, 3600L, 3600L),
        IntStream.rangeClosed(1, 14).mapToObj(tries -> Outbox.backOff(tries).toSeconds()).toList());
    assertEquals(Duration.ofHours(1), Outbox.backOff(Integer.MAX_VALUE));
  }

  /** As the guide and PRB-W042 say. */
  @Test
  void sixtyTriesTakeAboutTwoDays() {
    Duration all =
        IntStream.range(1, Outbox.TRIES)
            .mapToObj(Outbox::backOff)
            .reduce(Duration.ZERO, Duration::plus);
    assertEquals(Duration.ofHours(47).plusSeconds(4095), all);
  }
}
