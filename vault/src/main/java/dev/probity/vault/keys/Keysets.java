// SPDX-License-Identifier: Apache-2.0
package dev.probity.vault.keys;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Optional;

/** Tink's keysets of AES-256-GCM keys as bytes, and what they open. Stateless. */
public final class Keysets {
  static {
    // Why here: it fills Tink's tables anew each time, which costs more than to seal and open.
    try {
      AeadConfig.register();
    } catch (GeneralSecurityException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private Keysets() {}

  public static byte[] fresh() {
    try {
      return bytes(KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Tink makes AES-256-GCM keys", e);
    }
  }

  /** With a new key that seals from now on, beside the old ones that still open. */
  public static byte[] renewed(byte[] keyset) {
    try {
      KeysetHandle.Builder more = KeysetHandle.newBuilder(handle(keyset));
      more.addEntry(
          KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
              .withRandomId()
              .makePrimary());
      return bytes(more.build());
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("no keyset", e);
    }
  }

  /** With the newest key alone: what older ones sealed has to be sealed anew before. */
  public static byte[] retired(byte[] keyset) {
    try {
      KeysetHandle.Entry newest = handle(keyset).getPrimary();
      KeysetHandle.Builder one = KeysetHandle.newBuilder();
      one.addEntry(
          KeysetHandle.importKey(newest.getKey()).withFixedId(newest.getId()).makePrimary());
      return bytes(one.build());
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("no keyset", e);
    }
  }

  public static byte[] seal(byte[] keyset, byte[] plain, byte[] bound) {
    try {
      return aead(keyset).encrypt(plain, bound);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("no keyset", e);
    }
  }

  /** Nothing, unless exactly this was sealed with the keyset and bound to exactly that. */
  public static Optional<byte[]> open(byte[] keyset, byte[] sealed, byte[] bound) {
    try {
      return Optional.of(aead(keyset).decrypt(sealed, bound));
    } catch (GeneralSecurityException e) {
      return Optional.empty();
    }
  }

  /** What is bound, so that no two lists of parts give the same bytes. */
  public static byte[] bound(String... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (String part : parts) {
      byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
      out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
      out.writeBytes(bytes);
    }
    return out.toByteArray();
  }

  private static Aead aead(byte[] keyset) throws GeneralSecurityException {
    return handle(keyset).getPrimitive(RegistryConfiguration.get(), Aead.class);
  }

  private static KeysetHandle handle(byte[] keyset) throws GeneralSecurityException {
    return TinkProtoKeysetFormat.parseKeyset(
        keyset, InsecureSecretKeyAccess.get(), RegistryConfiguration.get());
  }

  private static byte[] bytes(KeysetHandle handle) throws GeneralSecurityException {
    return TinkProtoKeysetFormat.serializeKeyset(
        handle, InsecureSecretKeyAccess.get(), RegistryConfiguration.get());
  }
}
