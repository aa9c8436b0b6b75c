// SPDX-License-Identifier: Apache-2.0
package dev.probity.server;

import dev.probity.ledger.note.VerifierKey;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** {@code ./probity witness} as a process of its own, which watches one log. */
final class Watch implements AutoCloseable {
  private final Path folder;
  private final Process process;
  private final URI address;

  Watch(Path folder, VerifierKey log) throws IOException {
    this.folder = folder;
    String key = Files.writeString(folder.resolveSibling("watched.pub"), log + "\n").toString();
    this.process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    System.getProperty("java.class.path"),
                    "dev.probity.app.Probity",
                    "witness",
                    folder.toString(),
                    "--name",
                    "witness.example",
                    "--log",
                    key,
                    "--port",
                    "0"))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader out = process.inputReader();
    String line = String.valueOf(out.readLine());
    String door = line.substring(line.indexOf("http"));
    this.address = URI.create(door.substring(0, door.lastIndexOf('/')));
  }

  URI address() {
    return address;
  }

  String pub() {
    return folder.resolve("witness.pub").toString();
  }

  VerifierKey key() throws IOException {
    return VerifierKey.parse(Files.readString(Path.of(pub())).strip()).orElseThrow();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
