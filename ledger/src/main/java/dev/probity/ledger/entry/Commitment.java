// SPDX-License-Identifier: Apache-2.0
package dev.probity.ledger.entry;

import dev.probity.ledger.tree.Hash;
import java.nio.charset.StandardCharsets;

/**
 * A promise of a value that says nothing about it: whoever has value and salt shows that they are
 * meant, and when the salt is destroyed nobody can. A salt serves one value once. Immutable.
 */
public record Commitment(Hash hash) {
  /**
   * @param salt 32 secret random bytes, kept in the vault
   */
  public static Commitment of(byte[] salt, Word element, byte[] value) {
    if (salt.length != Keyed.KEY) throw new IllegalArgumentException("a salt has 32 bytes");
    return new Commitment(Keyed.hash(salt, element.text().getBytes(StandardCharsets.UTF_8), value));
  }

  public boolean opens(byte[] salt, Word element, byte[] value) {
    return equals(of(salt, element, value));
  }
}
