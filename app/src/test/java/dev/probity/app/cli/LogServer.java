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
import dev.probity.ledger.tile.Bundle;
import dev.probity.ledger.tile.Edge;
import dev.probity.ledger.tile.Tile;
import dev.probity.ledger.tile.TileFolder;
import dev.probity.ledger.tree.Merkle;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
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

/** A log behind a real server, which may also behave badly, and the commands that read it. */
final class LogServer implements AutoCloseable {
  static final SigningKey KEY =
      SigningKey.generate("log.example", VerifierKey.Kind.AUTHOR, new SecureRandom());
  static final String TOKEN = "prb_secret-of-the-auditor";

  /** What the server does instead of serving the file; true if it did something. */
  interface Trick {
    boolean played(HttpExchange exchange, String path) throws IOException;
  }

  final Queue<String> asked = new ConcurrentLinkedQueue<>();
  volatile Trick trick = (exchange, path) -> false;
  final Path log;
  final Path copy;
  final String key;
  final String token;
  final String address;
  private final Path folder;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  LogServer(Path folder) throws IOException {
    this.folder = folder;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    log = folder.resolve("log");
    copy = folder.resolve("copy");
    key = Files.writeString(folder.resolve("log.pub"), KEY.verifier() + "\n").toString();
    token = Files.writeString(folder.resolve("token"), TOKEN + "\n").toString();
    address = "http://127.0.0.1:" + server.getAddress().getPort() + "/v1/example/ledger";
    server.createContext("/v1/example/ledger/", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  @Override
  public void close() {
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

  static List<byte[]> entries(int count) {
    List<byte[]> entries = new ArrayList<>();
    for (int i = 0; i < count; i++) entries.add(("entry " + i).getBytes(StandardCharsets.UTF_8));
    return entries;
  }

  /** The log with these entries, all of it written anew and signed. */
  SignedCheckpoint write(List<byte[]> entries) throws IOException {
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

  String kept(String name, Object text) throws IOException {
    return Files.writeString(folder.resolve(name), text.toString()).toString();
  }

  Run verify(String... more) {
    List<String> words = new ArrayList<>(List.of("ledger", "verify", address, "--key", key));
    words.addAll(List.of("--token-file", token));
    words.addAll(List.of(more));
    return Run.of(words.toArray(String[]::new));
  }

  Run copied() {
    return Run.of("ledger", "copy", address, copy.toString(), "--token-file", token);
  }

  Run local(String... more) {
    List<String> words = new ArrayList<>(List.of("ledger", "verify", copy.toString()));
    words.addAll(List.of("--key", key));
    words.addAll(List.of(more));
    return Run.of(words.toArray(String[]::new));
  }

  static boolean status(HttpExchange exchange, int status) throws IOException {
    exchange.sendResponseHeaders(status, -1);
    return true;
  }

  static boolean sent(HttpExchange exchange, byte[] bytes) throws IOException {
    send(exchange, bytes);
    return true;
  }

  static void assertRefused(String code, Run run) {
    assertEquals(Exit.WRONG_USE, run.code(), run.out());
    assertTrue(run.err().contains("  " + code + "  "), run.err());
    assertFalse(run.err().contains(TOKEN), run.err());
  }
}
