// SPDX-License-Identifier: Apache-2.0
package dev.probity.store.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Runs programs to their end. Nothing of our surroundings is handed down but the path: a variable
 * such as {@code PGDATA} must not lead a database elsewhere. Immutable.
 *
 * @param path as {@code PATH} lists directories
 */
record Programs(String path) {
  /** What a program said, on both of its streams, and how it ended. */
  record Ended(int code, String said) {
    boolean well() {
      return code == 0;
    }
  }

  Optional<String> find(String name) {
    return Stream.of(path.split(":"))
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .map(Path::toString)
        .findFirst();
  }

  Ended run(List<String> prefix, List<String> words) throws IOException {
    List<String> command = new ArrayList<>(prefix);
    command.addAll(words);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().putAll(Map.of("PATH", path, "LC_ALL", "C", "TZ", "UTC"));
    builder.directory(Path.of("/").toFile());
    Process process = builder.start();
    process.getOutputStream().close();
    try (InputStream said = process.getInputStream()) {
      String text = new String(said.readAllBytes(), StandardCharsets.UTF_8);
      return new Ended(process.waitFor(), text);
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
