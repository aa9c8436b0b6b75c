// SPDX-License-Identifier: Apache-2.0
package dev.probity.server.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import dev.probity.notice.cover.Probed;
import dev.probity.notice.pack.PackReader;
import dev.probity.notice.pack.PackSource;
import dev.probity.notice.vocabulary.LexiconReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Probes at pages that keep a control, that break it, and that are not there. */
class ProbesTest {
  private static final Path ROOT = Path.of(System.getProperty("probity.root", ".."));

  private final HttpClient client = HttpClient.newHttpClient();
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.start();
  }

  @AfterEach
  void stop() {
    client.close();
    server.stop(0);
  }

  @Test
  void aPageThatSetsACookieIsSeen() {
    serve("/", "Hello", false);
    assertTrue(run("omron").get("OMR-079").fine());
    serve("/forms/", "Hello", true);
    assertFalse(run("omron").get("OMR-079").fine());
  }

  @Test
  void whatANoticeMustShowIsLookedForInItsWords() {
    serve("/notices/", "<h1>Notice</h1>", false);
    Map<String, Probed> found = run("innomax");
    assertFalse(found.get("INX-002").fine());
    assertFalse(found.get("INX-163").fine());
    server.removeContext("/notices/");
    PackSource source = pack("innomax");
    String day = source.header().inForce().toString().substring(0, 10);
    serve("/notices/", "<p>" + source.header().controller() + ", " + day + "</p>", false);
    assertTrue(run("innomax").get("INX-002").fine());
    assertTrue(run("innomax").get("INX-163").fine());
  }

  @Test
  void aPageThatIsNotThereShowsNothing() {
    assertEquals(Map.of(), run("innomax"));
  }

  private Map<String, Probed> run(String pack) {
    String url = "http://127.0.0.1:" + server.getAddress().getPort();
    Doors doors = new Doors(client, url, pack, "");
    return new Probes(doors, pack(pack), InstantSource.system()).run();
  }

  private void serve(String path, String html, boolean cookie) {
    server.createContext(
        path,
        exchange -> {
          byte[] bytes = html.getBytes(StandardCharsets.UTF_8);
          if (cookie) exchange.getResponseHeaders().add("Set-Cookie", "a=b");
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
  }

  private static PackSource pack(String name) {
    return switch (PackReader.read(ROOT.resolve("packs").resolve(name), LexiconReader.shipped())) {
      case PackReader.Outcome.Read read -> read.source();
      case PackReader.Outcome.Faulty faulty -> throw new AssertionError(faulty.faults());
    };
  }
}
