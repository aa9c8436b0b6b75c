// SPDX-License-Identifier: Apache-2.0
package dev.probity.store.subject;

import dev.probity.ledger.entry.Commitment;
import dev.probity.ledger.entry.LinkKey;
import dev.probity.ledger.entry.Pseudonym;
import dev.probity.ledger.entry.Word;
import dev.probity.ledger.log.Draft;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What makes entries about a person. Immutable; says nothing of itself.
 *
 * @param salt makes the salts of commitments; destroyed with her data, so that they say nothing
 */
public record Person(LinkKey link, byte[] salt) {
  /** A salt of its own for each entry, known by its pseudonym, and each element. */
  public Commitment commitment(Pseudonym who, Word element, String value) {
    byte[] own = hmac(salt, who.hash() + " " + element);
    return Commitment.of(own, element, value.getBytes(StandardCharsets.UTF_8));
  }

  public Draft draft(Told told) {
    return Draft.about(link, who -> told.of(who, this));
  }

  private static byte[] hmac(byte[] key, String message) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(message.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HMAC-SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return "a person's keys for the log";
  }
}
