// SPDX-License-Identifier: Apache-2.0
package dev.probity.notice.fides;

import dev.probity.notice.TinyPack;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** The manifests of an invented bicycle courier, and how they are imported. */
final class Velobud {
  private static final LocalDate DAY = LocalDate.of(2026, 6, 1);

  private Velobud() {}

  static List<Manifest> manifests() {
    return List.of(manifest("datasets"), manifest("systems"), manifest("policies"));
  }

  static Manifest manifest(String name) {
    String file = name + ".yml";
    try (InputStream in = Objects.requireNonNull(Velobud.class.getResourceAsStream(file))) {
      return of(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Manifest of(String name, String text) {
    return new Manifest(name + ".yml", "fides/" + name + ".yml", text);
  }

  static FidesImport.Outcome read(List<Manifest> manifests) {
    return FidesImport.of(manifests, "velobud", DAY, TinyPack.LEXICON);
  }

  static FidesImport.Outcome.Imported imported(List<Manifest> manifests) {
    return switch (read(manifests)) {
      case FidesImport.Outcome.Imported imported -> imported;
      case FidesImport.Outcome.Faulty faulty ->
          throw new AssertionError(faulty.faults().toString());
    };
  }
}
