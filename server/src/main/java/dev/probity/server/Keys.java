// SPDX-License-Identifier: Apache-2.0
package dev.probity.server;

import dev.probity.store.Targets;
import dev.probity.vault.keys.KeyFolder;
import dev.probity.vault.keys.KeyStore;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.Period;
import java.util.Map;

/**
 * Reads from settings where the keys lie that open what is held of people: {@code PROBITY_KEYS} is
 * a folder, {@code PROBITY_KEY_RING} a file. Servers of one database share both. Stateless.
 */
final class Keys {
  private static final Period EPOCH = Period.ofDays(30);

  private Keys() {}

  static KeyStore open(Map<String, String> settings, InstantSource clock) {
    Path data = Targets.data(settings);
    return KeyFolder.open(
        at(settings, "PROBITY_KEYS", data.resolve("keys")),
        at(settings, "PROBITY_KEY_RING", data.resolve("key-ring")),
        EPOCH,
        clock);
  }

  private static Path at(Map<String, String> settings, String name, Path otherwise) {
    String named = settings.getOrDefault(name, "");
    return named.isBlank() ? otherwise : Path.of(named).toAbsolutePath().normalize();
  }
}
