// SPDX-License-Identifier: Apache-2.0
package dev.probity.vault.seal;

import dev.probity.vault.keys.KeyName;
import dev.probity.vault.keys.KeyStore;
import dev.probity.vault.keys.Keysets;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * Seals and opens values, each under a data key of the person it is about (AES-256-GCM by Tink),
 * bound to tenant, person, field and origin. It keeps no key: one that is destroyed opens nothing a
 * moment later. As safe for threads as its key store.
 */
public record Vault(KeyStore keys) {
  private static final int KEY = 32;

  /** Gives a person her keys, for data, salts and the log; false if she has any. */
  public boolean enrol(String tenant, String subject, SecureRandom random) {
    byte[] salt = new byte[KEY];
    byte[] link = new byte[KEY];
    random.nextBytes(salt);
    random.nextBytes(link);
    return keys.createAll(
        Map.of(
            data(tenant, subject),
            Keysets.fresh(),
            new KeyName(tenant, subject, KeyName.Use.SALT),
            salt,
            new KeyName(tenant, subject, KeyName.Use.LINK),
            link));
  }

  /** Nothing, if the person has no key, or none any more. */
  public Optional<SealedDatum> seal(Place place, Datum datum) {
    byte[] plain = plain(datum);
    return key(place)
        .map(key -> Keysets.seal(key, plain, bound(place, datum.origin())))
        .map(bytes -> new SealedDatum(datum.origin(), bytes));
  }

  public Opened open(Place place, SealedDatum sealed) {
    Optional<byte[]> key = key(place);
    if (key.isEmpty()) return new Opened.Dark();
    return Keysets.open(key.get(), sealed.sealed(), bound(place, sealed.origin()))
        .<Opened>map(plain -> new Opened.Value(datum(sealed.origin(), plain)))
        .orElseGet(Opened.Refused::new);
  }

  /** From now on a new key seals; the old ones still open. */
  public boolean renew(String tenant, String subject) {
    KeyName name = data(tenant, subject);
    return keys.get(name).filter(key -> keys.replace(name, Keysets.renewed(key))).isPresent();
  }

  /** Once all is sealed anew: what only older keys opened is dark afterwards. */
  public boolean retire(String tenant, String subject) {
    KeyName name = data(tenant, subject);
    return keys.get(name).filter(key -> keys.replace(name, Keysets.retired(key))).isPresent();
  }

  /**
   * Makes everything of a person unreadable, wherever copies of it are.
   *
   * @return the day from which on that holds for copies of the key store too
   */
  public LocalDate shred(String tenant, String subject) {
    LocalDate unused = keys.destroy(new KeyName(tenant, subject, KeyName.Use.SALT));
    return keys.destroy(data(tenant, subject));
  }

  private Optional<byte[]> key(Place place) {
    return keys.get(data(place.tenant(), place.subject()));
  }

  private static KeyName data(String tenant, String subject) {
    return new KeyName(tenant, subject, KeyName.Use.DATA);
  }

  private static byte[] bound(Place place, Origin origin) {
    return Keysets.bound(
        "probity datum v1",
        place.tenant(),
        place.subject(),
        place.field(),
        origin.element(),
        origin.source(),
        origin.point(),
        origin.pack(),
        origin.at().toString());
  }

  private static byte[] plain(Datum datum) {
    byte[] value = datum.value();
    byte[] annotation = datum.annotation().getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(Integer.BYTES + value.length + annotation.length)
        .putInt(value.length)
        .put(value)
        .put(annotation)
        .array();
  }

  private static Datum datum(Origin origin, byte[] plain) {
    int end = Integer.BYTES + ByteBuffer.wrap(plain).getInt();
    return new Datum(
        origin,
        Arrays.copyOfRange(plain, Integer.BYTES, end),
        new String(plain, end, plain.length - end, StandardCharsets.UTF_8));
  }
}
