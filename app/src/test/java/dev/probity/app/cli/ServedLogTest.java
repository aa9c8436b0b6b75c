// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import dev.probity.ledger.note.SignedCheckpoint;
import dev.probity.ledger.receipt.Receipt;
import dev.probity.ledger.tile.Bundle;
import dev.probity.ledger.tile.TileFolder;
import dev.probity.ledger.tile.TileNodes;
import dev.probity.ledger.tree.Prover;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ledger verified over HTTP, also where the server behaves badly. */
class ServedLogTest {
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
  void aServedLogIsReadWholeAndSaysHowMuchThatMeans() throws Exception {
    String kept = served.kept("kept", served.write(LogServer.entries(700)));
    SignedCheckpoint newest = served.write(LogServer.entries(2_600));
    Receipt receipt =
        new Receipt(
            LogServer.entries(2_600).get(3),
            new Prover(new TileNodes(new TileFolder(served.log), 2_600)).inclusion(3, 2_600),
            newest);

    Run alone = served.verify();
    assertEquals(Exit.FINE, alone.code(), alone.err());
    assertTrue(alone.out().contains("CLEAN  self-consistent only"), alone.out());
    Run held =
        served.verify("--against", kept, "--against", served.kept("my.receipt", receipt), "--json");
    assertEquals(Exit.FINE, held.code(), held.err());
    assertTrue(held.out().startsWith("{\"clean\":true,\"size\":2600,\"against\":2,"), held.out());
    assertTrue(served.asked.contains("tile/entries/010.p/40"), served.asked.toString());
  }

  @Test
  void whatWasAlteredIsNamedAsInACopy() throws Exception {
    String kept = served.kept("kept", served.write(LogServer.entries(300)));
    List<byte[]> entries = LogServer.entries(600);
    SignedCheckpoint newest = served.write(entries);
    byte[] bytes = "other".getBytes(StandardCharsets.UTF_8);
    entries.set(17, bytes);
    new TileFolder(served.log).writeBundle(0, 256, Bundle.of(entries.subList(0, 256)));
    assertTrue(
        served.verify().out().contains("ALTERED  entry 17 was altered"), served.verify().out());

    SignedCheckpoint rewritten = served.write(entries);
    assertEquals(Exit.FINE, served.verify().code());
    Run held = served.verify("--against", kept);
    assertEquals(Exit.FINDINGS, held.code());
    assertTrue(held.out().contains("an entry from 0 to 299 was altered"), held.out());
    assertTrue(held.out().contains("the log's key signed two histories"), held.out());
    assertEquals(rewritten.checkpoint().size(), newest.checkpoint().size());

    Files.delete(served.log.resolve("tile/entries/001"));
    assertTrue(served.verify().out().contains("tile/entries/001 is missing or damaged"));
    Files.write(served.log.resolve("tile/entries/001"), new byte[] {1});
    assertTrue(served.verify().out().contains("tile/entries/001 is missing or damaged"));
  }

  @Test
  void whatCannotBeReadIsSaid() throws Exception {
    served.write(LogServer.entries(300));
    String other = served.kept("other.token", "prb_other");
    LogServer.assertRefused(
        "PRB-A018",
        Run.of("ledger", "verify", served.address, "--key", served.key, "--token-file", other));
    LogServer.assertRefused(
        "PRB-A018", Run.of("ledger", "verify", served.address, "--key", served.key));
    String blank = served.kept("blank.token", " \n");
    LogServer.assertRefused(
        "PRB-A023", Run.of("ledger", "copy", served.address, "x", "--token-file", blank));
    LogServer.assertRefused(
        "PRB-A002", Run.of("ledger", "copy", served.address, "x", "--token-file", "nowhere"));

    plays((exchange, path) -> redirect(exchange, served.address + "/../elsewhere"), "PRB-A019");
    Files.copy(served.log.resolve("checkpoint"), served.log.resolve("moved"));
    plays(
        (exchange, path) ->
            path.equals("checkpoint") && redirect(exchange, served.address + "/moved"),
        "PRB-A019");
    plays(
        (exchange, path) -> LogServer.sent(exchange, "<html>".getBytes(StandardCharsets.UTF_8)),
        "PRB-A019");
    plays((exchange, path) -> LogServer.status(exchange, 404), "PRB-A019");
    plays((exchange, path) -> LogServer.status(exchange, 500), "PRB-A021");
    plays((exchange, path) -> path.contains("tile") && LogServer.status(exchange, 403), "PRB-A018");
    plays((exchange, path) -> path.contains("tile") && endless(exchange), "PRB-A021");
    plays((exchange, path) -> path.contains("tile") && brokenOff(exchange), "PRB-A017");
    served.trick =
        (exchange, path) -> path.equals("tile/0/000") && LogServer.sent(exchange, new byte[9]);
    LogServer.assertRefused("PRB-A021", served.copied());
  }

  private void plays(LogServer.Trick played, String code) {
    served.trick = played;
    LogServer.assertRefused(code, served.verify());
    served.trick = (exchange, path) -> false;
  }

  private static boolean redirect(HttpExchange exchange, String to) throws IOException {
    exchange.getResponseHeaders().set("Location", to);
    return LogServer.status(exchange, 302);
  }

  /** Until the reader has had enough. */
  private static boolean endless(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    try (OutputStream out = exchange.getResponseBody()) {
      while (true) out.write(new byte[1 << 20]);
    }
  }

  private static boolean brokenOff(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 1_000);
    exchange.getResponseBody().write(1);
    return true;
  }

  @Test
  void addressesThatAreNoneOrUnsafeAreRefusedAndNotRepeated() throws IOException {
    for (String wrong :
        List.of(
            "http://u:p4ss@127.0.0.1/ledger",
            "http://127.0.0.1/ledger?token=p4ss",
            "http://127.0.0.1/ledger#p4ss",
            "http://p4ss/led ger",
            "http://")) {
      Run run = Run.of("ledger", "copy", wrong, served.copy.toString());
      LogServer.assertRefused("PRB-A022", run);
      assertFalse(run.err().contains("p4ss"), run.err());
    }
    LogServer.assertRefused(
        "PRB-A022",
        Run.of(
            "ledger",
            "copy",
            "http://192.0.2.1/x",
            served.copy.toString(),
            "--token-file",
            served.token));
    Run nobody = Run.of("ledger", "copy", "http://nobody.invalid/x", served.copy.toString());
    LogServer.assertRefused("PRB-A017", nobody);
    assertTrue(nobody.err().contains("there is no host `nobody.invalid`"), nobody.err());
    try (ServerSocket closed = new ServerSocket(0)) {
      int port = closed.getLocalPort();
      closed.close();
      LogServer.assertRefused(
          "PRB-A017", Run.of("ledger", "copy", "http://127.0.0.1:" + port, served.copy.toString()));
    }
  }
}
