// SPDX-License-Identifier: Apache-2.0
package dev.probity.store.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.probity.ledger.audit.Audit;
import dev.probity.ledger.audit.Kept;
import dev.probity.ledger.audit.Report;
import dev.probity.ledger.log.Draft;
import dev.probity.ledger.log.Log;
import dev.probity.ledger.note.SignedCheckpoint;
import dev.probity.store.Store;
import dev.probity.store.Target;
import dev.probity.store.TestPostgres;
import java.io.BufferedReader;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server killed in the middle of appends, at random and at named points, and without room. */
class KilledTest {
  private static final int ROUNDS = Integer.getInteger("probity.kills", 3);

  private final String controller = "killed-" + Long.toString(System.nanoTime(), 36);
  private final Target.External at = TestPostgres.shared();
  private final List<Process> started = new ArrayList<>();

  @TempDir Path folder;
  private Store store = open();

  private Store open() {
    return ((Store.Opening.Opened) Store.open(at, TestPostgres.MEANS)).store();
  }

  @BeforeEach
  void admit() {
    store.admit(controller);
  }

  @AfterEach
  void close() throws InterruptedException {
    for (Process process : started) process.destroyForcibly().waitFor();
    store.close();
  }

  private Log log() {
    return store.ledgers(folder).of(controller);
  }

  private Path shelf() {
    return folder.resolve(controller).resolve("checkpoints");
  }

  /** Another server that goes on beside it or after it. */
  private void goesOn(List<Long> acknowledged) {
    Log log = log();
    SignedCheckpoint own = log.checkpoint();
    long size = own.checkpoint().size();
    Map<String, Integer> batches = new HashMap<>();
    for (long index = 0; index < size; index++) {
      String[] words = entry(log, index).split(" ");
      if (words.length == 3) batches.merge(words[2], 1, Integer::sum);
    }
    assertTrue(batches.values().stream().allMatch(n -> n == 2), "a batch is there whole or not");
    for (long index : acknowledged)
      assertTrue(entry(log, index).startsWith("entry " + index + " "), "entry " + index);
    Draft mine = index -> ("mine " + index).getBytes(StandardCharsets.UTF_8);
    assertEquals(size, log.append(List.of(mine)).first());
    Kept before = new Kept("before", own, Map.of());
    Report report =
        new Audit(log.tiles(), store.ledgers(folder).key(controller))
            .of(log.checkpoint(), size == 0 ? List.of() : List.of(before));
    assertTrue(report.clean(), report.findings().toString());
  }

  private static String entry(Log log, long index) {
    return new String(log.receipt(index).entry(), StandardCharsets.UTF_8);
  }

  @Test
  void underLoadEveryAcknowledgedEntryIsThere() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      Process process = start(List.of(), "load");
      List<Long> acknowledged = new ArrayList<>();
      BufferedReader out = process.inputReader();
      int lines = 50 + 37 * (round % 10);
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        acknowledged.add(Long.parseLong(line));
        if (acknowledged.size() == lines) process.toHandle().destroyForcibly();
      }
      assertTrue(acknowledged.size() >= lines, "it appended " + acknowledged.size());
      goesOn(acknowledged);
    }
  }

  /** The entries are written and their checkpoint is not. */
  @Test
  void inTheMiddleOfABatch() throws Exception {
    Asked server = asked(List.of());
    long first = Long.parseLong(server.append());
    try (Connection superuser = Superuser.connection();
        Statement statement = superuser.createStatement()) {
      superuser.setAutoCommit(false);
      statement.execute("lock table probity.ledger_checkpoint in exclusive mode");
      server.ask();
      awaited("select exists (select from pg_locks where not granted)");
      server.kill();
      superuser.rollback();
    }
    awaited(
        "select not exists (select from pg_stat_activity where state = 'active'"
            + " and query like 'insert into ledger%')");
    assertEquals(first + 2, log().checkpoint().checkpoint().size());
    goesOn(List.of(first));
  }

  /** The checkpoint is durable, and stands nowhere outside the database: the shelf is a pipe. */
  @Test
  void afterTheCommitAndBeforeTheShelf() throws Exception {
    String key = store.ledgers(folder).key(controller).toString();
    assertEquals(0, new ProcessBuilder("mkfifo", shelf().toString()).start().waitFor());
    Asked server = asked(List.of());
    server.ask();
    // Whoever opens a pipe to read waits for a writer: once before the batch, once behind it.
    new FileOutputStream(shelf().toFile()).close();
    awaited(
        "select exists (select from probity.ledger_checkpoint where controller = '"
            + controller
            + "')");
    server.kill();
    Files.delete(shelf());

    assertEquals(key, store.ledgers(folder).key(controller).toString());
    goesOn(List.of());
    assertTrue(Files.readString(shelf()).startsWith("probity/" + controller + "\n2\n"));
  }

  /** A limit of the file's size is a full disk for this file alone: the last write is torn. */
  @Test
  void inTheMiddleOfTheShelfAndWithoutRoom() throws Exception {
    Asked server = asked(List.of("prlimit", "--fsize=700:unlimited"));
    List<Long> acknowledged = new ArrayList<>();
    String said = server.append();
    for (; !said.startsWith("PRB-"); said = server.append()) acknowledged.add(Long.parseLong(said));
    assertEquals("PRB-S018", said);
    assertEquals(700, Files.size(shelf()));
    long size = log().checkpoint().checkpoint().size();
    for (int i = 0; i < 5; i++) assertEquals("PRB-S018", server.append());
    assertEquals(size, log().checkpoint().checkpoint().size(), "nothing follows what is not kept");

    room(server.process());
    acknowledged.add(Long.parseLong(server.append()));
    assertEquals(size, acknowledged.getLast());
    assertFalse(acknowledged.isEmpty());

    Asked other = asked(List.of("prlimit", "--fsize=" + (Files.size(shelf()) + 100)));
    assertEquals("PRB-S018", other.append());
    other.kill();
    goesOn(acknowledged);
    goesOn(acknowledged);
  }

  private static void room(Process process) throws Exception {
    String pid = String.valueOf(process.pid());
    Process prlimit = new ProcessBuilder("prlimit", "--pid", pid, "--fsize=unlimited").start();
    assertEquals(0, prlimit.waitFor());
  }

  private static void awaited(String question) {
    while (!Superuser.client().sql(question).query(Boolean.class).single()) Thread.onSpinWait();
  }

  /** A server that appends when it is told. */
  private record Asked(Process process, BufferedReader out) {
    void ask() throws IOException {
      process.getOutputStream().write('\n');
      process.getOutputStream().flush();
    }

    String append() throws IOException {
      ask();
      return String.valueOf(out.readLine());
    }

    void kill() throws InterruptedException {
      process.destroyForcibly().waitFor();
    }
  }

  private Asked asked(List<String> before) throws IOException {
    Process process = start(before, "asked");
    BufferedReader out = process.inputReader();
    assertEquals("ready", out.readLine());
    return new Asked(process, out);
  }

  private Process start(List<String> before, String mode) throws IOException {
    List<String> command = new ArrayList<>(before);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:-UsePerfData", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add("dev.probity.store.log.Appending");
    command.addAll(List.of(at.url(), at.application().role(), at.application().password()));
    command.addAll(List.of(at.owner().role(), at.owner().password()));
    command.addAll(List.of(folder.toString(), controller, mode));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    started.add(process);
    return process;
  }
}
