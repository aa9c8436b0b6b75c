// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.probity.ledger.note.Checkpoint;
import dev.probity.ledger.note.SignedCheckpoint;
import dev.probity.ledger.tree.Merkle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Copies of a served log: brought up to date, broken off, and gone on with. */
class CopiedLogTest {
  @TempDir private Path folder;
  private LogServer served;

  @BeforeEach
  void serve() throws IOException {
    served = new LogServer(folder);
  }

  @AfterEach
  void stop() {
    served.close();
  }

  @Test
  void aCopyIsVerifiedWithoutTheServerAndBroughtUpToDate() throws Exception {
    served.write(LogServer.entries(300));
    Run first = served.copied();
    assertEquals(Exit.FINE, first.code(), first.err());
    assertTrue(first.out().contains("300 entries in "), first.out());
    assertEquals(Exit.FINE, served.local().code());

    String kept = served.kept("kept", served.write(LogServer.entries(700)));
    served.asked.clear();
    assertEquals(Exit.FINE, served.copied().code());
    assertFalse(served.asked.contains("tile/entries/000"), served.asked.toString());
    assertTrue(served.asked.contains("tile/entries/001"), served.asked.toString());
    Run local = served.local("--against", kept, "--json");
    assertTrue(local.out().startsWith("{\"clean\":true,\"size\":700,\"against\":1"), local.out());

    served.asked.clear();
    assertEquals(Exit.FINE, served.copied().code());
    assertTrue(
        served.asked.stream().noneMatch(path -> path.contains("entries")), served.asked.toString());
  }

  /**
   * Wherever it is broken off, there is an older whole copy or none, and it can be gone on with.
   */
  @Test
  void aCopyThatWasBrokenOffIsGoneOnWith() throws Exception {
    served.write(LogServer.entries(300));
    served.copied();
    served.write(LogServer.entries(2_000));
    served.asked.clear();
    served.trick = (exchange, path) -> served.asked.size() > 8;
    int broken = 0;
    for (Run run = served.copied(); run.code() != Exit.FINE; run = served.copied()) {
      LogServer.assertRefused("PRB-A017", run);
      assertTrue(served.local("--json").out().startsWith("{\"clean\":true,\"size\":300,"));
      served.asked.clear();
      broken++;
    }
    assertTrue(broken >= 2, "it was broken off " + broken + " times");
    assertTrue(served.local("--json").out().startsWith("{\"clean\":true,\"size\":2000,"));
    try (Stream<Path> files = Files.walk(served.copy)) {
      assertTrue(files.noneMatch(f -> f.toString().endsWith(".part")));
    }
  }

  /**
   * A process of its own, killed by the answer to its n-th request: no later step of it is done.
   */
  @Test
  void aCopyThatWasKilledIsGoneOnWith() throws Exception {
    served.write(LogServer.entries(300));
    served.copied();
    served.write(LogServer.entries(2_600));
    for (int last : List.of(2, 5, 14)) {
      served.asked.clear();
      Process process = copying();
      served.trick =
          (exchange, path) -> {
            if (served.asked.size() < last) return false;
            process.destroyForcibly();
            return LogServer.status(exchange, 503);
          };
      assertEquals(137, process.waitFor(), "killed at request " + last);
      assertTrue(served.local("--json").out().startsWith("{\"clean\":true,\"size\":300,"));
    }
    served.trick = (exchange, path) -> false;
    Run run = served.copied();
    assertEquals(Exit.FINE, run.code(), run.err());
    assertTrue(served.local("--json").out().startsWith("{\"clean\":true,\"size\":2600,"));
    try (Stream<Path> files = Files.walk(served.copy)) {
      assertTrue(files.noneMatch(f -> f.toString().endsWith(".part")));
    }
  }

  private Process copying() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            "dev.probity.app.Probity",
            "ledger",
            "copy",
            served.address,
            served.copy.toString(),
            "--token-file",
            served.token)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /** What was begun counts as much as what is whole: its tiles are in the folder. */
  @Test
  void aCopyThatWasBegunTakesNoOtherHistory() throws Exception {
    served.write(LogServer.entries(300));
    served.copied();
    served.write(LogServer.entries(2_000));
    served.asked.clear();
    served.trick = (exchange, path) -> served.asked.size() > 8;
    LogServer.assertRefused("PRB-A017", served.copied());
    served.trick = (exchange, path) -> false;
    List<byte[]> other = LogServer.entries(2_000);
    other.set(1_999, other.get(1));
    served.write(other);
    Run rewritten = served.copied();
    assertEquals(Exit.FINDINGS, rewritten.code(), rewritten.out() + rewritten.err());
    assertTrue(rewritten.out().contains("is no continuation of the copy, which has 2,000"));
    assertTrue(served.local("--json").out().startsWith("{\"clean\":true,\"size\":300,"));
  }

  /** Whoever finds a tile takes its entries for granted, so that they are there before it is. */
  @Test
  void aTileStandsOnlyBehindItsEntries() throws Exception {
    served.write(LogServer.entries(600));
    served.trick =
        (exchange, path) -> path.startsWith("tile/entries/001") && LogServer.status(exchange, 404);
    LogServer.assertRefused("PRB-A021", served.copied());
    assertFalse(Files.exists(served.copy.resolve("tile/0/001")));
    served.trick =
        (exchange, path) ->
            path.startsWith("tile/entries/001") && LogServer.sent(exchange, new byte[] {0, 9, 1});
    LogServer.assertRefused("PRB-A021", served.copied());
    assertFalse(Files.exists(served.copy.resolve("tile/0/001")));
    served.trick = (exchange, path) -> false;
    assertEquals(Exit.FINE, served.copied().code());
    assertEquals(Exit.FINE, served.local().code());
  }

  @Test
  void aLogThatIsNoContinuationLeavesTheCopyAsItWas() throws Exception {
    served.write(LogServer.entries(700));
    served.copied();
    List<byte[]> entries = LogServer.entries(900);
    entries.set(5, entries.get(6));
    served.write(entries);
    Run rewritten = served.copied();
    assertEquals(Exit.FINDINGS, rewritten.code(), rewritten.err());
    assertTrue(rewritten.out().contains("is no continuation of the copy, which has 700"));
    served.write(LogServer.entries(500));
    assertTrue(served.copied().out().contains("it has 500 now"));
    assertTrue(served.local("--json").out().startsWith("{\"clean\":true,\"size\":700,"));

    Files.writeString(
        served.log.resolve("checkpoint"),
        SignedCheckpoint.of(new Checkpoint("other", 1, Merkle.empty()), LogServer.KEY).toString());
    LogServer.assertRefused("PRB-A024", served.copied());
    Files.writeString(served.copy.resolve("checkpoint"), "something");
    served.write(LogServer.entries(700));
    LogServer.assertRefused("PRB-A024", served.copied());
    LogServer.assertRefused(
        "PRB-A025",
        Run.of("ledger", "copy", served.address, served.key + "/x", "--token-file", served.token));
  }
}
