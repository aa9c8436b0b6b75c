// SPDX-License-Identifier: Apache-2.0
package dev.probity.store.subject;

import dev.probity.ledger.entry.LinkKey;
import dev.probity.ledger.tree.Hash;
import dev.probity.vault.keys.KeyName;
import dev.probity.vault.keys.KeyStore;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The keys that stand for persons in the log, and hashes of what is sent under the controller's own
 * key. Safe for many threads.
 */
final class Persons {
  private final KeyStore keys;
  private final Sealer sealer;

  Persons(KeyStore keys, Sealer sealer) {
    this.keys = keys;
    this.sealer = sealer;
  }

  /** A hash under the controller's own key, of exactly these bytes. */
  Hash hash(String controller, String what, byte[] bytes) {
    return Hash.of(sealer.blind(controller, what, HexFormat.of().formatHex(sha256(bytes))))
        .orElseThrow();
  }

  /** Nothing where she is erased: then no key is made again. */
  Optional<Person> person(String controller, byte[] subject) {
    return link(controller, subject)
        .flatMap(
            link ->
                keys.get(name(controller, subject, KeyName.Use.SALT))
                    .map(salt -> new Person(link, salt)));
  }

  /** What ties entries to her, which outlives her data. */
  Optional<LinkKey> link(String controller, byte[] subject) {
    return keys.get(name(controller, subject, KeyName.Use.LINK)).map(LinkKey::new);
  }

  private static KeyName name(String controller, byte[] subject, KeyName.Use use) {
    return new KeyName(controller, HexFormat.of().formatHex(subject), use);
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
