// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.text;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * SHA-256 (FIPS 180-4) of a sentence as {@link Normal} leaves it, in lower-case hex: it tells
 * whether a sentence still stands in a notice without repeating the sentence. Immutable.
 */
public record Fingerprint(String hex) {
  private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

  public Fingerprint {
    if (!HEX.matcher(hex).matches()) throw new IllegalArgumentException("no fingerprint: " + hex);
  }

  public static Fingerprint of(String sentence) {
    byte[] normal = Normal.form(sentence).getBytes(StandardCharsets.UTF_8);
    return new Fingerprint(HexFormat.of().formatHex(sha256().digest(normal)));
  }

  /** What a trace file holds: 64 lower-case hex digits, or empty. */
  public static Optional<Fingerprint> parse(String hex) {
    return HEX.matcher(hex).matches() ? Optional.of(new Fingerprint(hex)) : Optional.empty();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
