// SPDX-License-Identifier: Apache-2.0
package dev.probity.ledger.log;

import dev.probity.ledger.entry.Entry;
import dev.probity.ledger.entry.EntryText;
import dev.probity.ledger.entry.LinkKey;
import dev.probity.ledger.entry.Pseudonym;
import java.util.function.Function;

/**
 * An entry that waits for its index, since the pseudonym in it depends on that. May be asked more
 * than once and for more than one index, if a batch is tried again.
 */
@FunctionalInterface
public interface Draft {
  /** At most 65,535 bytes. */
  byte[] at(long index);

  static Draft of(Entry entry) {
    byte[] bytes = EntryText.bytes(entry);
    return index -> bytes;
  }

  static Draft about(LinkKey person, Function<Pseudonym, Entry.OfPerson> entry) {
    return index -> EntryText.bytes(entry.apply(person.at(index)));
  }
}
