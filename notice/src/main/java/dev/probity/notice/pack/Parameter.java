// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.pack;

import dev.probity.kernel.clock.Clock;
import dev.probity.kernel.clock.Frequency;
import dev.probity.kernel.clock.WorkingDays;
import dev.probity.kernel.fault.Where;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One right or duty that a law gives, in numbers. Immutable.
 *
 * @param id the law and the right: {@code gdpr.access}
 * @param cite where the law says so
 * @param who who may ask, or whom it concerns
 * @param verify how sure one must be of who asks
 * @param acknowledgement by when receipt is confirmed
 * @param fee what may be charged
 * @param refusals codes of the grounds on which it may be refused
 * @param passOn who else must be told
 * @param keep how long the record of it is kept
 * @param lookback how far back an answer reaches
 * @param confidence how well the record is checked
 * @param says what numbers do not say, in our words
 */
public record Parameter(
    String id,
    String cite,
    Right right,
    String who,
    String verify,
    Time acknowledgement,
    Time due,
    Time extension,
    Counting counting,
    Optional<Frequency> frequency,
    String fee,
    List<String> refusals,
    String passOn,
    Time keep,
    Time lookback,
    Validity validity,
    Confidence confidence,
    String says,
    Where where) {
  public Parameter {
    refusals = List.copyOf(refusals);
  }

  /** What is asked, or owed unasked. */
  public enum Right {
    ACCESS,
    DELETE,
    CORRECT,
    PORT,
    OPT_OUT,
    LIMIT,
    OBJECT,
    RESTRICT,
    WITHDRAW,
    ACCOUNTING,
    AUTHORISE,
    NOTICE,
    BREACH,
    COMPLAIN,
    CONSENT,
    RETAIN,
    MAIL_OPT_OUT
  }

  /** Whether the text binds: it does, a court struck it out, or it is only proposed. */
  public enum Status {
    IN_FORCE,
    VACATED,
    PROPOSED
  }

  /** Verified against the text, or from memory with high, medium or low confidence. */
  public enum Confidence {
    V,
    H,
    M,
    L
  }

  /**
   * How a time is counted.
   *
   * @param starts the event after which it runs: {@code receipt}, {@code awareness}
   * @param calendar whose working days count
   * @param rolls whether a last day that does not work moves on
   * @param tolls codes of what makes the clock stand still
   */
  public record Counting(
      String starts, Optional<WorkingDays> calendar, boolean rolls, List<String> tolls) {
    public Counting {
      tolls = List.copyOf(tolls);
    }

    /** The clock of the law, where it names a calendar. */
    public Optional<Clock> clock() {
      return calendar.map(days -> new Clock(days, rolls));
    }
  }

  /** From when, until when (the last day), and whether at all. */
  public record Validity(LocalDate from, Optional<LocalDate> until, Status status) {
    public boolean on(LocalDate day) {
      return status == Status.IN_FORCE
          && !day.isBefore(from)
          && until.filter(day::isAfter).isEmpty();
    }
  }

  /** Whether the record was checked against the text of the law. */
  public boolean verified() {
    return confidence == Confidence.V;
  }

  /** The citation, with "unverified" wherever the record is not checked. */
  public String label() {
    return verified() ? cite : cite + " (unverified)";
  }
}
