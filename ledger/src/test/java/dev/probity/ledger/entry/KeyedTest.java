// SPDX-License-Identifier: Apache-2.0
package dev.probity.ledger.entry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What a person's keys make, worked out apart from us (Python's hmac): a log has to be explained to
 * an auditor in ten years, by whoever reads how it is written.
 */
class KeyedTest {
  @Test
  void aPseudonymIsTheHmacOfItsIndex() {
    assertEquals(
        "554b9a27989d4795cadf1f1cd641f87d701af21569480e5627d258f3ef74244f",
        hex(new LinkKey(key()).at(7).hash().bytes()));
  }

  @Test
  void aCommitmentIsTheHmacOfElementAndValue() {
    byte[] value = "anna@mail.test".getBytes(StandardCharsets.UTF_8);
    assertEquals(
        "0a285d829cea265a6e378ab661fd6042c2bf583053de84e90248dd775147660f",
        hex(Commitment.of(key(), new Word("contact.email"), value).hash().bytes()));
  }

  private static byte[] key() {
    byte[] key = new byte[32];
    IntStream.range(0, 32).forEach(i -> key[i] = (byte) i);
    return key;
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
