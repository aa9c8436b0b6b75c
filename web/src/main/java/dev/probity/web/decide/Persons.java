// SPDX-License-Identifier: Apache-2.0
package dev.probity.web.decide;

import dev.probity.ledger.entry.Commitment;
import dev.probity.ledger.entry.LinkKey;
import dev.probity.ledger.entry.Pseudonym;
import dev.probity.ledger.entry.Word;
import dev.probity.ledger.tree.Hash;
import dev.probity.vault.keys.KeyName;
import dev.probity.vault.keys.KeyStore;
import dev.probity.vault.seal.BlindIndex;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys that stand for persons in the log. Who somebody is called by the controller's services
 * is known here only as a keyed hash. Safe for many threads; a person's first disclosure costs four
 * forced writes.
 */
public final class Persons {
  private static final int KEY = 32;
  private static final Set<String> HASHED = Set.of("subject", "request", "body");

  private final KeyStore keys;
  private final SecureRandom random = new SecureRandom();

  public Persons(KeyStore keys) {
    this.keys = keys;
  }

  /** A hash under the controller's own key, of exactly these bytes. */
  Hash hash(String controller, String what, byte[] bytes) {
    return BlindIndex.of(controller, HASHED, keys, random)
        .of(what, HexFormat.of().formatHex(sha256(bytes)))
        .flatMap(Hash::of)
        .orElseThrow();
  }

  /**
   * One person's keys for entries about her.
   *
   * @param salt makes the salts of commitments; destroyed with her data, so that they say nothing
   */
  record Person(LinkKey link, byte[] salt) {
    /** A salt of its own for each entry, known by its pseudonym, and each element. */
    Commitment commitment(Pseudonym who, Word element, String value) {
      byte[] own = hmac(salt, who.hash() + " " + element);
      return Commitment.of(own, element, value.getBytes(StandardCharsets.UTF_8));
    }
  }

  Person person(String controller, String subject) {
    String number = hash(controller, "subject", subject.getBytes(StandardCharsets.UTF_8)).hex();
    LinkKey link = new LinkKey(key(new KeyName(controller, number, KeyName.Use.LINK)));
    return new Person(link, key(new KeyName(controller, number, KeyName.Use.SALT)));
  }

  private byte[] key(KeyName name) {
    Optional<byte[]> known = keys.get(name);
    if (known.isPresent()) return known.get();
    byte[] fresh = new byte[KEY];
    random.nextBytes(fresh);
    // Why read again: another server may have been faster, and then its key is the one.
    boolean unused = keys.create(name, fresh);
    return keys.get(name).orElseThrow();
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

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
