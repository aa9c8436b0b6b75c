// SPDX-License-Identifier: Apache-2.0
package dev.probity.ledger.note;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** One signature line of a note: who, with which key, what. Immutable. */
public final class NoteSignature {
  private static final String DASH = "\u2014 ";

  private final String name;
  private final int id;
  private final byte[] signature;

  NoteSignature(String name, int id, byte[] signature) {
    this.name = name;
    this.id = id;
    this.signature = signature.clone();
  }

  /** Nothing, unless it is a line as {@link #toString} writes it, without its end. */
  public static Optional<NoteSignature> parse(String line) {
    String[] words = line.split(" ", -1);
    if (words.length != 3 || !VerifierKey.isName(words[1])) return Optional.empty();
    try {
      byte[] bytes = Base64.getDecoder().decode(words[2]);
      if (bytes.length < 5) return Optional.empty();
      NoteSignature parsed =
          new NoteSignature(
              words[1],
              ByteBuffer.wrap(bytes).getInt(),
              Arrays.copyOfRange(bytes, 4, bytes.length));
      return Optional.of(parsed).filter(s -> s.toString().equals(line));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  public String name() {
    return name;
  }

  /** The first four bytes of a hash of the name and the key. */
  public int id() {
    return id;
  }

  byte[] signature() {
    return signature.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof NoteSignature s && s.toString().equals(toString());
  }

  @Override
  public int hashCode() {
    return toString().hashCode();
  }

  @Override
  public String toString() {
    byte[] bytes = ByteBuffer.allocate(4 + signature.length).putInt(id).put(signature).array();
    return DASH + name + " " + Base64.getEncoder().encodeToString(bytes);
  }
}
