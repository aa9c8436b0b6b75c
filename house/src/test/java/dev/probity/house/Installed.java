// SPDX-License-Identifier: Apache-2.0
package dev.probity.house;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A copy of what a machine has after the build, in a folder with a blank in its name, and what its
 * launcher does there. Nothing of our own surroundings reaches it but what a test says.
 */
final class Installed implements AutoCloseable {
  final Path home;
  private final Path folder;
  private final Map<String, String> settings = new TreeMap<>();
  private final List<String> prefix = new ArrayList<>();
  private final List<Process> started = new ArrayList<>();

  Installed(Path folder) throws IOException {
    this.folder = folder;
    home = Files.createDirectories(folder.resolve("a blank/probity"));
    Path root = Repository.root();
    Path server = root.resolve("server/target");
    Path jar = server.resolve("probity-server.jar");
    assertTrue(Files.exists(jar), jar + " is not built: name the phase `verify`");
    copy(root.resolve("probity"), home.resolve("probity"));
    copy(jar, home.resolve("server/target/probity-server.jar"));
    copy(server.resolve("lib"), home.resolve("server/target/lib"));
    copy(root.resolve("app/target/probity-app.jar"), home.resolve("app/target/probity-app.jar"));
    copy(root.resolve("app/target/lib"), home.resolve("app/target/lib"));
    copy(root.resolve("packs"), home.resolve("packs"));
    Files.createDirectory(home.resolve(".probity"));
    for (Path at = home; !at.equals(folder.getParent()); at = at.getParent())
      Files.setPosixFilePermissions(at, PosixFilePermissions.fromString("rwxr-xr-x"));
    settings.put("PATH", System.getenv("PATH"));
    settings.put("PROBITY_BUILD", "never");
    settings.put("PROBITY_DATA", folder.resolve("a blank/data").toString());
    // Why: the test's own JDK is a 25; what is set there is what the launcher must see through.
    settings.put("JAVA_HOME", Path.of(System.getProperty("java.home")).toString());
  }

  Installed with(String name, String value) {
    settings.put(name, value);
    return this;
  }

  Installed without(String name) {
    settings.remove(name);
    return this;
  }

  /** As another user of the machine, who is not root. */
  Installed as(String setpriv, int user) {
    prefix.addAll(
        List.of(
            setpriv, "--reuid=" + user, "--regid=" + user, "--clear-groups", "--inh-caps=-all"));
    return this;
  }

  /** Does without the files that make a start fast, as where the launcher cannot write. */
  Installed untrained() throws IOException {
    Path state = home.resolve(".probity");
    for (String program : List.of("server-", "probity-"))
      Files.writeString(state.resolve(program + System.getProperty("java.version") + ".aot"), "");
    return this;
  }

  /** A server that listens, and all that it said until then. */
  record Up(Process process, String url, String token, String said) {}

  record Ended(int code, String said) {}

  Up up(String... words) throws IOException {
    List<String> all = new ArrayList<>(List.of("up", "--demo", "--port", "0"));
    all.addAll(List.of(words));
    Process process = start(all);
    StringBuilder said = new StringBuilder();
    String url = "";
    String token = "";
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      said.append(line).append('\n');
      if (line.startsWith("Probity listens at ")) url = line.replace("Probity listens at ", "");
      if (token.isEmpty() && line.strip().startsWith("prb_")) token = line.strip();
      if (line.startsWith("Ctrl-C")) return new Up(process, url, token, said.toString());
    }
    throw new AssertionError(said.toString());
  }

  Ended run(String... words) throws IOException, InterruptedException {
    Process process = start(List.of(words));
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(process.waitFor(), said);
  }

  private Process start(List<String> words) throws IOException {
    List<String> command = new ArrayList<>(prefix);
    command.add(home.resolve("probity").toString());
    command.addAll(words);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().putAll(settings);
    builder.directory(folder.toFile());
    Process process = builder.start();
    started.add(process);
    return process;
  }

  static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
          continue;
        }
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
        boolean runs = Files.isExecutable(file) && !Files.isDirectory(file);
        Files.setPosixFilePermissions(
            target, PosixFilePermissions.fromString(runs ? "rwxr-xr-x" : "rw-r--r--"));
      }
    }
  }

  @Override
  public void close() throws InterruptedException {
    for (Process process : started) {
      process.destroy();
      if (!process.waitFor(60, TimeUnit.SECONDS)) process.destroyForcibly().waitFor();
    }
  }
}
