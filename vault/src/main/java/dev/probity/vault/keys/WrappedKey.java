// SPDX-License-Identifier: Apache-2.0
package dev.probity.vault.keys;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A key as it lies in its file: the number of its epoch, then what that epoch's key made of it,
 * bound to the file's name, so that it opens in no other place. Immutable.
 */
record WrappedKey(long epoch, byte[] sealed) {
  static final String SUFFIX = ".key";

  /** A file's name that says nothing of the person to who does not know her number. */
  static String id(KeyName name) {
    try {
      byte[] parts = Keysets.bound(name.tenant(), name.subject(), name.use().name());
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(parts));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  static WrappedKey wrap(String id, byte[] secret, Ring.Epoch epoch) {
    return new WrappedKey(
        epoch.number(), Keysets.seal(epoch.key(), secret, bound(id, epoch.number())));
  }

  Optional<byte[]> open(String id, Ring.Epoch with) {
    return Keysets.open(with.key(), sealed, bound(id, epoch));
  }

  private static byte[] bound(String id, long epoch) {
    return Keysets.bound("probity wrapped key v1", id, Long.toString(epoch));
  }

  byte[] bytes() {
    return ByteBuffer.allocate(Long.BYTES + sealed.length).putLong(epoch).put(sealed).array();
  }

  static Optional<WrappedKey> read(byte[] bytes) {
    if (bytes.length <= Long.BYTES) return Optional.empty();
    long epoch = ByteBuffer.wrap(bytes).getLong();
    return Optional.of(new WrappedKey(epoch, Arrays.copyOfRange(bytes, Long.BYTES, bytes.length)));
  }
}
