// SPDX-License-Identifier: Apache-2.0
package dev.probity.ledger.tree;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/** A SHA-256 hash: always 32 bytes, never others. Immutable. */
public final class Hash {
  public static final int BYTES = 32;

  private final byte[] bytes;

  private Hash(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Nothing, unless there are exactly 32 bytes. */
  public static Optional<Hash> of(byte[] bytes) {
    return bytes.length == BYTES ? Optional.of(new Hash(bytes.clone())) : Optional.empty();
  }

  /** Standard base64 with its padding, as C2SP writes hashes; whatever else is nothing. */
  public static Optional<Hash> parse(String base64) {
    try {
      Optional<Hash> hash = of(Base64.getDecoder().decode(base64));
      return hash.filter(h -> h.toString().equals(base64));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The 32 bytes that begin at {@code from}. */
  public static Hash at(byte[] bytes, int from) {
    return new Hash(Arrays.copyOfRange(bytes, from, from + BYTES));
  }

  /** What the digest has taken in; it is empty afterwards. */
  static Hash of(MessageDigest sha256) {
    return new Hash(sha256.digest());
  }

  void into(MessageDigest digest) {
    digest.update(bytes);
  }

  public byte[] bytes() {
    return bytes.clone();
  }

  public String hex() {
    return HexFormat.of().formatHex(bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** In base64. */
  @Override
  public String toString() {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
