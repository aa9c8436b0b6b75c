// SPDX-License-Identifier: Apache-2.0
package dev.probity.vault.keys;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keys, kept outside the database, its log and its backups: whoever destroys one here makes every
 * copy of what it sealed unreadable. Safe for many threads and, where the store says so, for many
 * servers.
 */
public interface KeyStore {
  /** Keeps a new key for good before it returns; false, and nothing is changed, if there is one. */
  boolean create(KeyName name, byte[] secret);

  /**
   * As {@link #create}, for one person's keys: all of them, or none where one is there. She counts
   * as a newcomer until {@link #settle}, so that keys whose maker died are found.
   */
  boolean createAll(Map<KeyName, byte[]> secrets);

  /** She is known for good: her keys are no newcomer's any more. */
  void settle(String tenant, String subject);

  /** Newcomers from before that moment, whom nobody has settled; after a loss of power not all. */
  List<String> newcomers(String tenant, Instant before);

  /** Whether there is one, without opening it. */
  boolean has(KeyName name);

  /** Puts another in its place; false, and nothing comes back to life, if there is none. */
  boolean replace(KeyName name, byte[] secret);

  /** Nothing, if there never was one or it was destroyed. */
  Optional<byte[]> get(KeyName name);

  /**
   * Destroys a key, whether or not it is there. It is gone from here at once.
   *
   * @return the day from which on no copy of this store, however old, opens it either
   */
  LocalDate destroy(KeyName name);

  /** The day by which {@link #keepWord} has to be called for the days given out to be true. */
  LocalDate due();

  /**
   * Makes copies of this store worthless where that is due, and at once what another server began.
   * Called daily; of several servers one does it. Costs as much as all keys do.
   *
   * @return whether it was due
   */
  boolean keepWord();
}
