// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.extract;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The instant at which reading is given up. Immutable. */
record Deadline(InstantSource clock, Instant end) {
  /** Told to whoever reads on behind the deadline. An I/O failure, so that PDFBox passes it on. */
  static final class Passed extends IOException {
    private static final long serialVersionUID = 1L;
  }

  static Deadline in(Duration time, InstantSource clock) {
    return new Deadline(clock, clock.instant().plus(time));
  }

  boolean passed() {
    return clock.instant().isAfter(end);
  }

  void check() throws Passed {
    if (passed()) throw new Passed();
  }
}
