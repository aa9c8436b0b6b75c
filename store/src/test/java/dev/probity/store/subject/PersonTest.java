// SPDX-License-Identifier: Apache-2.0
package dev.probity.store.subject;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.probity.ledger.entry.LinkKey;
import dev.probity.ledger.entry.Pseudonym;
import dev.probity.ledger.entry.Word;
import java.util.HexFormat;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PersonTest {
  /** Worked out apart from us (Python's hmac): a salt of its own, then the value under it. */
  @Test
  void aCommitmentHasASaltOfItsEntryAndElement() {
    Person person = new Person(new LinkKey(bytes(0)), bytes(32));
    Pseudonym who = person.link().at(7);
    assertEquals(
        "8b1a5de93a1240735871d04c5ba76131e18a320d5658b980b0dd3a0d2816cc39",
        HexFormat.of()
            .formatHex(
                person
                    .commitment(who, new Word("contact.email"), "anna@mail.test")
                    .hash()
                    .bytes()));
  }

  private static byte[] bytes(int first) {
    byte[] bytes = new byte[32];
    IntStream.range(0, 32).forEach(i -> bytes[i] = (byte) (first + i));
    return bytes;
  }
}
