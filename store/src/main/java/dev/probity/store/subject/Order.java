// SPDX-License-Identifier: Apache-2.0
package dev.probity.store.subject;

import dev.probity.ledger.entry.PackPin;
import dev.probity.ledger.entry.Word;
import java.time.LocalDate;
import java.util.List;

/**
 * That a person is to be erased. Immutable.
 *
 * @param event what obliges to it, a word; empty where it was asked for
 * @param acts what is done already with her rows gone, for the log
 * @param linkedUntil the first day on which no cited duty needs her entries to be known as hers
 * @param refused what she has refused, as a sheet, for the day she comes back
 */
public record Order(
    PackPin pack, String event, List<Word> acts, LocalDate linkedUntil, byte[] refused) {
  @Override
  public String toString() {
    return "an order to erase";
  }
}
