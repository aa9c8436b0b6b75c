// SPDX-License-Identifier: Apache-2.0
package dev.probity.ledger.note;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A public Ed25519 key with the name it signs under: what somebody needs who trusts nothing else of
 * ours. In the form of C2SP signed-note, {@code name+id+key}. Immutable.
 */
public final class VerifierKey {
  /** What a key signs; its number on the wire. */
  public enum Kind {
    /** Notes, by whoever wrote them. */
    AUTHOR(1),
    /** Checkpoints of somebody else, with the time they were seen (C2SP tlog-cosignature). */
    WITNESS(4);

    final byte number;

    Kind(int number) {
      this.number = (byte) number;
    }
  }

  private static final Pattern NAME = Pattern.compile("[^\\s\\p{Z}\\p{Cc}+]+");
  private static final HexFormat HEX = HexFormat.of();

  private final String name;
  private final Kind kind;
  private final byte[] key;

  VerifierKey(String name, Kind kind, byte[] key) {
    if (!isName(name) || key.length != Ed25519.KEY) throw new IllegalArgumentException("no key");
    this.name = name;
    this.kind = kind;
    this.key = key.clone();
  }

  static boolean isName(String name) {
    return NAME.matcher(name).matches();
  }

  /** Nothing, unless name, number and key fit each other. */
  public static Optional<VerifierKey> parse(String text) {
    String[] parts = text.split("\\+", 3);
    if (parts.length != 3 || !isName(parts[0])) return Optional.empty();
    try {
      byte[] bytes = Base64.getDecoder().decode(parts[2]);
      for (Kind kind : Kind.values()) {
        if (bytes.length != 1 + Ed25519.KEY || bytes[0] != kind.number) continue;
        byte[] key = Arrays.copyOfRange(bytes, 1, bytes.length);
        return Optional.of(new VerifierKey(parts[0], kind, key))
            .filter(parsed -> parsed.toString().equals(text));
      }
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    return Optional.empty();
  }

  public String name() {
    return name;
  }

  public Kind kind() {
    return kind;
  }

  public int id() {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      sha256.update((name + "\n").getBytes(StandardCharsets.UTF_8));
      sha256.update(kind.number);
      return ByteBuffer.wrap(sha256.digest(key)).getInt();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  boolean verifies(String text, NoteSignature line) {
    byte[] signature = line.signature();
    return switch (kind) {
      case AUTHOR -> Ed25519.verifies(key, text.getBytes(StandardCharsets.UTF_8), signature);
      case WITNESS -> {
        if (signature.length != Long.BYTES + Ed25519.SIGNATURE) yield false;
        long time = ByteBuffer.wrap(signature).getLong();
        byte[] rest = Arrays.copyOfRange(signature, Long.BYTES, signature.length);
        yield time >= 0 && Ed25519.verifies(key, seen(text, time), rest);
      }
    };
  }

  /** What a witness signs: the text, and when it was the newest that it saw. */
  static byte[] seen(String text, long time) {
    return ("cosignature/v1\ntime " + time + "\n" + text).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof VerifierKey k && k.toString().equals(toString());
  }

  @Override
  public int hashCode() {
    return toString().hashCode();
  }

  @Override
  public String toString() {
    byte[] bytes = ByteBuffer.allocate(1 + key.length).put(kind.number).put(key).array();
    return name + "+" + HEX.toHexDigits(id()) + "+" + Base64.getEncoder().encodeToString(bytes);
  }
}
