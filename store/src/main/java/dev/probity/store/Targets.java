// SPDX-License-Identifier: Apache-2.0
package dev.probity.store;

import dev.probity.kernel.fault.Fault;
import dev.probity.kernel.fault.Where;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads from settings which database is meant: {@code PROBITY_DATABASE_URL} names an external one
 * with {@code _USER}, {@code _PASSWORD}, {@code _OWNER} and {@code _OWNER_PASSWORD}, a password
 * also as the file that {@code ..PASSWORD_FILE} names; otherwise it is the embedded one in {@code
 * PROBITY_DATA}. Stateless.
 */
public final class Targets {
  private static final String PREFIX = "PROBITY_DATABASE_";

  private Targets() {}

  /** A database, or what is wrong with the settings. */
  public sealed interface Chosen {
    record Found(Target target) implements Chosen {}

    record Faulty(List<Fault> faults) implements Chosen {}
  }

  public static Chosen of(Map<String, String> settings) {
    return settings.getOrDefault(PREFIX + "URL", "").isBlank()
        ? new Chosen.Found(embedded(settings))
        : new External(settings).chosen();
  }

  private static Target embedded(Map<String, String> settings) {
    Path data = data(settings);
    return new Target.Embedded(data, data, settings.getOrDefault("PATH", ""));
  }

  /** {@code PROBITY_DATA}, else a directory for state under the user's home. */
  public static Path data(Map<String, String> settings) {
    String named = settings.getOrDefault("PROBITY_DATA", "");
    String state = settings.getOrDefault("XDG_STATE_HOME", "");
    Path data =
        !named.isBlank()
            ? Path.of(named)
            : !state.isBlank()
                ? Path.of(state, "probity")
                : Path.of(settings.getOrDefault("HOME", "."), ".local", "state", "probity");
    return data.toAbsolutePath().normalize();
  }

  private record External(Map<String, String> settings, List<Fault> faults) {
    External(Map<String, String> settings) {
      this(settings, new ArrayList<>());
    }

    Chosen chosen() {
      String url = settings.getOrDefault(PREFIX + "URL", "").strip();
      if (url.startsWith("postgresql://")) url = "jdbc:" + url;
      if (!url.startsWith("jdbc:postgresql://") || url.contains("@") || url.contains("password="))
        fault("URL is not a plain address", "write jdbc:postgresql://HOST:PORT/DATABASE, no more");
      Login application = new Login(required("USER"), password("PASSWORD"));
      Login owner = new Login(required("OWNER"), password("OWNER_PASSWORD"));
      return faults.isEmpty()
          ? new Chosen.Found(new Target.External(url, application, owner))
          : new Chosen.Faulty(faults);
    }

    private String required(String name) {
      String value = settings.getOrDefault(PREFIX + name, "");
      if (!value.matches("[a-zA-Z_][a-zA-Z0-9_-]{0,62}"))
        fault(name + " names no database role", "set it; docs/guide/running.md says which");
      return value;
    }

    private String password(String name) {
      String value = settings.get(PREFIX + name);
      if (value != null) return value;
      return file(settings.getOrDefault(PREFIX + name + "_FILE", ""))
          .orElseGet(
              () -> {
                fault(name + " is not set", "set it, or " + name + "_FILE to a file that holds it");
                return "";
              });
    }

    private static Optional<String> file(String name) {
      try {
        return name.isBlank()
            ? Optional.empty()
            : Optional.of(Files.readString(Path.of(name)).strip());
      } catch (IOException e) {
        return Optional.empty();
      }
    }

    private void fault(String what, String fix) {
      faults.add(new Fault("PRB-S010", PREFIX + what, fix, Where.file("settings")));
    }
  }
}
