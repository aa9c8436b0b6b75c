// SPDX-License-Identifier: Apache-2.0
package dev.probity.vault.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whose keys were made and are not known to be used, a small file for each beside them. They are
 * not forced to the disk: a process may die at any step and they tell; after a loss of power a key
 * may stay that opens nothing. Immutable.
 */
record Newcomers(Path folder) {
  private static final String SUFFIX = ".new";

  void add(KeyName name, Instant at) {
    String text = at + "\n" + name.tenant() + "\n" + name.subject() + "\n";
    Path file = file(name);
    try {
      Files.deleteIfExists(file);
      try (var out =
          Files.newByteChannel(
              file,
              Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
              Durable.owner())) {
        int unused = out.write(java.nio.ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void remove(KeyName name) {
    try {
      boolean unused = Files.deleteIfExists(file(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Their subjects. */
  List<String> of(String tenant, Instant before) {
    List<String> found = new ArrayList<>();
    try (Stream<Path> all = Files.list(folder)) {
      for (Path file : all.filter(f -> f.toString().endsWith(SUFFIX)).sorted().toList()) {
        List<String> lines =
            Durable.read(file)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8).lines().toList())
                .orElse(List.of());
        if (lines.size() == 3 && lines.get(1).equals(tenant) && at(lines).isBefore(before))
          found.add(lines.get(2));
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A moment that never comes where it is none: nobody is taken for a newcomer by mistake. */
  private static Instant at(List<String> lines) {
    try {
      return Instant.parse(lines.getFirst());
    } catch (DateTimeException e) {
      return Instant.MAX;
    }
  }

  /** Named by her data key, whichever of her keys is meant. */
  private Path file(KeyName name) {
    KeyName data = new KeyName(name.tenant(), name.subject(), KeyName.Use.DATA);
    return folder.resolve(WrappedKey.id(data) + SUFFIX);
  }
}
