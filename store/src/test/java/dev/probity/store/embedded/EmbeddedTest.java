// SPDX-License-Identifier: Apache-2.0
package dev.probity.store.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.probity.store.Means;
import dev.probity.store.Store;
import dev.probity.store.Target;
import dev.probity.store.TestPostgres;
import dev.probity.store.token.Scope;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedTest {
  private final List<String> said = new ArrayList<>();
  private final Means means =
      new Means(TestPostgres.MEANS.clock(), TestPostgres.MEANS.random(), said::add);

  @TempDir Path folder;

  /** A real process, killed: its database lives on, and what it acknowledged must be there. */
  @Test
  void aDatabaseThatOutlivedItsProbityIsStoppedAndItsDataAreThere() throws Exception {
    Path data = folder.resolve("a blank");
    Process holding = holding(List.of(), TestPostgres.in(data));
    try (BufferedReader out = holding.inputReader()) {
      String token = out.readLine();
      assertTrue(String.valueOf(token).startsWith("prb_"), token);
      assertTrue(refusal(TestPostgres.in(data)).contains("process " + holding.pid()));

      holding.destroyForcibly().waitFor();
      Store store = opened(data);
      assertTrue(said.getLast().contains("outlived"), said.toString());
      assertEquals(Optional.of(Set.of(Scope.DECIDE)), store.tokens().scopes("north", token));
      assertTrue(store.embedded());

      Store beside = opened(Store.join(TestPostgres.in(data), means));
      assertEquals(Optional.of(Set.of(Scope.DECIDE)), beside.tokens().scopes("north", token));
      beside.close();
      assertTrue(store.answers(), "who joined does not stop it");
      store.close();
    }
    assertFalse(Files.exists(data.resolve("database/postmaster.pid")), "it was stopped");
    assertEquals(
        PosixFilePermissions.fromString("rw-------"),
        Files.getPosixFilePermissions(data.resolve("credentials")));
    assertEquals(
        Set.of("scram-sha-256"), methods(Files.readString(data.resolve("database/pg_hba.conf"))));

    Files.delete(data.resolve("credentials"));
    assertTrue(refusal(TestPostgres.in(data)).startsWith("PRB-S006"));
    Files.writeString(data.resolve("credentials"), "a\nb\nc\n");
    Files.delete(data.resolve("database/PG_VERSION"));
    assertTrue(refusal(TestPostgres.in(data)).startsWith("PRB-S005"));
  }

  /** Dead, and its parent does not collect it: what a container's first process often does. */
  @Test
  void aDeadProcessKeepsNoDatabaseFromStarting() throws Exception {
    Path data = folder.resolve("data");
    opened(data).close();
    String lives = "exec 3<&0; cat <&3 >/dev/null & echo $!; exec sleep 600";
    Process parent = new ProcessBuilder("sh", "-c", lives).start();
    try (BufferedReader out = parent.inputReader()) {
      String dead = out.readLine();
      Path stat = Path.of("/proc/" + dead + "/stat");
      // Why it dies only now: a shell would still collect it.
      Path name = Path.of("/proc/" + parent.pid() + "/comm");
      while (!Files.readString(name).strip().equals("sleep")) Thread.onSpinWait();
      parent.getOutputStream().close();
      while (!Files.readString(stat).contains(") Z ")) Thread.onSpinWait();
      Path file = data.resolve("database/postmaster.pid");
      Files.write(file, List.of(dead, data.resolve("database").toString(), "0", "1", "", "", ""));

      opened(data).close();
    } finally {
      parent.destroy();
    }
  }

  /** Numbers come round again, at the latest after a restart of the machine. */
  @Test
  void aNumberThatIsAnotherProcesssByNowIsNotTheDatabase() throws Exception {
    Path data = folder.resolve("data");
    opened(data).close();
    Path file = data.resolve("database/postmaster.pid");
    Process other = new ProcessBuilder("sleep", "600").start();
    Store beside = opened(folder.resolve("beside"));
    try {
      String database =
          Files.readAllLines(folder.resolve("beside/database/postmaster.pid")).getFirst();
      for (String number : List.of(String.valueOf(other.pid()), database)) {
        Files.write(
            file, List.of(number, data.resolve("database").toString(), "0", "1", "", "", ""));
        opened(data).close();
        assertFalse(said.getLast().contains("outlived"), said.toString());
      }
      assertTrue(other.isAlive());
      assertTrue(beside.answers(), "another's database is not stopped");
    } finally {
      other.destroy();
      beside.close();
    }
  }

  /** Nothing that was started stays where its start could not be ended. */
  @Test
  void aStartThatFailsLeavesNoDatabaseBehind() throws Exception {
    Path data = folder.resolve("data");
    Means blocking =
        new Means(
            means.clock(),
            means.random(),
            sentence -> {
              try {
                Files.delete(data.resolve("holder"));
                Files.createDirectories(data.resolve("holder/in the way"));
              } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
              }
            });
    boolean refused =
        switch (Embedded.start(TestPostgres.in(data), blocking)) {
          case Embedded.Outcome.Refused it -> it.fault().code().equals("PRB-S001");
          case Embedded.Outcome.Runs it -> false;
        };
    assertTrue(refused);
    assertFalse(Files.exists(data.resolve("database/postmaster.pid")), "it was stopped");
  }

  /** Root in a container may not look into another user's processes: no ptrace, no user spaces. */
  @Test
  void aDatabaseThatRootMayNotLookIntoIsStoppedToo() throws Exception {
    Path bin = setprivAlone();
    Path data = folder.resolve("data");
    String setpriv = bin.resolve("setpriv").toString();
    Process holding =
        holding(
            root()
                ? List.of(setpriv, "--bounding-set=-sys_ptrace", "--inh-caps=-sys_ptrace")
                : List.of(),
            new Target.Embedded(data, folder.resolve("programs"), bin.toString()));
    try (BufferedReader out = holding.inputReader()) {
      String token = out.readLine();
      assertTrue(String.valueOf(token).startsWith("prb_"), token);
      assertTrue(Files.exists(data.resolve("database/postmaster.pid")));
      holding.getOutputStream().close();
      assertEquals(0, holding.waitFor());
      assertFalse(Files.exists(data.resolve("database/postmaster.pid")), "it was stopped");
    }
  }

  private static Set<String> methods(String rules) {
    Set<String> methods = new java.util.TreeSet<>();
    rules
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .forEach(line -> methods.add(line.replaceAll(".*\\s", "")));
    return methods;
  }

  @Test
  void withoutAWayNotToBeRootItIsSaid() throws Exception {
    Programs none = new Programs(folder.toString());
    if (!root()) {
      assertEquals(List.of(), Unprivileged.of(none, folder).prefix());
      return;
    }
    Refused refused = assertThrows(Refused.class, () -> Unprivileged.of(none, folder));
    assertEquals("PRB-S004", refused.fault().code());
  }

  /** As in a container that forbids user namespaces: another user of the machine owns the files. */
  @Test
  void withoutUnshareRootBecomesAnotherUser() throws Exception {
    Path bin = setprivAlone();
    Path data = folder.resolve("data");
    Path programs = Files.createDirectory(folder.resolve("programs"));

    Target.Embedded target = new Target.Embedded(data, programs, bin.toString());
    opened(Store.open(target, means)).close();

    assertNotEquals(0, Files.getAttribute(data.resolve("database"), "unix:uid"));
    opened(Store.open(new Target.Embedded(data, programs, System.getenv("PATH")), means)).close();
    assertEquals(me(), Files.getAttribute(data.resolve("database"), "unix:uid"));
  }

  /** A path with this one program, as where a container forbids user namespaces. */
  private Path setprivAlone() throws IOException {
    Path bin = Files.createDirectory(folder.resolve("bin"));
    Path setpriv = Path.of(new Programs(System.getenv("PATH")).find("setpriv").orElseThrow());
    Files.copy(setpriv, bin.resolve("setpriv"), StandardCopyOption.COPY_ATTRIBUTES);
    for (Path open : List.of(folder, bin))
      Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-xr-x"));
    return bin;
  }

  private static Process holding(List<String> prefix, Target.Embedded target) throws IOException {
    List<String> command = new ArrayList<>(prefix);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add(Holding.class.getName());
    command.addAll(List.of(target.data().toString(), target.programs().toString(), target.path()));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  @Test
  void aProcessorWithoutProgramsIsSaid() {
    Refused refused = assertThrows(Refused.class, () -> Binaries.in(folder, "Linux", "riscv64"));

    assertEquals("PRB-S003", refused.fault().code());
    assertTrue(refused.fault().fix().contains("PROBITY_DATABASE_URL"));
  }

  @Test
  void aDirectoryThatCannotBeWrittenIsSaid() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");

    assertTrue(refusal(TestPostgres.in(file.resolve("data"))).startsWith("PRB-S001"));
  }

  @Test
  void aSecondStartIsRefused() throws IOException {
    Path data = Files.createDirectory(folder.resolve("data"));
    try (Hold hold = Hold.take(data).orElseThrow()) {
      hold.listening(0);
      assertTrue(refusal(TestPostgres.in(data)).startsWith("PRB-S002"));
    }
    assertTrue(Hold.take(data).isPresent(), "a hold that ended is free again");
  }

  private static boolean root() throws IOException {
    return me().equals(0);
  }

  private static Object me() throws IOException {
    return Files.getAttribute(Path.of("/proc/self"), "unix:uid");
  }

  private Store opened(Path data) {
    return opened(Store.open(TestPostgres.in(data), means));
  }

  private static Store opened(Store.Opening opening) {
    return switch (opening) {
      case Store.Opening.Opened opened -> opened.store();
      case Store.Opening.Refused refused -> throw new AssertionError(refused.fault().toString());
    };
  }

  private String refusal(Target.Embedded target) {
    return switch (Embedded.start(target, means)) {
      case Embedded.Outcome.Refused refused ->
          refused.fault().code() + " " + refused.fault().sentence();
      case Embedded.Outcome.Runs runs -> {
        runs.embedded().close();
        yield "it runs";
      }
    };
  }
}
