// SPDX-License-Identifier: Apache-2.0
package dev.probity.ledger.note;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A private Ed25519 key with the public one. It shows itself only where {@link #secret} is called.
 * Immutable; a signature of Java's own costs about half a millisecond.
 */
public final class SigningKey {
  private static final String SECRET = "PRIVATE+KEY+";

  private final byte[] seed;
  private final VerifierKey verifier;
  private final UnaryOperator<byte[]> signer;

  private SigningKey(byte[] seed, VerifierKey verifier) {
    this(seed, verifier, message -> Ed25519.sign(seed, message));
  }

  private SigningKey(byte[] seed, VerifierKey verifier, UnaryOperator<byte[]> signer) {
    this.seed = seed;
    this.verifier = verifier;
    this.signer = signer;
  }

  public static SigningKey generate(String name, VerifierKey.Kind kind, SecureRandom random) {
    byte[] both = Ed25519.generate(random);
    return new SigningKey(
        Arrays.copyOf(both, Ed25519.KEY),
        new VerifierKey(name, kind, Arrays.copyOfRange(both, Ed25519.KEY, both.length)));
  }

  /** Two lines, as {@link #secret} writes them; nothing if they are no pair. */
  public static Optional<SigningKey> parse(String text) {
    String[] lines = text.split("\n", -1);
    if (lines.length != 3 || !lines[2].isEmpty() || !lines[0].startsWith(SECRET)) {
      return Optional.empty();
    }
    return VerifierKey.parse(lines[1]).flatMap(key -> parse(text, lines[0], key));
  }

  private static Optional<SigningKey> parse(String text, String line, VerifierKey key) {
    String[] parts = line.split("\\+", 5);
    if (parts.length != 5) return Optional.empty();
    try {
      byte[] bytes = Base64.getDecoder().decode(parts[4]);
      if (bytes.length != 1 + Ed25519.KEY) return Optional.empty();
      SigningKey parsed = new SigningKey(Arrays.copyOfRange(bytes, 1, bytes.length), key);
      return Optional.of(parsed).filter(k -> k.secret().equals(text) && k.isPair());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private boolean isPair() {
    return verifier.verifies("", sign("", Instant.EPOCH));
  }

  /**
   * The same key, whose signatures another library makes; they are still checked by Java's own.
   *
   * @param library what signs, of the key's 32 secret bytes; safe for as many threads as use the
   *     key
   * @throws IllegalArgumentException if it signs otherwise
   */
  public SigningKey signing(Function<byte[], UnaryOperator<byte[]>> library) {
    SigningKey same = new SigningKey(seed, verifier, library.apply(seed.clone()));
    if (!same.isPair()) throw new IllegalArgumentException("no Ed25519 of this key");
    return same;
  }

  /** The part that anybody may have. */
  public VerifierKey verifier() {
    return verifier;
  }

  /**
   * @param at what a witness says it saw the text; others do not say
   */
  public NoteSignature sign(String text, Instant at) {
    byte[] signature =
        switch (verifier.kind()) {
          case AUTHOR -> signer.apply(text.getBytes(StandardCharsets.UTF_8));
          case WITNESS -> {
            long time = at.getEpochSecond();
            byte[] signed = signer.apply(VerifierKey.seen(text, time));
            yield ByteBuffer.allocate(Long.BYTES + signed.length).putLong(time).put(signed).array();
          }
        };
    return new NoteSignature(verifier.name(), verifier.id(), signature);
  }

  /** For the file that holds it: the private line, then the public one. */
  public String secret() {
    byte[] bytes =
        ByteBuffer.allocate(1 + seed.length).put(verifier.kind().number).put(seed).array();
    String shown = verifier.toString();
    return SECRET
        + shown.substring(0, shown.indexOf('+', shown.indexOf('+') + 1) + 1)
        + Base64.getEncoder().encodeToString(bytes)
        + "\n"
        + shown
        + "\n";
  }

  @Override
  public String toString() {
    return "the private key of " + verifier.name();
  }
}
