// SPDX-License-Identifier: Apache-2.0
package dev.probity.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.probity.ledger.note.Checkpoint;
import dev.probity.ledger.note.SignedCheckpoint;
import dev.probity.ledger.note.SigningKey;
import dev.probity.ledger.note.VerifierKey;
import dev.probity.ledger.receipt.Receipt;
import dev.probity.ledger.tile.Bundle;
import dev.probity.ledger.tile.Edge;
import dev.probity.ledger.tile.Tile;
import dev.probity.ledger.tile.TileFolder;
import dev.probity.ledger.tile.TileNodes;
import dev.probity.ledger.tree.Merkle;
import dev.probity.ledger.tree.Prover;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ledger's commands over HTTP: a folder behind a real server, which may also behave badly. */
class ServedLogTest {
  private static final SigningKey KEY =
      SigningKey.generate("log.example", VerifierKey.Kind.AUTHOR, new SecureRandom());
  private static final String TOKEN = "prb_secret-of-the-auditor";

  /** What the server does instead of serving the file; true if it did something. */
  private interface Trick {
    boolean played(HttpExchange exchange, String path) throws IOException;
  }

  private final Queue<String> asked = new ConcurrentLinkedQueue<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private volatile Trick trick = (exchange, path) -> false;

  @TempDir private Path folder;
  private HttpServer server;
  private Path log = Path.of("");
  private Path copy = Path.of("");
  private String key = "";
  private String token = "";
  private String address = "";

