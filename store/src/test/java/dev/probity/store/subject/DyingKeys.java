// SPDX-License-Identifier: Apache-2.0
package dev.probity.store.subject;

import dev.probity.vault.keys.KeyName;
import dev.probity.vault.keys.KeyStore;
import java.io.Serial;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Tells of each step that changes keys, at which a process may end or something else may happen.
 */
final class DyingKeys implements KeyStore {
  private final KeyStore keys;
  private final Consumer<Step> at;

  /** Where somebody is. */
  enum Step {
    CREATED,
    SETTLING,
    DESTROYING,
    DESTROYED
  }

  /** The end. */
  static final class Killed extends Error {
    @Serial private static final long serialVersionUID = 1;
  }

  DyingKeys(KeyStore keys, Consumer<Step> at) {
    this.keys = keys;
    this.at = at;
  }

  /** Ends its process at a step. */
  DyingKeys(KeyStore keys, Step step) {
    this(
        keys,
        now -> {
          if (now == step) throw new Killed();
        });
  }

  /**
   * Ends its process before or after one of the first two keys is destroyed.
   *
   * @param steps how many of these four moments are survived
   */
  DyingKeys(KeyStore keys, int steps) {
    this(keys, new Counting(steps));
  }

  private static final class Counting implements Consumer<Step> {
    private int left;

    Counting(int left) {
      this.left = left;
    }

    @Override
    public void accept(Step step) {
      boolean destroys = step == Step.DESTROYING || step == Step.DESTROYED;
      if (destroys && left-- == 0) throw new Killed();
    }
  }

  @Override
  public boolean create(KeyName name, byte[] secret) {
    return keys.create(name, secret);
  }

  @Override
  public boolean createAll(Map<KeyName, byte[]> secrets) {
    boolean created = keys.createAll(secrets);
    at.accept(Step.CREATED);
    return created;
  }

  @Override
  public void settle(String tenant, String subject) {
    at.accept(Step.SETTLING);
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
    return keys.replace(name, secret);
  }

  @Override
  public Optional<byte[]> get(KeyName name) {
    return keys.get(name);
  }

  @Override
  public LocalDate destroy(KeyName name) {
    at.accept(Step.DESTROYING);
    LocalDate day = keys.destroy(name);
    at.accept(Step.DESTROYED);
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
