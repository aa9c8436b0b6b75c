// SPDX-License-Identifier: Apache-2.0
package dev.probity.vault.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.Period;
import java.util.List;
import java.util.stream.Stream;

/** A key folder and its ring below a test's folder, with what tests do to them. */
public record Folders(Path within) {
  public static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-06-01T12:00:00Z"));
  public static final Period EPOCH = Period.ofDays(30);

  public Path keys() {
    return within.resolve("keys");
  }

  public Path ring() {
    return within.resolve("ring");
  }

  public KeyFolder open() {
    return KeyFolder.open(keys(), ring(), EPOCH, CLOCK);
  }

  KeyFolder open(Steps steps) {
    return KeyFolder.open(keys(), ring(), EPOCH, CLOCK, steps);
  }

  /** As a backup would. */
  public Path copy(String name) {
    Path copy = within.resolve(name);
    try {
      Files.createDirectories(copy);
      for (Path file : files()) Files.copy(file, copy.resolve(file.getFileName()));
      return copy;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public List<Path> files() {
    try (Stream<Path> all = Files.list(keys())) {
      return all.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static KeyName name(String subject) {
    return new KeyName("example", subject, KeyName.Use.DATA);
  }

  static byte[] secret(String text) {
    return ("a secret of " + text).getBytes(StandardCharsets.UTF_8);
  }
}
