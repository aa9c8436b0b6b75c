// SPDX-License-Identifier: Apache-2.0
package dev.probity.vault.seal;

import dev.probity.vault.keys.KeyName;
import dev.probity.vault.keys.KeyStore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A key store that has lost everything. */
class Nothing implements KeyStore {
  @Override
  public boolean create(KeyName name, byte[] secret) {
    return false;
  }

  @Override
  public boolean createAll(Map<KeyName, byte[]> secrets) {
    return false;
  }

  @Override
  public void settle(String tenant, String subject) {}

  @Override
  public List<String> newcomers(String tenant, Instant before) {
    return List.of();
  }

  @Override
  public boolean has(KeyName name) {
    return false;
  }

  @Override
  public boolean replace(KeyName name, byte[] secret) {
    return false;
  }

  @Override
  public Optional<byte[]> get(KeyName name) {
    return Optional.empty();
  }

  @Override
  public LocalDate destroy(KeyName name) {
    return LocalDate.EPOCH;
  }

  @Override
  public LocalDate due() {
    return LocalDate.MAX;
  }

  @Override
  public boolean keepWord() {
    return false;
  }
}
