// SPDX-License-Identifier: Apache-2.0
package dev.probity.store.subject;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * How a person stands before something is written about her. Immutable.
 *
 * @param fresh whether nobody knows her yet
 * @param blinds what names her, of which some may be new
 * @param changed when anything of hers last changed
 * @param keptOut whether she was erased before, and has not come back of her own
 */
record Before(
    String handle,
    byte[] subject,
    boolean fresh,
    List<byte[]> blinds,
    Instant changed,
    byte[] sheet,
    boolean keptOut) {
  /** Nothing where her key is destroyed. */
  static Optional<Before> of(
      Rows.Seen seen, String controller, byte[] device, List<byte[]> blinds, Sealer work) {
    byte[] subject = seen.subject();
    return work.named(controller, subject, seen.person())
        .map(
            handle ->
                new Before(
                    handle,
                    subject,
                    false,
                    blinds,
                    seen.person().changed(),
                    seen.sheet()
                        .flatMap(s -> work.sheet(controller, subject, device, s))
                        .orElse(new byte[0]),
                    seen.person().keptOut()));
  }

  /** Another server's clock may be ahead; what it acknowledged stays in the past. */
  Instant later(Instant now) {
    return now.isAfter(changed) ? now : changed.plus(1, ChronoUnit.MICROS);
  }

  /** Whether nothing is left to be written of who she is; the one that found her is known. */
  boolean isNamed() {
    return !fresh && blinds.size() <= 1;
  }

  @Override
  public String toString() {
    return "a person";
  }
}
