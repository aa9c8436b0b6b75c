// SPDX-License-Identifier: Apache-2.0
package dev.probity.ledger.entry;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * The key of one person that links entries to her, apart from the key of her data: it outlives that
 * one until no duty needs the link (accounting of disclosures, 45 CFR 164.528: six years), and is
 * destroyed then. Immutable; a pseudonym costs about a microsecond.
 */
public final class LinkKey {
  private static final byte[] USE = "probity ledger who v1".getBytes(StandardCharsets.UTF_8);

  private final byte[] key;

  /**
   * @param key 32 secret random bytes
   */
  public LinkKey(byte[] key) {
    if (key.length != Keyed.KEY) throw new IllegalArgumentException("a link key has 32 bytes");
    this.key = key.clone();
  }

  /** Hers in the entry at this index. */
  public Pseudonym at(long index) {
    byte[] place = ByteBuffer.allocate(Long.BYTES).putLong(index).array();
    return new Pseudonym(Keyed.hash(key, USE, place));
  }

  @Override
  public String toString() {
    return "a link key";
  }
}
