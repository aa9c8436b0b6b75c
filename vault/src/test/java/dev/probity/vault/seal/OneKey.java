// SPDX-License-Identifier: Apache-2.0
package dev.probity.vault.seal;

import dev.probity.vault.keys.KeyName;
import dev.probity.vault.keys.Keysets;
import java.util.Optional;

/** A key store that gives everybody the same key, as one with a mistake in it might. */
final class OneKey extends Nothing {
  private final byte[] key = Keysets.fresh();

  @Override
  public Optional<byte[]> get(KeyName name) {
    return Optional.of(key);
  }
}