  ServedLogTest() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
  }

  @BeforeEach
  void serve() throws IOException {
    log = folder.resolve("log");
    copy = folder.resolve("copy");
    key = Files.writeString(folder.resolve("log.pub"), KEY.verifier() + "\n").toString();
    token = Files.writeString(folder.resolve("token"), TOKEN + "\n").toString();
    address = "http://127.0.0.1:" + server.getAddress().getPort() + "/v1/example/ledger";
    server.createContext("/v1/example/ledger/", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath().replace("/v1/example/ledger/", "");
      asked.add(path);
      if (trick.played(exchange, path)) return;
      String shown = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
      Path file = log.resolve(path);
      if (!shown.equals("Bearer " + TOKEN)) exchange.sendResponseHeaders(401, -1);
      else if (!Files.isRegularFile(file)) exchange.sendResponseHeaders(404, -1);
      else send(exchange, Files.readAllBytes(file));
    }
  }

  private static void send(HttpExchange exchange, byte[] bytes) throws IOException {
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private static List<byte[]> entries(int count) {
    List<byte[]> entries = new ArrayList<>();
    for (int i = 0; i < count; i++) entries.add(("entry " + i).getBytes(StandardCharsets.UTF_8));
    return entries;
  }

  /** The log with these entries, all of it written anew and signed. */
  private SignedCheckpoint write(List<byte[]> entries) throws IOException {
    TileFolder tiles = new TileFolder(log);
    Edge edge = new Edge();
    entries.forEach(entry -> edge.add(Merkle.leaf(entry), tiles::write));
    edge.partial(tiles::write);
    for (int from = 0; from < entries.size(); from += Tile.FULL) {
      List<byte[]> some = entries.subList(from, Math.min(entries.size(), from + Tile.FULL));
      tiles.writeBundle(from / Tile.FULL, some.size(), Bundle.of(some));
    }
    SignedCheckpoint signed =
        SignedCheckpoint.of(new Checkpoint("log.example", edge.size(), edge.root()), KEY);
    Files.writeString(log.resolve("checkpoint"), signed.toString());
    return signed;
  }

  private String kept(String name, Object text) throws IOException {
    return Files.writeString(folder.resolve(name), text.toString()).toString();
  }

  private Run verify(String... more) {
    List<String> words = new ArrayList<>(List.of("ledger", "verify", address, "--key", key));
    words.addAll(List.of("--token-file", token));
    words.addAll(List.of(more));
    return Run.of(words.toArray(String[]::new));
  }

  private Run copied() {
    return Run.of("ledger", "copy", address, copy.toString(), "--token-file", token);
  }

  private Run local(String... more) {
    List<String> words = new ArrayList<>(List.of("ledger", "verify", copy.toString()));
    words.addAll(List.of("--key", key));
    words.addAll(List.of(more));
    return Run.of(words.toArray(String[]::new));
  }

  @Test
  void aServedLogIsReadWholeAndSaysHowMuchThatMeans() throws Exception {
    String kept = kept("kept", write(entries(700)));
    SignedCheckpoint newest = write(entries(2_600));
    Receipt receipt =
        new Receipt(
            entries(2_600).get(3),
            new Prover(new TileNodes(new TileFolder(log), 2_600)).inclusion(3, 2_600),
            newest);

    Run alone = verify();
    assertEquals(Exit.FINE, alone.code(), alone.err());
    assertTrue(alone.out().contains("CLEAN  self-consistent only"), alone.out());
    Run held = verify("--against", kept, "--against", kept("my.receipt", receipt), "--json");
    assertEquals(Exit.FINE, held.code(), held.err());
    assertTrue(held.out().startsWith("{\"clean\":true,\"size\":2600,\"against\":2,"), held.out());
    assertTrue(asked.contains("tile/entries/010.p/40"), asked.toString());
  }

  @Test
  void whatWasAlteredIsNamedAsInACopy() throws Exception {
    String kept = kept("kept", write(entries(300)));
    List<byte[]> entries = entries(600);
    SignedCheckpoint newest = write(entries);
    byte[] bytes = "other".getBytes(StandardCharsets.UTF_8);
    entries.set(17, bytes);
    new TileFolder(log).writeBundle(0, 256, Bundle.of(entries.subList(0, 256)));
    assertTrue(verify().out().contains("ALTERED  entry 17 was altered"), verify().out());

    SignedCheckpoint rewritten = write(entries);
    assertEquals(Exit.FINE, verify().code());
    Run held = verify("--against", kept);
    assertEquals(Exit.FINDINGS, held.code());
    assertTrue(held.out().contains("an entry from 0 to 299 was altered"), held.out());
    assertTrue(held.out().contains("the log's key signed two histories"), held.out());
    assertEquals(rewritten.checkpoint().size(), newest.checkpoint().size());

    Files.delete(log.resolve("tile/entries/001"));
    assertTrue(verify().out().contains("tile/entries/001 is missing or damaged"));
    Files.write(log.resolve("tile/entries/001"), new byte[] {1});
    assertTrue(verify().out().contains("tile/entries/001 is missing or damaged"));
  }

  @Test
  void aCopyIsVerifiedWithoutTheServerAndBroughtUpToDate() throws Exception {
    write(entries(300));
    Run first = copied();
    assertEquals(Exit.FINE, first.code(), first.err());
    assertTrue(first.out().contains("300 entries in "), first.out());
    assertEquals(Exit.FINE, local().code());

    String kept = kept("kept", write(entries(700)));
    asked.clear();
    assertEquals(Exit.FINE, copied().code());
    assertFalse(asked.contains("tile/entries/000"), asked.toString());
    assertTrue(asked.contains("tile/entries/001"), asked.toString());
    Run local = local("--against", kept, "--json");
    assertTrue(local.out().startsWith("{\"clean\":true,\"size\":700,\"against\":1"), local.out());

    asked.clear();
    assertEquals(Exit.FINE, copied().code());
    assertTrue(asked.stream().noneMatch(path -> path.contains("entries")), asked.toString());
  }

  /**
   * Wherever it is broken off, there is an older whole copy or none, and it can be gone on with.
   */
  @Test
  void aCopyThatWasBrokenOffIsGoneOnWith() throws Exception {
    write(entries(300));
    copied();
    write(entries(2_000));
    asked.clear();
    trick = (exchange, path) -> asked.size() > 8;
    int broken = 0;
    for (Run run = copied(); run.code() != Exit.FINE; run = copied()) {
      assertRefused("PRB-A017", run);
      assertTrue(local("--json").out().startsWith("{\"clean\":true,\"size\":300,"));
      asked.clear();
      broken++;
    }
    assertTrue(broken >= 2, "it was broken off " + broken + " times");
    assertTrue(local("--json").out().startsWith("{\"clean\":true,\"size\":2000,"));
    try (Stream<Path> files = Files.walk(copy)) {
      assertTrue(files.noneMatch(f -> f.toString().endsWith(".part")));
    }
  }

  /**
   * A process of its own, killed by the answer to its n-th request: no later step of it is done.
   */
  @Test
  void aCopyThatWasKilledIsGoneOnWith() throws Exception {
    write(entries(300));
    copied();
    write(entries(2_600));
    for (int last : List.of(2, 5, 14)) {
      asked.clear();
      Process process = copying();
      trick =
          (exchange, path) -> {
            if (asked.size() < last) return false;
            process.destroyForcibly();
            return status(exchange, 503);
          };
      assertEquals(137, process.waitFor(), "killed at request " + last);
      assertTrue(local("--json").out().startsWith("{\"clean\":true,\"size\":300,"));
    }
    trick = (exchange, path) -> false;
    Run run = copied();
    assertEquals(Exit.FINE, run.code(), run.err());
    assertTrue(local("--json").out().startsWith("{\"clean\":true,\"size\":2600,"));
    try (Stream<Path> files = Files.walk(copy)) {
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
            address,
            copy.toString(),
            "--token-file",
            token)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /** What was begun counts as much as what is whole: its tiles are in the folder. */
  @Test
  void aCopyThatWasBegunTakesNoOtherHistory() throws Exception {
    write(entries(300));
    copied();
    write(entries(2_000));
    asked.clear();
    trick = (exchange, path) -> asked.size() > 8;
    assertRefused("PRB-A017", copied());
    trick = (exchange, path) -> false;
    List<byte[]> other = entries(2_000);
    other.set(1_999, other.get(1));
    write(other);
    Run rewritten = copied();
    assertEquals(Exit.FINDINGS, rewritten.code(), rewritten.out() + rewritten.err());
    assertTrue(rewritten.out().contains("is no continuation of the copy, which has 2,000"));
    assertTrue(local("--json").out().startsWith("{\"clean\":true,\"size\":300,"));
  }

  /** Whoever finds a tile takes its entries for granted, so that they are there before it is. */
  @Test
  void aTileStandsOnlyBehindItsEntries() throws Exception {
    write(entries(600));
    trick = (exchange, path) -> path.startsWith("tile/entries/001") && status(exchange, 404);
    assertRefused("PRB-A021", copied());
    assertFalse(Files.exists(copy.resolve("tile/0/001")));
    trick =
        (exchange, path) ->
            path.startsWith("tile/entries/001") && sent(exchange, new byte[] {0, 9, 1});
    assertRefused("PRB-A021", copied());
    assertFalse(Files.exists(copy.resolve("tile/0/001")));
    trick = (exchange, path) -> false;
    assertEquals(Exit.FINE, copied().code());
    assertEquals(Exit.FINE, local().code());
  }

  @Test
  void aLogThatIsNoContinuationLeavesTheCopyAsItWas() throws Exception {
    write(entries(700));
    copied();
    List<byte[]> entries = entries(900);
    entries.set(5, entries.get(6));
    write(entries);
    Run rewritten = copied();
    assertEquals(Exit.FINDINGS, rewritten.code(), rewritten.err());
    assertTrue(rewritten.out().contains("is no continuation of the copy, which has 700"));
    write(entries(500));
    assertTrue(copied().out().contains("it has 500 now"));
    assertTrue(local("--json").out().startsWith("{\"clean\":true,\"size\":700,"));

    Files.writeString(
        log.resolve("checkpoint"),
        SignedCheckpoint.of(new Checkpoint("other", 1, Merkle.empty()), KEY).toString());
    assertRefused("PRB-A024", copied());
    Files.writeString(copy.resolve("checkpoint"), "something");
    write(entries(700));
    assertRefused("PRB-A024", copied());
    assertRefused("PRB-A025", Run.of("ledger", "copy", address, key + "/x", "--token-file", token));
  }

  @Test
  void whatCannotBeReadIsSaid() throws Exception {
    write(entries(300));
    String other = kept("other.token", "prb_other");
    assertRefused(
        "PRB-A018", Run.of("ledger", "verify", address, "--key", key, "--token-file", other));
    assertRefused("PRB-A018", Run.of("ledger", "verify", address, "--key", key));
    String blank = kept("blank.token", " \n");
    assertRefused("PRB-A023", Run.of("ledger", "copy", address, "x", "--token-file", blank));
    assertRefused("PRB-A002", Run.of("ledger", "copy", address, "x", "--token-file", "nowhere"));

    plays((exchange, path) -> redirect(exchange, address + "/../elsewhere"), "PRB-A019");
    Files.copy(log.resolve("checkpoint"), log.resolve("moved"));
    plays(
        (exchange, path) -> path.equals("checkpoint") && redirect(exchange, address + "/moved"),
        "PRB-A019");
    plays(
        (exchange, path) -> sent(exchange, "<html>".getBytes(StandardCharsets.UTF_8)), "PRB-A019");
    plays((exchange, path) -> status(exchange, 404), "PRB-A019");
    plays((exchange, path) -> status(exchange, 500), "PRB-A021");
    plays((exchange, path) -> path.contains("tile") && status(exchange, 403), "PRB-A018");
    plays((exchange, path) -> path.contains("tile") && endless(exchange), "PRB-A021");
    plays((exchange, path) -> path.contains("tile") && brokenOff(exchange), "PRB-A017");
    trick = (exchange, path) -> path.equals("tile/0/000") && sent(exchange, new byte[9]);
    assertRefused("PRB-A021", copied());
  }

  private void plays(Trick played, String code) {
    trick = played;
    assertRefused(code, verify());
    trick = (exchange, path) -> false;
  }

  private static boolean redirect(HttpExchange exchange, String to) throws IOException {
    exchange.getResponseHeaders().set("Location", to);
    return status(exchange, 302);
  }

  private static boolean status(HttpExchange exchange, int status) throws IOException {
    exchange.sendResponseHeaders(status, -1);
    return true;
  }

  private static boolean sent(HttpExchange exchange, byte[] bytes) throws IOException {
    send(exchange, bytes);
    return true;
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
      Run run = Run.of("ledger", "copy", wrong, copy.toString());
      assertRefused("PRB-A022", run);
      assertFalse(run.err().contains("p4ss"), run.err());
    }
    assertRefused(
        "PRB-A022",
        Run.of("ledger", "copy", "http://192.0.2.1/x", copy.toString(), "--token-file", token));
    Run nobody = Run.of("ledger", "copy", "http://nobody.invalid/x", copy.toString());
    assertRefused("PRB-A017", nobody);
    assertTrue(nobody.err().contains("there is no host `nobody.invalid`"), nobody.err());
    try (ServerSocket closed = new ServerSocket(0)) {
      int port = closed.getLocalPort();
      closed.close();
      assertRefused(
          "PRB-A017", Run.of("ledger", "copy", "http://127.0.0.1:" + port, copy.toString()));
    }
  }

  private static void assertRefused(String code, Run run) {
    assertEquals(Exit.WRONG_USE, run.code(), run.out());
    assertTrue(run.err().contains("  " + code + "  "), run.err());
    assertFalse(run.err().contains(TOKEN), run.err());
  }
}
