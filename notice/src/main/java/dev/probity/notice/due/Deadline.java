// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.due;

import dev.probity.notice.pack.Time;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;

/** By when something must be done, or why no day can be named. Immutable. */
public sealed interface Deadline {
  /**
   * A day, the whole of which still is in time.
   *
   * @param span the length as the law writes it: {@code P1M + P2M}
   * @param last the last day as counted
   * @param day that day, or the next working day where the law rolls
   * @param end the last instant, of a length in hours
   */
  record Counted(String span, LocalDate last, LocalDate day, Optional<LocalDateTime> end)
      implements Deadline {
    public boolean rolled() {
      return !last.equals(day);
    }
  }

  /** The law gives no number: soon, a day with a name, or silence. */
  record Uncounted(Time time) implements Deadline {}

  /** The calendar does not know the year it would fall in. */
  record Unreached(String sentence) implements Deadline {}
}
