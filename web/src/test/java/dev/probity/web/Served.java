// SPDX-License-Identifier: Apache-2.0
package dev.probity.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.probity.notice.pack.PackReader;
import dev.probity.notice.pack.PackSource;
import dev.probity.notice.vocabulary.LexiconReader;
import dev.probity.store.Store;
import dev.probity.store.token.Scope;
import dev.probity.vault.keys.KeyFolder;
import dev.probity.vault.keys.KeyStore;
import dev.probity.web.mail.Post;
import dev.probity.web.publish.Notices;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.Period;
import java.util.EnumSet;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A running server for tests, over two controllers, with a clock that a test moves. */
final class Served implements AutoCloseable {
  static final Path ROOT = Path.of(System.getProperty("probity.root", ".."));
  static final JsonMapper JSON = JsonMapper.shared();

  final AtomicReference<Instant> now = new AtomicReference<>(Instant.now());
  final InstantSource clock = now::get;
  final Store store;
  final KeyStore keys;
  final Path folder;
  final Path log;
  final Map<String, PackSource> packs;
  final Web web;
  final String token;
  private final HttpClient client = HttpClient.newHttpClient();

  HttpClient client() {
    return client;
  }

  Served(Path folder) {
    this(folder, keys(folder), "probity");
  }

  /** Over these packs, each a controller of its own; the token is the first's. */
  Served(Path folder, Map<String, PackSource> packs) {
    this(folder, packs, Notices.NONE);
  }

  Served(Path folder, Map<String, PackSource> packs, Notices notices) {
    this(folder, keys(folder), "probity", packs, null, notices);
  }

  static KeyFolder keys(Path folder) {
    return keys(folder, InstantSource.system());
  }

  static KeyFolder keys(Path folder, InstantSource clock) {
    return KeyFolder.open(folder.resolve("keys"), folder.resolve("ring"), Period.ofDays(30), clock);
  }

  /** A further server, on the same database and with the same keys and logs. */
  Served(Path folder, KeyStore keys, String name) {
    this(folder, keys, name, examples(), null, Notices.NONE);
  }

  /** One that sends mail. */
  Served(Path folder, KeyStore keys, String name, Post post) {
    this(folder, keys, name, examples(), post, Notices.NONE);
  }

  /** Over these packs, and one that sends mail. */
  Served(Path folder, Map<String, PackSource> packs, Post post) {
    this(folder, keys(folder), "probity", packs, post, Notices.NONE);
  }

  private static Map<String, PackSource> examples() {
    return Map.of(
        "one",
        pack("example"),
        "two",
        pack("example"),
        "three",
        TestPack.withMailChoice(),
        "clinic",
        read(ROOT.resolve("web/src/test/resources/clinic")));
  }

  private Served(
      Path folder,
      KeyStore keys,
      String name,
      Map<String, PackSource> packs,
      @Nullable Post post,
      Notices notices) {
    this.packs = packs;
    this.folder = folder;
    this.keys = keys;
    store = TestStore.open(folder, clock);
    log = folder.resolve(name + ".log");
    packs.keySet().forEach(store::admit);
    web =
        switch (Web.start(
            new Web.Place("127.0.0.1", 0, log),
            new Web.Parts(packs, store, keys, folder.resolve("ledger"), post, clock, notices))) {
          case Web.Outcome.Listens listens -> listens.web();
          case Web.Outcome.Refused refused -> throw new AssertionError(refused.fault());
        };
    token = token(packs.containsKey("one") ? "one" : packs.keySet().iterator().next());
  }

  /** One that may do everything there. */
  String token(String controller) {
    return store
        .tokens()
        .create(controller, "test", EnumSet.allOf(Scope.class), Duration.ofDays(1));
  }

  static PackSource pack(String name) {
    return read(ROOT.resolve("packs").resolve(name));
  }

  private static PackSource read(Path folder) {
    return switch (PackReader.read(folder, LexiconReader.shipped())) {
      case PackReader.Outcome.Read read -> read.source();
      case PackReader.Outcome.Faulty faulty -> throw new AssertionError(faulty.faults());
    };
  }

  /** An answer, with what every answer must have already looked at. */
  record Answer(int status, String text, HttpResponse<String> response) {
    JsonNode json() {
      return JSON.readTree(text);
    }

    String code() {
      String type = json().path("type").asString("");
      return type.substring(type.lastIndexOf(':') + 1);
    }
  }

  Answer post(String path, String body) throws IOException, InterruptedException {
    return post(path, body.getBytes(StandardCharsets.UTF_8), token);
  }

  Answer post(String path, byte[] body, String token) throws IOException, InterruptedException {
    HttpRequest.Builder request =
        request(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    if (!token.isEmpty()) request.header("Authorization", "Bearer " + token);
    return send(request.build());
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + web.port() + path));
  }

  Answer send(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
    Answer answer = new Answer(response.statusCode(), response.body(), response);
    assertEquals("nosniff", header(response, "X-Content-Type-Options"));
    assertEquals("no-store", header(response, "Cache-Control"));
    assertFalse(response.body().contains("<html"), response.body());
    if (answer.status() >= 400) {
      assertEquals("application/problem+json", header(response, "Content-Type"));
      JsonNode problem = answer.json();
      assertTrue(problem.path("type").asString().startsWith("urn:probity:problem:PRB-W"));
      assertEquals(answer.status(), problem.path("status").asInt());
      assertFalse(problem.path("title").asString().isEmpty());
      assertFalse(problem.path("detail").asString().isEmpty());
    }
    return answer;
  }

  private static String header(HttpResponse<String> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }

  @Override
  public void close() {
    web.close();
    store.close();
  }
}
