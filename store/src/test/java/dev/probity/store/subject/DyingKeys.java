// SPDX-License-Identifier: Apache-2.0
package dev.probity.store.subject;

import dev.probity.vault.keys.KeyName;
import dev.probity.vault.keys.KeyStore;
import java.io.Serial;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** Ends its process before or after one of the first two keys is destroyed. */
final class DyingKeys implements KeyStore {
  private final KeyStore keys;
  private int left;

  /** The end. */
  static final class Killed extends Error {
    @Serial private static final long serialVersionUID = 1;
  }

  /**
   * @param steps how many of the four moments before and after a key's end are survived
   */
  DyingKeys(KeyStore keys, int steps) {
    this.keys = keys;
    this.left = steps;
  }

  private void step() {
    if (left-- == 0) throw new Killed();
  }

  @Override
  public boolean create(KeyName name, byte[] secret) {
    return keys.create(name, secret);
  }

  @Override
  public boolean createAll(Map<KeyName, byte[]> secrets) {
    return keys.createAll(secrets);
  }

  @Override
  public boolean replace(KeyName name, byte[] secret) {
    return keys.replace(name, secret);
  }

  @Override
  public Optional<byte[]> get(KeyName name) {
    return keys.get(name);
  }

  @Override
  public LocalDate destroy(KeyName name) {
    step();
    LocalDate day = keys.destroy(name);
    step();
    return day;
  }

  @Override
  public LocalDate due() {
    return keys.due();
  }

  @Override
  public boolean keepWord() {
    return keys.keepWord();
  }
}
