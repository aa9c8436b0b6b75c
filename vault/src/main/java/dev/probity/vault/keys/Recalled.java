// SPDX-License-Identifier: Apache-2.0
package dev.probity.vault.keys;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A key store that reads each key once, for one piece of work: its values share a person's key, and
 * to unwrap that costs more than to seal them. Thrown away with the work, so that a key which is
 * destroyed meanwhile opens nothing that begins later. One thread.
 */
public final class Recalled implements KeyStore {
  private final KeyStore keys;
  private final Map<KeyName, Optional<byte[]>> read = new HashMap<>();

  public Recalled(KeyStore keys) {
    this.keys = keys;
  }

  @Override
  public boolean create(KeyName name, byte[] secret) {
    read.remove(name);
    return keys.create(name, secret);
  }

  @Override
  public boolean createAll(Map<KeyName, byte[]> secrets) {
    secrets.keySet().forEach(read::remove);
    return keys.createAll(secrets);
  }

  @Override
  public void settle(String tenant, String subject) {
    keys.settle(tenant, subject);
  }

  @Override
  public List<String> newcomers(String tenant, Instant before) {
    return keys.newcomers(tenant, before);
  }

  @Override
  public boolean has(KeyName name) {
    return keys.has(name);
  }

  @Override
  public boolean replace(KeyName name, byte[] secret) {
    read.remove(name);
    return keys.replace(name, secret);
  }

  @Override
  public Optional<byte[]> get(KeyName name) {
    return read.computeIfAbsent(name, keys::get);
  }

  @Override
  public LocalDate destroy(KeyName name) {
    read.remove(name);
    return keys.destroy(name);
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
