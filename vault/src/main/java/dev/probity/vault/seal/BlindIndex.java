// SPDX-License-Identifier: Apache-2.0
package dev.probity.vault.seal;

import dev.probity.vault.keys.KeyName;
import dev.probity.vault.keys.KeyStore;
import dev.probity.vault.keys.Keysets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Finds a value again without opening any: a keyed hash (HMAC-SHA-256) of what it says, for chosen
 * elements only, since equal values show as equal. A store puts it into a row that dies with the
 * person. Immutable.
 */
public final class BlindIndex {
  private static final int KEY = 32;

  private final String tenant;
  private final Set<String> elements;
  private final byte[] key;

  private BlindIndex(String tenant, Set<String> elements, byte[] key) {
    this.tenant = tenant;
    this.elements = Set.copyOf(elements);
    this.key = key;
  }

  /** The controller's, with a key that is made the first time. */
  public static BlindIndex of(
      String tenant, Set<String> elements, KeyStore keys, SecureRandom random) {
    return of(new KeyName(tenant, "", KeyName.Use.INDEX), elements, keys, random);
  }

  /** With another of the controller's keys, which is made the first time. */
  public static BlindIndex of(
      KeyName name, Set<String> elements, KeyStore keys, SecureRandom random) {
    Optional<byte[]> known = keys.get(name);
    if (known.isEmpty()) {
      byte[] fresh = new byte[KEY];
      random.nextBytes(fresh);
      // Why: another server may have been faster; then its key is the one.
      boolean unused = keys.create(name, fresh);
      known = keys.get(name);
    }
    return new BlindIndex(name.tenant(), elements, known.orElseThrow());
  }

  /** Nothing for elements that are not searched. The same for values that differ in case alone. */
  public Optional<byte[]> of(String element, String value) {
    if (!elements.contains(element)) return Optional.empty();
    String same = Normalizer.normalize(value, Normalizer.Form.NFC).strip().toLowerCase(Locale.ROOT);
    return Optional.of(hmac(key, Keysets.bound("probity index v1", tenant, element, same)));
  }

  static byte[] hmac(byte[] key, byte[] message) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HMAC-SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return "a blind index";
  }
}
