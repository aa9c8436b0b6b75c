// SPDX-License-Identifier: Apache-2.0
package dev.probity.ledger.entry;

import dev.probity.ledger.tree.Hash;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA-256 (RFC 2104) over parts that cannot be mistaken for each other. */
final class Keyed {
  static final int KEY = 32;

  private Keyed() {}

  static Hash hash(byte[] key, byte[] first, byte[] second) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      mac.update(java.nio.ByteBuffer.allocate(Integer.BYTES).putInt(first.length).array());
      mac.update(first);
      mac.update(second);
      return Hash.of(mac.doFinal()).orElseThrow();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HMAC-SHA-256", e);
    }
  }
}
