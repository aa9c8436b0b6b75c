// SPDX-License-Identifier: Apache-2.0
package dev.probity.store.subject;

import dev.probity.ledger.entry.LinkKey;
import dev.probity.ledger.tree.Hash;
import dev.probity.vault.keys.KeyName;
import dev.probity.vault.keys.KeyStore;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The keys that stand for persons in the log, and hashes of what is sent under the controller's own
 * key. Safe for many threads; a person's first entry costs four forced writes.
 */
final class Persons {
  private static final int KEY = 32;

  private final KeyStore keys;
  private final Sealer sealer;
  private final SecureRandom random;

  Persons(KeyStore keys, Sealer sealer, SecureRandom random) {
    this.keys = keys;
    this.sealer = sealer;
    this.random = random;
  }

  /** A hash under the controller's own key, of exactly these bytes. */
  Hash hash(String controller, String what, byte[] bytes) {
    return Hash.of(sealer.blind(controller, what, HexFormat.of().formatHex(sha256(bytes))))
        .orElseThrow();
  }

  Person person(String controller, byte[] subject) {
    String number = HexFormat.of().formatHex(subject);
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

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
