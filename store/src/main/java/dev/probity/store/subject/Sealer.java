// SPDX-License-Identifier: Apache-2.0
package dev.probity.store.subject;

import dev.probity.vault.keys.KeyStore;
import dev.probity.vault.seal.BlindIndex;
import dev.probity.vault.seal.Datum;
import dev.probity.vault.seal.Opened;
import dev.probity.vault.seal.Origin;
import dev.probity.vault.seal.Place;
import dev.probity.vault.seal.SealedDatum;
import dev.probity.vault.seal.Vault;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Turns what names or describes a person into what a row may hold, and back. Safe for any number of
 * threads.
 */
final class Sealer {
  private static final int HANDLE = 16;

  private final KeyStore keys;
  private final Vault vault;
  private final SecureRandom random;
  private final Map<Searched, BlindIndex> indexes = new ConcurrentHashMap<>();

  Sealer(KeyStore keys, SecureRandom random) {
    this.keys = keys;
    this.vault = new Vault(keys);
    this.random = random;
  }

  private record Searched(String controller, String element) {}

  /** Of an element of the vocabulary, or of {@code subject} and {@code device}, which are none. */
  byte[] blind(String controller, String element, String value) {
    return indexes
        .computeIfAbsent(
            new Searched(controller, element),
            s -> BlindIndex.of(controller, Set.of(element), keys, random))
        .of(element, value)
        .orElseThrow();
  }

  byte[] subject(String controller, String handle) {
    return blind(controller, "subject", handle);
  }

  /** Another id, which says nothing of who it is for. */
  String handle() {
    byte[] bytes = new byte[HANDLE];
    random.nextBytes(bytes);
    return "sub_" + HexFormat.of().formatHex(bytes);
  }

  void enrol(String controller, byte[] subject) {
    if (!vault.enrol(controller, name(subject)))
      throw new IllegalStateException("a new person has a key already");
  }

  /** Nothing where her key is destroyed. */
  Optional<byte[]> seal(String controller, byte[] subject, String field, byte[] value, Instant at) {
    return vault
        .seal(place(controller, subject, field), new Datum(origin(field, at), value, ""))
        .map(SealedDatum::sealed);
  }

  /** Nothing where her key is destroyed. */
  Optional<byte[]> open(
      String controller, byte[] subject, String field, byte[] sealed, Instant at) {
    SealedDatum datum = new SealedDatum(origin(field, at), sealed);
    return switch (vault.open(place(controller, subject, field), datum)) {
      case Opened.Value opened -> Optional.of(opened.datum().value());
      case Opened.Dark dark -> Optional.empty();
      case Opened.Refused refused ->
          throw new IllegalStateException("a sealed row was altered, or sealed with other keys");
    };
  }

  private static Place place(String controller, byte[] subject, String field) {
    return new Place(controller, name(subject), field);
  }

  private static String name(byte[] subject) {
    return HexFormat.of().formatHex(subject);
  }

  private static Origin origin(String field, Instant at) {
    return new Origin(field, "controller", "", "", at);
  }
}
